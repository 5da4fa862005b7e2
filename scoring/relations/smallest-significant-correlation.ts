import { studentTQuantile } from '#scoring/statistics/distributions.ts';

/**
 * The correlation below which this many teams give no significant result.
 *
 * For: the sentence beside a correlation over few teams: with eight, one under .71 is not significant.
 * Formula: t / sqrt(n - 2 + t^2) with t the two-sided quantile of Student's t with n - 2 degrees of freedom.
 * @param n pairs, a whole number of at least 3
 * @param alpha two-sided significance level, 0 to 1, usually 0.05
 * @returns a correlation, 0 to 1
 * @throws RangeError for n under 3, or alpha outside 0 to 1
 * Source: the t test of a correlation, turned round. Checked: .71 for 8 teams, and against the p value of
 * the correlation itself over random data.
 */
export function smallestSignificantCorrelation(n: number, alpha = 0.05): number {
  if (!Number.isSafeInteger(n) || n < 3) {
    throw new RangeError('smallestSignificantCorrelation: n must be a whole number of at least 3');
  }
  if (!(alpha > 0 && alpha < 1)) {
    throw new RangeError('smallestSignificantCorrelation: alpha must lie between 0 and 1');
  }
  const t = studentTQuantile(1 - alpha / 2, n - 2);
  return t / Math.sqrt(n - 2 + t * t);
}
