import { requireLevel } from './checks.ts';
import { gammaQuantile, gammaUpperQuantile, normalQuantile } from './distributions.ts';
import type { Interval } from './wilson-interval.ts';

function requireEvents(caller: string, events: number): void {
  if (!Number.isSafeInteger(events) || events < 0) {
    throw new RangeError(`${caller}: events must be a whole number of at least 0`);
  }
}

/**
 * Exact interval for a number of events, such as job entries in a quarter: for counts under ten, where
 * approximations fail.
 * Formula: lower = gamma quantile of (1 - level) / 2 with shape x; upper = the x + 1 gamma quantile with
 * that much above it (half the chi-squared quantiles with 2x and 2x + 2 degrees of freedom).
 *
 * @param events whole number, 0 or more
 * @param level confidence, 0 to 1, usually 0.95
 * @returns lower and upper for the expected number; lower is exactly 0 for no events
 * @throws RangeError for a number of events that is no count, or a level outside 0 to 1
 * Source: Garwood (1936), Biometrika 28, 437-442; R's poisson.test. Checked against
 * intervals.expected.json and tests.expected.json (R).
 */
export function exactPoissonInterval(events: number, level = 0.95): Interval {
  requireEvents('exactPoissonInterval', events);
  requireLevel('exactPoissonInterval', level);
  const tail = (1 - level) / 2;
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events),
    upper: gammaUpperQuantile(tail, events + 1),
  };
}

/**
 * Byar's approximate interval for a number of events: the public health standard from ten events on.
 * Formula: lower = x (1 - 1 / (9x) - z / (3 sqrt(x)))^3, upper the same of x + 1 with + z; z the normal
 * quantile of the level.
 *
 * @param events whole number, 0 or more
 * @param level confidence, 0 to 1, usually 0.95
 * @returns lower and upper for the expected number; lower never under 0, and 0 for no events
 * @throws RangeError for a number of events that is no count, or a level outside 0 to 1
 * Source: Breslow and Day (1987), Statistical Methods in Cancer Research II, 69. Checked against
 * intervals.expected.json (the formula worked in R).
 */
export function byarInterval(events: number, level = 0.95): Interval {
  requireEvents('byarInterval', events);
  requireLevel('byarInterval', level);
  const z = normalQuantile(1 - (1 - level) / 2);
  const limit = (x: number, side: number): number =>
    x * (1 - 1 / (9 * x) + (side * z) / (3 * Math.sqrt(x))) ** 3;
  return {
    lower: events === 0 ? 0 : Math.max(0, limit(events, -1)),
    upper: limit(events + 1, 1),
  };
}
