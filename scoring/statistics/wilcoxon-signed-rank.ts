import { requireFinite } from './checks.ts';
import { normalTwoSided } from './distributions.ts';
import { midranks, tieSizes } from './ranks.ts';
import { at, sum } from './vectors.ts';

export type WilcoxonSignedRank =
  | {
      readonly status: 'computed';
      /** Sum of the ranks of the positive differences. */
      readonly statistic: number;
      /** Two-sided p value. */
      readonly p: number;
      readonly method: 'exact' | 'normal, with continuity correction and ties';
      /** Differences used. */
      readonly n: number;
      /** Differences of exactly 0, which say nothing about direction and are dropped. */
      readonly zeros: number;
    }
  | {
      readonly status: 'too-few';
      readonly n: number;
      readonly zeros: number;
      readonly reason: string;
    };

/** From here on the exact distribution gives way to the normal one, as in R. */
const EXACT_BELOW = 50;

/** How many subsets of the ranks 1 to n have each sum: whole numbers under 2^50. */
function subsetsBySum(n: number): number[] {
  let counts = [1];
  for (let rank = 1; rank <= n; rank += 1) {
    const next = [...counts, ...new Array<number>(rank).fill(0)];
    for (const [total, count] of counts.entries())
      next[total + rank] = at(next, total + rank) + count;
    counts = next;
  }
  return counts;
}

function exactP(statistic: number, n: number): number {
  const counts = subsetsBySum(n);
  // The distribution is symmetric, so the smaller tail is the sum from 0 to the smaller of V and its mirror image.
  const smaller = Math.min(statistic, (n * (n + 1)) / 2 - statistic);
  return Math.min(1, (2 * sum(counts.slice(0, smaller + 1))) / 2 ** n);
}

function normalP(statistic: number, n: number, ties: readonly number[]): number {
  const deviation = statistic - (n * (n + 1)) / 4;
  const tied = sum(ties.map((size) => size ** 3 - size)) / 48;
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tied);
  return normalTwoSided((deviation - Math.sign(deviation) / 2) / spread);
}

/**
 * Wilcoxon signed rank test: did people change, in either direction, when the size of a change counts by
 * its rank only?
 * Formula: V = sum of ranks of |d| over positive d, zeros dropped, ties sharing ranks. Exact p from the
 * number of subsets of the ranks 1 to n with each sum; normal p from z = (V - n (n + 1) / 4 -+ 1/2) /
 * sqrt(n (n + 1) (2n + 1) / 24 - sum (t^3 - t) / 48).
 *
 * @param differences one finite value per person
 * @param method 'usual' as R: exact under 50 values without ties or zeros, else normal; 'normal' always
 * @returns V, two-sided p, method, n and zeros; 'too-few' when no difference is left
 * @throws RangeError for a value that is not finite
 * Source: Wilcoxon (1945); R's wilcox.test(correct = TRUE). Checked against tests.expected.json and
 * wellbeing.expected.json (R).
 */
export function wilcoxonSignedRank(
  differences: readonly number[],
  method: 'usual' | 'normal' = 'usual',
): WilcoxonSignedRank {
  requireFinite('wilcoxonSignedRank', 'differences', differences);
  const used = differences.filter((difference) => difference !== 0);
  const n = used.length;
  const zeros = differences.length - n;
  if (n === 0) return { status: 'too-few', n, zeros, reason: 'no difference is left to rank' };
  const sizes = used.map(Math.abs);
  const ranks = midranks(sizes);
  const ties = tieSizes(sizes);
  const statistic = sum(used.map((difference, index) => (difference > 0 ? at(ranks, index) : 0)));
  const isExact = method === 'usual' && n < EXACT_BELOW && zeros === 0 && ties.length === n;
  return {
    status: 'computed',
    statistic,
    p: isExact ? exactP(statistic, n) : normalP(statistic, n, ties),
    method: isExact ? 'exact' : 'normal, with continuity correction and ties',
    n,
    zeros,
  };
}
