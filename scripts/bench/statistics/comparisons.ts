import type { Kind } from './designs.ts';
import type { WorkName } from './works.ts';

/** One line of the benchmark: what we do, what R does that comes to the same, and how far apart answers may be. */
export interface Comparison {
  readonly kind: Kind;
  readonly rows: number;
  readonly columns: number;
  readonly ours: WorkName;
  /** Null where no package of R that the benchmark knows gives the same. */
  readonly theirs: string | null;
  /** Largest difference, absolute below 1 and relative above. */
  readonly tolerance: number;
  /** Our share of R's time, where there is an aim. */
  readonly aim: number | null;
}

const SIZES = [
  [664, 45],
  [6080, 60],
  [200_000, 60],
] as const;

const AIM_FIT = 0.6;
const AIM_MIXED = 0.1;

const fits = (['measurements', 'factors'] as const).flatMap((kind) =>
  SIZES.flatMap(([rows, columns]) =>
    (['bare fit', 'logisticRegression'] as const).map((ours): Comparison => ({
      ...{ kind, rows, columns, ours },
      ...{ theirs: 'glm.fit', tolerance: 1e-8, aim: AIM_FIT },
    })),
  ),
);

const clients = { kind: 'factors', rows: 664, columns: 45 } as const;
const manyTeams = { kind: 'factors', rows: 6080, columns: 20 } as const;

export const comparisons: readonly Comparison[] = [
  ...fits,
  // R draws a curve through a few points of the profile; the limits here are the roots themselves.
  { ...clients, ours: 'profile intervals', theirs: 'confint', tolerance: 2e-3, aim: null },
  { ...clients, ours: 'Firth, bare fit', theirs: 'brglmFit', tolerance: 1e-8, aim: null },
  { ...clients, ours: 'Firth, profile intervals', theirs: null, tolerance: 0, aim: null },
  {
    ...clients,
    ...{ ours: 'bootstrap, 1,000 refits', theirs: 'glm.fit, 1,000 times' },
    ...{ tolerance: 1e-6, aim: null },
  },
  {
    ...manyTeams,
    ...{ ours: 'random intercept, Laplace', theirs: 'glmer, Laplace' },
    ...{ tolerance: 2e-3, aim: AIM_MIXED },
  },
  {
    ...manyTeams,
    ...{ ours: 'random intercept, 15 points', theirs: 'glmer, 15 points' },
    ...{ tolerance: 2e-3, aim: AIM_MIXED },
  },
];
