import { requirePositive, requireProbability } from '../checks.ts';
import { betaFront, incompleteBeta } from './incomplete-beta.ts';
import type { Tails } from './incomplete-gamma.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal.ts';
import { solveTail } from './solve-tail.ts';

/** Both shares of df + t^2, without subtraction. */
function shares(t: number, df: number): { x: number; y: number } {
  const square = t * t;
  return { x: df / (df + square), y: square / (df + square) };
}

/** Where the square of t would leave the numbers a computer can write. */
const FAR = 1e100;

/** Two-sided tail so far out that only the leading term of the incomplete beta function is left. */
function farTail(t: number, df: number): number {
  const logBeta = logGamma(df / 2) + logGamma(0.5) - logGamma((df + 1) / 2);
  return Math.exp(-df * Math.log(Math.abs(t) / Math.sqrt(df)) - logBeta - Math.log(df / 2));
}

/** Both two-sided parts: outside -t to t (lower) and inside (upper). */
function parts(t: number, df: number): Tails {
  if (Math.abs(t) > FAR * Math.sqrt(df)) {
    const outside = farTail(t, df);
    return { lower: outside, upper: 1 - outside };
  }
  const { x, y } = shares(t, df);
  return incompleteBeta(df / 2, 0.5, x, y);
}

/**
 * Two-sided p value of a t statistic.
 * Formula: I_x(df / 2, 1 / 2) with x = df / (df + t^2), I the regularised incomplete beta function.
 *
 * @param t statistic, any number or an infinity
 * @param df degrees of freedom, above 0, need not be whole
 * @returns P(|T| > |t|)
 * @throws RangeError when t is not a number or df is not positive
 * Source: NIST DLMF 8.17; definition. Checked against R's pt.
 */
export function studentTTwoSided(t: number, df: number): number {
  requirePositive('studentTTwoSided', 'df', df);
  if (Number.isNaN(t)) throw new RangeError('studentTTwoSided: t must be a number');
  return parts(t, df).lower;
}

/**
 * Upper tail of Student's t distribution: the one-sided p value of a t statistic.
 * Formula: half the two-sided tail for t >= 0, one minus that below 0.
 *
 * @param t statistic
 * @param df degrees of freedom, above 0
 * @returns P(T > t)
 * @throws RangeError when t is not a number or df is not positive
 * Source: definition. Checked against R's pt with lower.tail = FALSE.
 */
export function studentTUpper(t: number, df: number): number {
  const half = studentTTwoSided(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}

/**
 * Lower tail of Student's t distribution: the upper tail at -t.
 *
 * @param t statistic
 * @param df degrees of freedom, above 0
 * @returns P(T <= t)
 * @throws RangeError when t is not a number or df is not positive
 * Source: definition. Checked to 20 digits (distributions.expected.json).
 */
export function studentTCdf(t: number, df: number): number {
  return studentTUpper(-t, df);
}

/**
 * Quantile of Student's t distribution: the multiplier of an interval whose spread was estimated.
 * Formula: the two-sided tail (or, near the middle, its complement) solved for t.
 *
 * @param p probability, strictly between 0 and 1
 * @param df degrees of freedom, above 0
 * @returns t with P(T <= t) = p
 * @throws RangeError unless 0 < p < 1 and df is positive
 * Source: definition. Checked against R's qt.
 */
export function studentTQuantile(p: number, df: number): number {
  requireProbability('studentTQuantile', p);
  requirePositive('studentTQuantile', 'df', df);
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentTQuantile(1 - p, df);
  const middle = p > 0.25;
  return -solveTail({
    target: middle ? 1 - 2 * p : 2 * p,
    rises: middle,
    start: -normalQuantile(p),
    tailAt: (t) => {
      const tails = parts(t, df);
      return middle ? tails.upper : tails.lower;
    },
    densityAt: (t) => {
      if (t > FAR * Math.sqrt(df)) return (df * farTail(t, df)) / t;
      const { x, y } = shares(t, df);
      return (2 * betaFront(df / 2, 0.5, x, y)) / t;
    },
  });
}
