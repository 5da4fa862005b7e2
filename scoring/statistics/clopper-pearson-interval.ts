import { requireCounts, requireLevel } from './checks.ts';
import { betaQuantile, betaUpperQuantile } from './distributions.ts';
import type { Interval } from './wilson-interval.ts';

/**
 * Exact interval for one proportion: never covers less often than it says, at the price of being wider
 * than Wilson's.
 * Formula: lower = beta quantile of (1 - level) / 2 with shapes x and n - x + 1; upper = the beta quantile
 * with shapes x + 1 and n - x that has that much above it.
 *
 * @param successes whole number, 0 to n
 * @param n whole number of at least 1
 * @param level confidence, 0 to 1, usually 0.95
 * @returns lower and upper, proportions 0 to 1; exactly 0 for 0 of n, exactly 1 for n of n
 * @throws RangeError for counts that are not 0 <= successes <= n, n >= 1, or a level outside 0 to 1
 * Source: Clopper and Pearson (1934), Biometrika 26, 404-413; R's binom.test. Checked against
 * tests.expected.json (R).
 */
export function clopperPearsonInterval(successes: number, n: number, level = 0.95): Interval {
  requireCounts('clopperPearsonInterval', successes, n);
  requireLevel('clopperPearsonInterval', level);
  const tail = (1 - level) / 2;
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    upper: successes === n ? 1 : betaUpperQuantile(tail, successes + 1, n - successes),
  };
}
