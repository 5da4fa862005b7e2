import { requireCounts, requireLevel } from './checks.ts';
import { normalQuantile } from './distributions.ts';

/** Both ends of an interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Score interval for one proportion: the interval beside every rate on a page.
 * Formula: with z the normal quantile of the level and r = z sqrt(z^2 + 4 x (1 - x / n)),
 * upper = (2x + z^2 + r) / (2 (n + z^2)); lower = 2 x^2 / (n (2x + z^2 + r)), which is the other root of
 * the same quadratic written without a subtraction.
 *
 * @param successes whole number, 0 to n
 * @param n whole number of at least 1
 * @param level confidence, 0 to 1, usually 0.95
 * @returns lower and upper, proportions 0 to 1; lower is exactly 0 for 0 of n, upper exactly 1 for n of n
 * @throws RangeError for counts that are not 0 <= successes <= n, n >= 1, or a level outside 0 to 1
 * Source: Wilson (1927); Newcombe (1998), Statistics in Medicine 17, 857-872, method 3.
 * Checked against intervals.expected.json (R), at 95% and 99.8%.
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval {
  requireCounts('wilsonInterval', successes, n);
  requireLevel('wilsonInterval', level);
  const z = normalQuantile(1 - (1 - level) / 2);
  const centre = 2 * successes + z * z;
  const reach = z * Math.sqrt(z * z + 4 * successes * (1 - successes / n));
  return {
    lower: successes === 0 ? 0 : (2 * successes * successes) / (n * (centre + reach)),
    upper: successes === n ? 1 : (centre + reach) / (2 * (n + z * z)),
  };
}
