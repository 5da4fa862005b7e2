import { requireFinite } from '../checks.ts';
import { at, mean } from '../vectors.ts';

/** Three standard deviations over the mean moving range of two: 3 / 1.128. */
export const LIMIT_FACTOR = 2.66;

/** Upper limit of a moving range over the mean moving range. */
export const SCREEN_FACTOR = 3.267;

/**
 * The mean distance between neighbouring points: the short-term spread that control limits stand on.
 * Formula: mean of |x(i) - x(i - 1)|. Screened: the mean of those below 3.267 times that mean, once, so
 * that one leap does not widen the limits that should show it.
 *
 * @param values finite numbers in order of time, at least two, any unit
 * @param screened leave out moving ranges at or above 3.267 times their mean
 * @returns the mean moving range in the unit of the values; 0 when nothing moves
 * @throws RangeError under two values or for a value that is not finite
 * Source: Wheeler (1993), Understanding Variation; screening as in NHS guidance. Checked against
 * weekly-contacts.expected.json and control-charts.expected.json (R).
 */
export function meanMovingRange(values: readonly number[], screened: boolean): number {
  requireFinite('meanMovingRange', 'values', values);
  if (values.length < 2) throw new RangeError('meanMovingRange: there must be two values');
  const ranges = values.slice(1).map((value, index) => Math.abs(value - at(values, index)));
  const all = mean(ranges);
  if (!screened || all === 0) return all;
  return mean(ranges.filter((range) => range < SCREEN_FACTOR * all));
}
