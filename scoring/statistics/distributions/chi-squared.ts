import { requirePositive, requireProbability } from '../checks.ts';
import { gammaPoint } from './gamma.ts';
import { incompleteGamma, type Tails } from './incomplete-gamma.ts';

function chiSquaredTails(caller: string, x: number, df: number): Tails {
  requirePositive(caller, 'df', df);
  if (!(x >= 0)) throw new RangeError(`${caller}: x must be 0 or more`);
  return incompleteGamma(df / 2, x / 2);
}

/**
 * Upper tail of the chi-squared distribution: the p value of a chi-squared statistic.
 * Formula: Q(df / 2, x / 2), Q the regularised upper incomplete gamma function.
 *
 * @param x statistic, 0 or more
 * @param df degrees of freedom, above 0
 * @returns P(X > x)
 * @throws RangeError when x is negative or not a number, or df is not positive
 * Source: NIST DLMF 8.2; definition. Checked against R's pchisq with lower.tail = FALSE.
 */
export function chiSquaredUpper(x: number, df: number): number {
  return chiSquaredTails('chiSquaredUpper', x, df).upper;
}

/**
 * Lower tail of the chi-squared distribution.
 * Formula: P(df / 2, x / 2), P the regularised lower incomplete gamma function.
 *
 * @param x statistic, 0 or more
 * @param df degrees of freedom, above 0
 * @returns P(X <= x)
 * @throws RangeError as chiSquaredUpper
 * Source: NIST DLMF 8.2; definition. Checked to 20 digits as a gamma tail (distributions.expected.json).
 */
export function chiSquaredCdf(x: number, df: number): number {
  return chiSquaredTails('chiSquaredCdf', x, df).lower;
}

/**
 * Quantile of the chi-squared distribution: limits of counts, profile intervals.
 * Formula: twice the gamma quantile of shape df / 2.
 *
 * @param p probability, strictly between 0 and 1
 * @param df degrees of freedom, above 0
 * @returns x with P(X <= x) = p
 * @throws RangeError unless 0 < p < 1 and df is positive
 * Source: definition. Checked against R's qchisq.
 */
export function chiSquaredQuantile(p: number, df: number): number {
  requireProbability('chiSquaredQuantile', p);
  requirePositive('chiSquaredQuantile', 'df', df);
  return 2 * gammaPoint(p, 'lower', df / 2);
}

/**
 * Quantile of the chi-squared distribution from its upper tail.
 *
 * @param p upper tail, strictly between 0 and 1
 * @param df degrees of freedom, above 0
 * @returns x with P(X > x) = p
 * @throws RangeError as chiSquaredQuantile
 * Source: definition. Checked to 20 digits as a gamma quantile (distributions.expected.json).
 */
export function chiSquaredUpperQuantile(p: number, df: number): number {
  requireProbability('chiSquaredUpperQuantile', p);
  requirePositive('chiSquaredUpperQuantile', 'df', df);
  return 2 * gammaPoint(p, 'upper', df / 2);
}
