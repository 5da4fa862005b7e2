import { requirePositive, requireProbability } from '../checks.ts';
import { gammaFront, incompleteGamma } from './incomplete-gamma.ts';
import { normalQuantile } from './normal.ts';
import { solveTail } from './solve-tail.ts';

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
  requirePositive('chiSquaredUpper', 'df', df);
  if (!(x >= 0)) throw new RangeError('chiSquaredUpper: x must be 0 or more');
  return incompleteGamma(df / 2, x / 2).upper;
}

/**
 * Quantile of the chi-squared distribution: limits of counts, profile intervals.
 * Formula: the smaller tail solved for x from the Wilson-Hilferty guess.
 *
 * @param p probability, strictly between 0 and 1
 * @param df degrees of freedom, above 0
 * @returns x with P(X <= x) = p
 * @throws RangeError unless 0 < p < 1 and df is positive
 * Source: definition; first guess from Wilson and Hilferty (1931). Checked against R's qchisq.
 */
export function chiSquaredQuantile(p: number, df: number): number {
  requireProbability('chiSquaredQuantile', p);
  requirePositive('chiSquaredQuantile', 'df', df);
  const rises = p <= 0.5;
  const spread = 2 / (9 * df);
  const guess = df * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3;
  return solveTail({
    target: rises ? p : 1 - p,
    rises,
    start: Math.max(guess, 1e-3 * df),
    tailAt: (x) => {
      const tails = incompleteGamma(df / 2, x / 2);
      return rises ? tails.lower : tails.upper;
    },
    densityAt: (x) => gammaFront(df / 2, x / 2) / x,
  });
}
