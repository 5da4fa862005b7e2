import { requireLevel } from '../checks.ts';
import { fQuantile, fUpperQuantile } from '../distributions.ts';
import { sampleSummary } from '../t-tests.ts';
import { sum } from '../vectors.ts';
import { columnsOf, requireScoreTable, type ScoreTable } from './score-table.ts';

export type CronbachAlpha =
  | {
      readonly status: 'computed';
      /** At most 1; below 0 when items run against one another. */
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
      /** Alpha without each item, in the order of the columns; undefined where nothing would be left to compare. */
      readonly itemDropped: readonly (number | undefined)[];
      readonly n: number;
      readonly items: number;
      readonly method: 'Cronbach alpha, Feldt interval';
      readonly warnings: readonly string[];
    }
  | {
      readonly status: 'too-few' | 'constant';
      readonly n: number;
      readonly items: number;
      readonly reason: string;
    };

const variance = (values: readonly number[]): number =>
  sampleSummary(values).standardDeviation ** 2;

/** Alpha of some columns; undefined under two of them or where the total does not vary. */
function alphaOf(columns: readonly (readonly number[])[]): number | undefined {
  const k = columns.length;
  const totals = (columns[0] ?? []).map((_, row) =>
    sum(columns.map((column) => column[row] ?? NaN)),
  );
  const spread = k < 2 ? 0 : variance(totals);
  if (spread === 0) return undefined;
  return (k / (k - 1)) * (1 - sum(columns.map(variance)) / spread);
}

/**
 * Do the items of a scale measure one thing, and would it hold together better without one of them?
 * Formula: k / (k - 1) (1 - sum of the items' variances / variance of the total), k items; interval
 * 1 - (1 - alpha) F with F's quantiles at n - 1 and (n - 1)(k - 1) degrees of freedom.
 *
 * @param table one row per person or review, one score per item, none missing
 * @param level confidence, 0 to 1, usually 0.95
 * @returns alpha with interval, alpha without each item, n and number of items, a warning for items that
 * never vary; 'too-few' under two rows or items, 'constant' when the total does not vary
 * @throws RangeError for rows that differ in length, scores that are not finite, a level outside 0 to 1
 * Source: Cronbach (1951), Psychometrika 16, 297-334; interval Feldt (1965); R's psych::alpha. Checked
 * against agreement.expected.json and agreement-extra.expected.json (R).
 */
export function cronbachAlpha(table: ScoreTable, level = 0.95): CronbachAlpha {
  requireScoreTable('cronbachAlpha', table);
  requireLevel('cronbachAlpha', level);
  const n = table.length;
  const columns = columnsOf(table);
  const items = columns.length;
  if (n < 2 || items < 2) {
    return { status: 'too-few', n, items, reason: 'it takes two items and two rows' };
  }
  const value = alphaOf(columns);
  if (value === undefined) {
    return { status: 'constant', n, items, reason: 'the total is the same in every row' };
  }
  const tail = (1 - level) / 2;
  const freedom = [n - 1, (n - 1) * (items - 1)] as const;
  const still = columns.flatMap((column, j) => (variance(column) === 0 ? [j + 1] : []));
  return {
    status: 'computed',
    value,
    lower: 1 - (1 - value) * fUpperQuantile(tail, ...freedom),
    upper: 1 - (1 - value) * fQuantile(tail, ...freedom),
    itemDropped: columns.map((_, dropped) => alphaOf(columns.filter((__, j) => j !== dropped))),
    n,
    items,
    method: 'Cronbach alpha, Feldt interval',
    warnings: still.map((column) => `item ${column} has the same score in every row`),
  };
}
