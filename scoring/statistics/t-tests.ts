import { requireFinite, requireLevel, requireSameLength } from './checks.ts';
import { studentTQuantile, studentTTwoSided } from './distributions.ts';
import { exactSum } from './exact-sum.ts';
import { at } from './vectors.ts';

/** What a test of means needs to know of a sample; published summaries will do. */
export interface SampleSummary {
  readonly mean: number;
  /** With n - 1 below; 0 for one value. */
  readonly standardDeviation: number;
  readonly n: number;
}

export type MeanTest =
  | {
      readonly status: 'computed';
      /** The mean, or the first mean minus the second. */
      readonly difference: number;
      readonly lower: number;
      readonly upper: number;
      readonly standardError: number;
      readonly t: number;
      readonly df: number;
      /** Two-sided p value of no difference. */
      readonly p: number;
      /** All values used. */
      readonly n: number;
      readonly method: 'one-sample t' | 'paired t' | 'Welch t';
    }
  | { readonly status: 'too-few' | 'constant'; readonly n: number; readonly reason: string };

/**
 * Mean, standard deviation and number of values.
 * Formula: sum x / n; sqrt(sum (x - mean)^2 / (n - 1)), both sums without loss by rounding.
 *
 * @param values finite numbers, at least one, any unit
 * @returns the summary in the unit of the values
 * @throws RangeError for no values or a value that is not finite
 * Source: definition; sums after Neumaier (1974). Checked through the tests below.
 */
export function sampleSummary(values: readonly number[]): SampleSummary {
  requireFinite('sampleSummary', 'values', values);
  const n = values.length;
  if (n === 0) throw new RangeError('sampleSummary: values must not be empty');
  const centre = exactSum(values) / n;
  const squares = exactSum(values.map((value) => (value - centre) ** 2));
  // Equal values whose mean is not quite theirs must not seem to vary.
  const isConstant = values.every((value) => value === values[0]);
  const variance = isConstant || n === 1 ? 0 : squares / (n - 1);
  return { mean: centre, standardDeviation: Math.sqrt(variance), n };
}

function requireSummary(caller: string, name: string, sample: SampleSummary): void {
  if (!Number.isSafeInteger(sample.n) || sample.n < 1) {
    throw new RangeError(`${caller}: n of ${name} must be a whole number of at least 1`);
  }
  if (!Number.isFinite(sample.mean) || !(sample.standardDeviation >= 0)) {
    throw new RangeError(
      `${caller}: ${name} must have a mean and a standard deviation of 0 or more`,
    );
  }
}

function meanTest(
  difference: number,
  standardError: number,
  df: number,
  n: number,
  level: number,
  method: 'one-sample t' | 'paired t' | 'Welch t',
): MeanTest {
  const t = difference / standardError;
  const reach = studentTQuantile(1 - (1 - level) / 2, df) * standardError;
  return {
    status: 'computed',
    difference,
    lower: difference - reach,
    upper: difference + reach,
    standardError,
    t,
    df,
    p: studentTTwoSided(t, df),
    n,
    method,
  };
}

/**
 * One mean with its t interval, and the test that it is 0.
 * Formula: t = mean / (s / sqrt(n)) with n - 1 degrees of freedom; mean +- t quantile x s / sqrt(n).
 *
 * @param sample mean, standard deviation and n of the values
 * @param level confidence, 0 to 1, usually 0.95
 * @returns mean, interval, t, df and two-sided p; 'too-few' under two values, 'constant' without variation
 * @throws RangeError for an impossible summary or a level outside 0 to 1
 * Source: Student (1908); R's t.test. Checked against tests.expected.json and wellbeing.expected.json (R).
 */
export function oneSampleT(sample: SampleSummary, level = 0.95): MeanTest {
  requireSummary('oneSampleT', 'sample', sample);
  requireLevel('oneSampleT', level);
  const { n, standardDeviation } = sample;
  if (n < 2) return { status: 'too-few', n, reason: 'a mean with an interval needs two values' };
  if (standardDeviation === 0) {
    return { status: 'constant', n, reason: 'every value is the same' };
  }
  return meanTest(sample.mean, standardDeviation / Math.sqrt(n), n - 1, n, level, 'one-sample t');
}

/**
 * Mean change of the same people from one time to another.
 * Formula: oneSampleT of after minus before.
 *
 * @param before, after one value each per person, in the same order, same unit
 * @param level confidence, 0 to 1, usually 0.95
 * @returns as oneSampleT, n the number of people
 * @throws RangeError for lengths that differ, values that are not finite, a level outside 0 to 1
 * Source: definition; R's t.test(paired = TRUE). Checked against wellbeing.expected.json (R).
 */
export function pairedT(
  before: readonly number[],
  after: readonly number[],
  level = 0.95,
): MeanTest {
  requireSameLength('pairedT', 'before and after', [before, after]);
  requireFinite('pairedT', 'before', before);
  requireFinite('pairedT', 'after', after);
  requireLevel('pairedT', level);
  const n = before.length;
  if (n < 2) return { status: 'too-few', n, reason: 'a mean change needs two people' };
  const changes = after.map((value, index) => value - at(before, index));
  const result = oneSampleT(sampleSummary(changes), level);
  return result.status === 'computed' ? { ...result, method: 'paired t' } : result;
}

/**
 * Difference of the means of two groups that share nobody and may differ in spread.
 * Formula: t = (m1 - m2) / sqrt(v1 + v2), v = s^2 / n; df = (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 -
 * 1)).
 *
 * @param first, second mean, standard deviation and n of each group; published summaries will do
 * @param level confidence, 0 to 1, usually 0.95
 * @returns first mean minus second with interval, t, df, two-sided p, n of both; 'too-few' when a group has
 * under two values, 'constant' when neither varies
 * @throws RangeError for an impossible summary or a level outside 0 to 1
 * Source: Welch (1947), Biometrika 34, 28-35; R's t.test. Checked against tests.expected.json (R).
 */
export function welchT(first: SampleSummary, second: SampleSummary, level = 0.95): MeanTest {
  requireSummary('welchT', 'first', first);
  requireSummary('welchT', 'second', second);
  requireLevel('welchT', level);
  const n = first.n + second.n;
  if (first.n < 2 || second.n < 2) {
    return { status: 'too-few', n, reason: 'a comparison of means needs two values in each group' };
  }
  // In units of the larger spread, so that no square vanishes or overflows.
  const unit = Math.max(first.standardDeviation, second.standardDeviation);
  if (unit === 0) return { status: 'constant', n, reason: 'neither group varies' };
  const v1 = (first.standardDeviation / unit) ** 2 / first.n;
  const v2 = (second.standardDeviation / unit) ** 2 / second.n;
  const df = (v1 + v2) ** 2 / (v1 ** 2 / (first.n - 1) + v2 ** 2 / (second.n - 1));
  const standardError = unit * Math.sqrt(v1 + v2);
  return meanTest(first.mean - second.mean, standardError, df, n, level, 'Welch t');
}
