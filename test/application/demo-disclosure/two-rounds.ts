/** A figure of a file, as anybody may read it. */
export interface FileFigure {
  status: string;
  base: number | null;
  count: number | null;
  value: number | null;
}

export interface FileOutcome {
  outcome: string;
  total: FileFigure;
  tables: {
    breakdown: string;
    rows: { group: string; figure: FileFigure }[];
    rest: FileComparison[];
    pairs: FileComparison[];
  }[];
}

export interface FileComparison {
  figure: FileFigure;
  comparatorFigure: FileFigure;
  statistic: number;
  p: number;
}

export interface OutcomesFile {
  groups: Record<'full' | 'complete', { outcomes: FileOutcome[] }>;
}

/** Exact counts that are shown as this figure is: rounded to five, with the whole percent from 100 people on. */
function countsBehind({ base, count, value }: FileFigure): [with_: number, of: number][] {
  if (base === null || count === null || value === null) return [];
  const near = (shown: number) => [-2, -1, 0, 1, 2].map((by) => shown + by).filter((n) => n >= 0);
  return near(base).flatMap((of) =>
    near(count).flatMap((with_): [number, number][] => {
      const isAlike =
        of < 100
          ? Math.abs(count / base - value) < 1e-9
          : Math.round((100 * with_) / of) === Math.round(100 * value);
      return with_ <= of && isAlike ? [[with_, of]] : [];
    }),
  );
}

const keyOf = (outcome: string, breakdown: string, group: string) =>
  [outcome, breakdown, group].join(' / ');

function figuresOf({ groups }: OutcomesFile): Map<string, FileFigure> {
  return new Map(
    groups.full.outcomes.flatMap(({ outcome, total, tables }) => [
      [keyOf(outcome, 'all', 'all'), total] as const,
      ...tables.flatMap(({ breakdown, rows }) =>
        rows.map(({ group, figure }) => [keyOf(outcome, breakdown, group), figure] as const),
      ),
    ]),
  );
}

export interface Between {
  figure: string;
  /** People who came between the rounds, and of them with the outcome: what a reader cannot exclude. */
  came: number[];
  withOutcome: number[];
}

const upwards = (values: Iterable<number>): number[] =>
  [...new Set(values)].filter((value) => value >= 0).toSorted((a, b) => a - b);

/** Everybody of the earlier round is in the later one too: what each figure tells of those between. */
export function betweenRounds(earlier: OutcomesFile, later: OutcomesFile): Between[] {
  const before = figuresOf(earlier);
  return [...figuresOf(later)].flatMap(([figure, now]) => {
    const first = countsBehind(before.get(figure) ?? { ...now, count: null });
    const second = countsBehind(now);
    if (first.length === 0 || second.length === 0) return [];
    const less = (which: 0 | 1) =>
      upwards(second.flatMap((a) => first.map((b) => a[which] - b[which])));
    return [{ figure, came: less(1), withOutcome: less(0) }];
  });
}

/** Whether a number that cannot be told from three others, or is surely none of a few. */
export function isProtected(values: readonly number[]): boolean {
  return values.length >= 3 || values.every((value) => value === 0 || value >= 8);
}
