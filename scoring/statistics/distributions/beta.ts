import { requirePositive, requireProbability } from '../checks.ts';
import { betaFront, incompleteBeta } from './incomplete-beta.ts';
import { solveTail } from './solve-tail.ts';

/** The quantile x for a lower tail (rises) or an upper tail, where it is known to lie up to a half. */
function solveBeta(target: number, rises: boolean, a: number, b: number): number {
  return solveTail({
    target,
    rises,
    start: Math.min(a / (a + b), 0.5),
    ceiling: 1,
    tailAt: (x) => {
      const tails = incompleteBeta(a, b, x, 1 - x);
      return rises ? tails.lower : tails.upper;
    },
    densityAt: (x) => betaFront(a, b, x, 1 - x) / (x * (1 - x)),
  });
}

/**
 * Quantile of the beta distribution: limits of an exact interval for a proportion.
 * Formula: the smaller tail solved for x; above a half solved for 1 - x with the
 * shapes exchanged, so that what is solved for keeps its digits.
 *
 * @param p probability, strictly between 0 and 1
 * @param a, b shapes, above 0
 * @returns x with P(X <= x) = p, 0 to 1
 * @throws RangeError unless 0 < p < 1 and both shapes are positive
 * Source: definition. Checked against R's qbeta.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability('betaQuantile', p);
  requirePositive('betaQuantile', 'a', a);
  requirePositive('betaQuantile', 'b', b);
  const lowerIsSmaller = p <= 0.5;
  const target = lowerIsSmaller ? p : 1 - p;
  const half = incompleteBeta(a, b, 0.5, 0.5);
  const isBelowHalf = lowerIsSmaller ? target <= half.lower : target >= half.upper;
  return isBelowHalf
    ? solveBeta(target, lowerIsSmaller, a, b)
    : 1 - solveBeta(target, !lowerIsSmaller, b, a);
}
