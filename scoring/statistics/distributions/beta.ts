import { requirePositive, requireProbability } from '../checks.ts';
import { betaFront, incompleteBeta } from './incomplete-beta.ts';
import type { Tails } from './incomplete-gamma.ts';
import { solveTail } from './solve-tail.ts';

/** A point between 0 and 1 with its distance from 1, so that neither end loses digits. */
export interface BetaPoint {
  readonly x: number;
  readonly y: number;
}

/** The x with a given lower tail (rises) or upper tail, where it is known to lie up to a half. */
function solveBelowHalf(target: number, rises: boolean, a: number, b: number): number {
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
 * The point of a beta distribution at which the named tail has probability p: what the quantiles of beta
 * and F are made of.
 * Formula: the smaller tail solved for x; above a half solved for 1 - x with the shapes exchanged, so that
 * what is solved for keeps its digits.
 */
export function betaPoint(p: number, tail: 'lower' | 'upper', a: number, b: number): BetaPoint {
  const rises = (tail === 'lower') === p <= 0.5;
  const target = Math.min(p, 1 - p);
  const half = incompleteBeta(a, b, 0.5, 0.5);
  const isBelowHalf = rises ? target <= half.lower : target >= half.upper;
  if (isBelowHalf) {
    const x = solveBelowHalf(target, rises, a, b);
    return { x, y: 1 - x };
  }
  const y = solveBelowHalf(target, !rises, b, a);
  return { x: 1 - y, y };
}

function requireShapes(caller: string, a: number, b: number): void {
  requirePositive(caller, 'a', a);
  requirePositive(caller, 'b', b);
}

function betaTails(caller: string, x: number, a: number, b: number): Tails {
  requireShapes(caller, a, b);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`${caller}: x must lie from 0 to 1`);
  return incompleteBeta(a, b, x, 1 - x);
}

/**
 * Lower tail of the beta distribution.
 * Formula: I_x(a, b), the regularised incomplete beta function.
 *
 * @param x 0 to 1
 * @param a, b shapes, above 0
 * @returns P(X <= x)
 * @throws RangeError when x lies outside 0 to 1 or a shape is not positive
 * Source: NIST DLMF 8.17; definition. Checked to 20 digits (distributions.expected.json).
 */
export function betaCdf(x: number, a: number, b: number): number {
  return betaTails('betaCdf', x, a, b).lower;
}

/**
 * Upper tail of the beta distribution, computed as a tail: I with x and the shapes exchanged.
 *
 * @param x 0 to 1
 * @param a, b shapes, above 0
 * @returns P(X > x)
 * @throws RangeError as betaCdf
 * Source: NIST DLMF 8.17; definition. Checked to 20 digits (distributions.expected.json).
 */
export function betaUpper(x: number, a: number, b: number): number {
  return betaTails('betaUpper', x, a, b).upper;
}

/**
 * Quantile of the beta distribution: limits of an exact interval for a proportion.
 *
 * @param p probability, strictly between 0 and 1
 * @param a, b shapes, above 0
 * @returns x with P(X <= x) = p, 0 to 1
 * @throws RangeError unless 0 < p < 1 and both shapes are positive
 * Source: definition. Checked against R's qbeta and to 20 digits (distributions.expected.json).
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability('betaQuantile', p);
  requireShapes('betaQuantile', a, b);
  return betaPoint(p, 'lower', a, b).x;
}

/**
 * Quantile of the beta distribution from its upper tail, for probabilities too close to 1 to be written.
 *
 * @param p upper tail, strictly between 0 and 1
 * @param a, b shapes, above 0
 * @returns x with P(X > x) = p
 * @throws RangeError as betaQuantile
 * Source: definition. Checked to 20 digits (distributions.expected.json).
 */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  requireProbability('betaUpperQuantile', p);
  requireShapes('betaUpperQuantile', a, b);
  return betaPoint(p, 'upper', a, b).x;
}
