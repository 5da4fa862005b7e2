import { chiSquaredUpper } from './distributions.ts';
import { requireFinite } from './checks.ts';
import { midranks, tieSizes } from './ranks.ts';
import { at, sum } from './vectors.ts';

export type KruskalWallis =
  | {
      readonly status: 'computed';
      /** H, corrected for ties; chi-squared with df under the hypothesis. */
      readonly chiSquared: number;
      readonly df: number;
      readonly p: number;
      readonly n: number;
    }
  | { readonly status: 'too-few' | 'constant'; readonly n: number; readonly reason: string };

/**
 * Kruskal-Wallis rank test: do teams at different levels differ in their rates, in any direction?
 * Formula: H = [12 / (N (N + 1)) sum of R^2 / n - 3 (N + 1)] / [1 - sum (t^3 - t) / (N^3 - N)],
 * R the rank sum and n the size of a group, t the sizes of ties.
 *
 * @param groups one list of finite values per group; empty groups are passed over
 * @returns H, groups - 1 df, p and n; 'too-few' under two groups with values, 'constant' when all
 * values are equal
 * @throws RangeError for a value that is not finite
 * Source: Kruskal and Wallis (1952); R's kruskal.test. Checked against teams.expected.json and a small
 * example with ties.
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): KruskalWallis {
  const filled = groups.filter((group) => group.length > 0);
  const values = filled.flat();
  requireFinite('kruskalWallis', 'groups', values);
  const n = values.length;
  if (filled.length < 2) {
    return { status: 'too-few', n, reason: 'a comparison needs two groups with values' };
  }
  const ties = sum(tieSizes(values).map((size) => size ** 3 - size)) / (n ** 3 - n);
  if (ties === 1) return { status: 'constant', n, reason: 'every value is the same' };
  const ranks = midranks(values);
  // Deviations from the mean rank instead of raw rank sums: the same number without cancellation.
  let between = 0;
  let start = 0;
  for (const group of filled) {
    let deviation = 0;
    for (let i = start; i < start + group.length; i += 1) deviation += at(ranks, i) - (n + 1) / 2;
    between += (deviation * deviation) / group.length;
    start += group.length;
  }
  const chiSquared = (12 * between) / (n * (n + 1)) / (1 - ties);
  const df = filled.length - 1;
  return { status: 'computed', chiSquared, df, p: chiSquaredUpper(chiSquared, df), n };
}
