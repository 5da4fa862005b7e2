import type { Tails } from './incomplete-gamma.ts';
import { devianceTerm, stirlingError } from './log-gamma.ts';

const TINY = 1e-300;
const MAX_TERMS = 1_000_000;

/** x^a y^b / B(a, b) with y = 1 - x given, from Stirling's formula with the large terms cancelled on paper. */
export function betaFront(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    devianceTerm(a, n * x) -
    devianceTerm(b, n * y);
  return Math.sqrt(((a / n) * b) / (2 * Math.PI)) * Math.exp(exponent);
}

/**
 * Lower tail over its front: a continued fraction whose terms need 1 - x only through y, so that it keeps
 * its digits where x is close to 1. It converges fast for x below (a + 1) / (a + b + 2).
 */
function continuedFraction(a: number, b: number, x: number, y: number): number {
  // a - (a + b) x, from whichever of its two forms subtracts less.
  const lambda = a < b ? a - (a + b) * x : (a + b) * y - b;
  let c = 1 / TINY;
  let d = 1 / ((a / (a + 1)) * (lambda + 1) || TINY);
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    const step = a + 2 * n - 1;
    const shared = (n * (b - n) * x) / step;
    const numerator = (((a + n - 1) * (a + b + n - 1) * x) / step) * shared;
    const denominator = n + shared + ((a + n) / (step + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (denominator + numerator * d || TINY);
    c = denominator + numerator / c || TINY;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return fraction;
}

/**
 * Regularised incomplete beta function, both tails: what Student's t, F and beta tails are made of.
 *
 * @param a, b shapes, above 0
 * @param x 0 to 1
 * @param y 1 - x, given by the caller, who can usually compute it without subtraction
 * Source: Didonato and Morris (1992), ACM Transactions on Mathematical Software 18, 360-373, equation 9;
 * forward evaluation after Lentz (1976). Checked through studentTUpper,
 * fUpper and betaQuantile against R.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const front = betaFront(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = front * continuedFraction(a, b, x, y);
    return { lower, upper: 1 - lower };
  }
  const upper = front * continuedFraction(b, a, y, x);
  return { lower: 1 - upper, upper };
}
