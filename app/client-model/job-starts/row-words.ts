import { countWords, intervalWords, percentWords } from '#app/relations/figure-words.ts';

import { mainLimits, ratioWords } from './readings.ts';
import type { FactorReport, JobStartsReport, Limits, MainInterval, ReportRow } from './report.ts';

/** The cells of one row, as the page and the CSV file print them. */
export interface RowWords {
  label: string;
  clients: string;
  jobStarts: string;
  rate: string;
  rateInterval: string;
  oddsRatio: string;
  wald: string;
  profile: string;
  clusterRobust: string;
  p: string;
  effect: string;
  effectInterval: string;
  reading: string;
}

const none = '–';
const hidden = '*';

export function rowWords(
  { kind }: FactorReport,
  { label, isReference, figure, estimate, reading }: ReportRow,
  main: MainInterval,
): RowWords {
  const noFigure = kind === 'numeric' ? none : hidden;
  const noEstimate = isReference ? none : hidden;
  const clusterRobust = estimate?.clusterRobust ?? null;
  const profile = estimate?.profile ?? null;
  const effect = estimate?.effect ?? null;
  return {
    label: isReference ? `${label} (reference)` : label,
    clients: figure === null ? noFigure : countWords(figure.clients),
    jobStarts: figure === null ? noFigure : countWords(figure.jobStarts),
    rate: figure === null ? noFigure : percentWords(figure.rate),
    rateInterval: figure === null ? noFigure : intervalWords(figure.lower, figure.upper),
    oddsRatio: estimate === null ? (isReference ? '1' : hidden) : ratioWords(estimate.oddsRatio),
    wald: estimate === null ? noEstimate : limits(estimate.wald),
    profile: profile === null ? noEstimate : limits(profile),
    clusterRobust: clusterRobust === null ? noEstimate : limits(clusterRobust),
    p: estimate === null ? noEstimate : chanceWords(mainLimits(estimate, main).p),
    effect: effect === null ? noEstimate : pointWords(effect.value),
    effectInterval:
      effect === null ? noEstimate : `${pointWords(effect.lower)} to ${pointWords(effect.upper)}`,
    reading,
  };
}

/** With the one digit that the report has of it. */
export function chanceWords(p: number): string {
  return p < 0.001 ? 'below 0.001' : String(p);
}

export function limits({ lower, upper }: Limits): string {
  const words = (limit: number | null): string => (limit === null ? 'open' : ratioWords(limit));
  return `${words(lower)} to ${words(upper)}`;
}

/** Percentage points with a sign, for tables: "+21", "−4". */
function pointWords(effect: number): string {
  const points = Math.round(100 * effect);
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${Math.abs(points)}`;
}

/** Which of the intervals a report has: a column is printed where any row has it. */
export function intervalColumns({ factors }: Pick<JobStartsReport, 'factors'>): {
  hasProfile: boolean;
  hasRobust: boolean;
} {
  const estimates = factors.flatMap(({ rows }) => rows.flatMap(({ estimate }) => estimate ?? []));
  return {
    hasProfile: estimates.some(({ profile }) => profile !== null),
    hasRobust: estimates.some(({ clusterRobust }) => clusterRobust !== null),
  };
}

/** Rows whose interval does not contain 1, by factor: what a reader looks at first. */
export function clearRows(
  factors: readonly FactorReport[],
  main: MainInterval,
): { factor: FactorReport; rows: ReportRow[] }[] {
  return factors
    .map((factor) => ({
      factor,
      rows: factor.rows.filter(
        ({ estimate }) => estimate !== null && mainLimits(estimate, main).isClear,
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}
