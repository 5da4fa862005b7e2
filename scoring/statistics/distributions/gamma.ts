import { requirePositive, requireProbability } from '../checks.ts';
import { gammaFront, incompleteGamma, type Tails } from './incomplete-gamma.ts';
import { normalQuantile } from './normal.ts';
import { solveTail } from './solve-tail.ts';

function gammaTails(caller: string, x: number, shape: number): Tails {
  requirePositive(caller, 'shape', shape);
  if (!(x >= 0)) throw new RangeError(`${caller}: x must be 0 or more`);
  return incompleteGamma(shape, x);
}

/**
 * Lower tail of the gamma distribution with scale 1 (for another scale, divide x by it).
 * Formula: P(shape, x), the regularised lower incomplete gamma function.
 *
 * @param x 0 or more
 * @param shape above 0
 * @returns P(X <= x)
 * @throws RangeError when x is negative or not a number, or shape is not positive
 * Source: NIST DLMF 8.2; definition. Checked to 20 digits (distributions.expected.json).
 */
export function gammaCdf(x: number, shape: number): number {
  return gammaTails('gammaCdf', x, shape).lower;
}

/**
 * Upper tail of the gamma distribution with scale 1.
 * Formula: Q(shape, x), computed as a tail.
 *
 * @param x 0 or more
 * @param shape above 0
 * @returns P(X > x)
 * @throws RangeError as gammaCdf
 * Source: NIST DLMF 8.2; definition. Checked to 20 digits (distributions.expected.json).
 */
export function gammaUpper(x: number, shape: number): number {
  return gammaTails('gammaUpper', x, shape).upper;
}

/** The x at which the named tail has probability p: the smaller tail solved from Wilson and Hilferty's guess. */
export function gammaPoint(p: number, tail: 'lower' | 'upper', shape: number): number {
  const rises = (tail === 'lower') === p <= 0.5;
  const spread = 1 / (9 * shape);
  const z = tail === 'lower' ? normalQuantile(p) : -normalQuantile(p);
  const guess = shape * (1 - spread + z * Math.sqrt(spread)) ** 3;
  return solveTail({
    target: Math.min(p, 1 - p),
    rises,
    start: Math.max(guess, 1e-3 * shape),
    tailAt: (x) => {
      const tails = incompleteGamma(shape, x);
      return rises ? tails.lower : tails.upper;
    },
    densityAt: (x) => gammaFront(shape, x) / x,
  });
}

/**
 * Quantile of the gamma distribution with scale 1: exact limits of a count of events.
 *
 * @param p probability, strictly between 0 and 1
 * @param shape above 0
 * @returns x with P(X <= x) = p
 * @throws RangeError unless 0 < p < 1 and shape is positive
 * Source: definition; first guess from Wilson and Hilferty (1931). Checked to 20 digits
 * (distributions.expected.json).
 */
export function gammaQuantile(p: number, shape: number): number {
  requireProbability('gammaQuantile', p);
  requirePositive('gammaQuantile', 'shape', shape);
  return gammaPoint(p, 'lower', shape);
}

/**
 * Quantile of the gamma distribution from its upper tail, for probabilities too close to 1 to be written.
 *
 * @param p upper tail, strictly between 0 and 1
 * @param shape above 0
 * @returns x with P(X > x) = p
 * @throws RangeError as gammaQuantile
 * Source: definition. Checked to 20 digits (distributions.expected.json).
 */
export function gammaUpperQuantile(p: number, shape: number): number {
  requireProbability('gammaUpperQuantile', p);
  requirePositive('gammaUpperQuantile', 'shape', shape);
  return gammaPoint(p, 'upper', shape);
}
