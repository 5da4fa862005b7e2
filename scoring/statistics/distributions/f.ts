import { requirePositive, requireProbability } from '../checks.ts';
import { betaPoint } from './beta.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import type { Tails } from './incomplete-gamma.ts';

function requireFreedom(caller: string, d1: number, d2: number): void {
  requirePositive(caller, 'd1', d1);
  requirePositive(caller, 'd2', d2);
}

function fTails(caller: string, f: number, d1: number, d2: number): Tails {
  requireFreedom(caller, d1, d2);
  if (!(f >= 0)) throw new RangeError(`${caller}: f must be 0 or more`);
  const product = d1 * f;
  if (Number.isFinite(product)) {
    const total = d2 + product;
    return incompleteBeta(d1 / 2, d2 / 2, product / total, d2 / total);
  }
  return incompleteBeta(d1 / 2, d2 / 2, 1, d2 / d1 / f);
}

/**
 * Upper tail of the F distribution: the p value of a ratio of two variances.
 * Formula: I_x(d2 / 2, d1 / 2) with x = d2 / (d2 + d1 f).
 *
 * @param f statistic, 0 or more
 * @param d1, d2 numerator and denominator degrees of freedom, above 0
 * @returns P(F > f)
 * @throws RangeError when f is negative or not a number, or a df is not positive
 * Source: NIST DLMF 8.17; definition. Checked against R's pf and to 20 digits
 * (distributions.expected.json).
 */
export function fUpper(f: number, d1: number, d2: number): number {
  return fTails('fUpper', f, d1, d2).upper;
}

/**
 * Lower tail of the F distribution.
 * Formula: I_y(d1 / 2, d2 / 2) with y = d1 f / (d2 + d1 f).
 *
 * @param f statistic, 0 or more
 * @param d1, d2 numerator and denominator degrees of freedom, above 0
 * @returns P(F <= f)
 * @throws RangeError as fUpper
 * Source: NIST DLMF 8.17; definition. Checked to 20 digits (distributions.expected.json).
 */
export function fCdf(f: number, d1: number, d2: number): number {
  return fTails('fCdf', f, d1, d2).lower;
}

/**
 * Quantile of the F distribution: limits of an intraclass correlation.
 * Formula: d2 x / (d1 (1 - x)), x the beta quantile with shapes d1 / 2 and d2 / 2.
 *
 * @param p probability, strictly between 0 and 1
 * @param d1, d2 numerator and denominator degrees of freedom, above 0
 * @returns f with P(F <= f) = p
 * @throws RangeError unless 0 < p < 1 and both df are positive
 * Source: definition. Checked to 20 digits (distributions.expected.json).
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  requireProbability('fQuantile', p);
  requireFreedom('fQuantile', d1, d2);
  const { x, y } = betaPoint(p, 'lower', d1 / 2, d2 / 2);
  return (d2 / d1) * (x / y);
}

/**
 * Quantile of the F distribution from its upper tail.
 *
 * @param p upper tail, strictly between 0 and 1
 * @param d1, d2 numerator and denominator degrees of freedom, above 0
 * @returns f with P(F > f) = p
 * @throws RangeError as fQuantile
 * Source: definition. Checked to 20 digits (distributions.expected.json).
 */
export function fUpperQuantile(p: number, d1: number, d2: number): number {
  requireProbability('fUpperQuantile', p);
  requireFreedom('fUpperQuantile', d1, d2);
  const { x, y } = betaPoint(p, 'upper', d1 / 2, d2 / 2);
  return (d2 / d1) * (x / y);
}
