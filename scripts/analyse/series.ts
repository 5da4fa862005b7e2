import type { Rebase } from '#scoring/statistics/control-charts/control-chart.ts';
import type { ProportionPoint } from '#scoring/statistics/control-charts/proportion-limits.ts';
import { WrongUse } from './command/errors.ts';
import { numberIn, rowRefusal, rowsOf, textIn } from './reading/columns.ts';
import type { ReadTable } from './reading/read-table.ts';

export interface SeriesPoint {
  /** Its row, the first under the header being 1. */
  readonly row: number;
  readonly label: string | null;
  readonly numbers: readonly [number, ...number[]];
}

/** The rows of a file in order; those in which a number is not known are left out and said. */
export function seriesOf(table: ReadTable, columns: readonly string[], label: string | null) {
  const points = rowsOf(table).flatMap((row): SeriesPoint[] => {
    const [first, ...others] = columns.map((name) => numberIn(table, name, row));
    if (first == null || others.some((value) => value === null)) return [];
    const rest = others.filter((value) => value !== null);
    const name = label === null ? null : textIn(table, label, row);
    return [{ row: row + 1, label: name, numbers: [first, ...rest] }];
  });
  const leftOut = table.rows - points.length;
  return {
    points,
    leftOut,
    warnings: leftOut > 0 ? [`${leftOut} rows without a known number are left out`] : [],
  };
}

/** The values of a chart of single values. */
export function firstNumbers(points: readonly SeriesPoint[]): number[] {
  return points.map(({ numbers: [value] }) => value);
}

/** Successes of n at each point; a point of nobody has no proportion and is refused. */
export function countsOfSeries(
  table: ReadTable,
  [successes = '', n = '']: readonly string[],
  points: readonly SeriesPoint[],
): ProportionPoint[] {
  return points.map(({ row, numbers: [count, of = 0] }) => {
    if (of === 0) throw rowRefusal(table, n, row - 1, 'must be at least 1; leave the row out');
    if (count > of) throw rowRefusal(table, successes, row - 1, `${count} are more than ${of}`);
    return { successes: count, n: of };
  });
}

/** New limits that a person decided on, found by the name of the point. */
export function rebasesOf(
  typed: Readonly<Record<string, string>>,
  by: string | null,
  points: readonly SeriesPoint[],
): Rebase[] {
  const rebases = Object.entries(typed).map(([name, reason]) => {
    if (by === null) throw new WrongUse('--rebase needs --by: who decided');
    const from = points.findIndex(({ row, label }) => (label ?? String(row)) === name);
    if (from < 0) throw new WrongUse(`--rebase names ${name}, which is no point of the series`);
    if (from === 0) throw new WrongUse('--rebase cannot begin at the first point');
    return { from, by, reason };
  });
  return rebases.sort((a, b) => a.from - b.from);
}
