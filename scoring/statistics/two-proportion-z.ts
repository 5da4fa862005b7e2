import { requireCounts } from './checks.ts';
import { normalTwoSided } from './distributions.ts';

export type TwoProportionZ =
  | {
      readonly status: 'computed';
      /** Positive when the first proportion is the larger. */
      readonly z: number;
      /** Two-sided p value. */
      readonly p: number;
      /** All successes over all n, the common proportion under the hypothesis. */
      readonly pooled: number;
    }
  | { readonly status: 'constant'; readonly reason: string };

/**
 * Pooled z test of two independent proportions, without continuity correction: the test behind every
 * comparison of two rates.
 * Formula: z = (p1 - p2) / sqrt(p (1 - p) (1 / n1 + 1 / n2)), p = (x1 + x2) / (n1 + n2); z^2 is
 * Pearson's chi-squared of the two-by-two table.
 *
 * @param successes1, n1 the first group: whole numbers, 0 <= successes1 <= n1, n1 >= 1
 * @param successes2, n2 the second group, which shares nobody with the first
 * @returns z, two-sided p and the pooled proportion; 'constant' when nobody or everybody succeeded
 * @throws RangeError for impossible counts
 * Source: the standard test; R's prop.test(correct = FALSE). Checked against intervals.expected.json.
 */
export function twoProportionZ(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
): TwoProportionZ {
  requireCounts('twoProportionZ', successes1, n1, { successes: 'successes1', n: 'n1' });
  requireCounts('twoProportionZ', successes2, n2, { successes: 'successes2', n: 'n2' });
  const successes = successes1 + successes2;
  const n = n1 + n2;
  if (successes === 0 || successes === n) {
    const who = successes === 0 ? 'nobody' : 'everybody';
    return { status: 'constant', reason: `${who} in either group has the outcome` };
  }
  const pooled = successes / n;
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const z = (successes1 / n1 - successes2 / n2) / spread;
  return { status: 'computed', z, p: normalTwoSided(z), pooled };
}
