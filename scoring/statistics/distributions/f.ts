import { requirePositive } from '../checks.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Upper tail of the F distribution: the p value of a ratio of two variances.
 * Formula: I_x(d2 / 2, d1 / 2) with x = d2 / (d2 + d1 f).
 *
 * @param f statistic, 0 or more
 * @param d1, d2 numerator and denominator degrees of freedom, above 0
 * @returns P(F > f)
 * @throws RangeError when f is negative or not a number, or a df is not positive
 * Source: NIST DLMF 8.17; definition. Checked against R's pf with lower.tail = FALSE.
 */
export function fUpper(f: number, d1: number, d2: number): number {
  requirePositive('fUpper', 'd1', d1);
  requirePositive('fUpper', 'd2', d2);
  if (!(f >= 0)) throw new RangeError('fUpper: f must be 0 or more');
  if (!Number.isFinite(d1 * f)) return 0;
  const total = d2 + d1 * f;
  return incompleteBeta(d2 / 2, d1 / 2, d2 / total, (d1 * f) / total).lower;
}
