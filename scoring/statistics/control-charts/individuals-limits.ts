import { mean } from '../vectors.ts';
import type { LimitsResult } from './limits.ts';
import { LIMIT_FACTOR, meanMovingRange } from './moving-range.ts';

/**
 * Limits of a chart of single values (XmR), such as a team's contacts a week.
 * Formula: mean +- 2.66 x mean moving range.
 *
 * @param baseline finite values in order of time that the limits are worked out from, any unit
 * @param points how many points to give limits for; all are the same
 * @param screened leave large moving ranges out (see meanMovingRange)
 * @returns the limits; 'too-few' under two values, 'constant' when nothing moves
 * @throws RangeError for a value that is not finite
 * Source: Shewhart (1931); Wheeler (1993). Checked against weekly-contacts.expected.json (R).
 */
export function individualsLimits(
  baseline: readonly number[],
  points: number,
  screened = false,
): LimitsResult {
  if (baseline.length < 2) {
    return { status: 'too-few', reason: 'limits need at least two points' };
  }
  const range = meanMovingRange(baseline, screened);
  if (range === 0) return { status: 'constant', reason: 'every value of the baseline is the same' };
  const centre = mean(baseline);
  const reach = LIMIT_FACTOR * range;
  const limits = {
    mean: centre,
    lower: centre - reach,
    upper: centre + reach,
    sigma: reach / 3,
  };
  return { status: 'computed', limits: new Array<typeof limits>(points).fill(limits) };
}
