import { requireProbability } from '../checks.ts';

const SQRT_TWO_PI = 2.5066282746310002;
const TINY = 1e-300;

/** exp(-x^2 / 2) with x split in two, so that rounding x^2 costs nothing far out in the tail. */
function bell(x: number): number {
  const coarse = Math.round(x * 16) / 16;
  return Math.exp((-coarse * coarse) / 2) * Math.exp((-(x - coarse) * (x + coarse)) / 2);
}

/** Area from 0 to x: density times x + x^3/3 + x^5/15 + ..., all terms positive. */
function areaFromZero(x: number): number {
  let term = x;
  let series = x;
  for (let odd = 3; term > series * 1e-18; odd += 2) {
    term *= (x * x) / odd;
    series += term;
  }
  return (bell(x) / SQRT_TWO_PI) * series;
}

/** Upper tail over density for x of at least about 1, by the continued fraction with steps 1, 5, 9, ... */
function millsRatio(x: number): number {
  const square = x * x;
  let b = square + 1;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n += 1) {
    const numerator = -(2 * n - 1) * (2 * n);
    b += 4;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return x * fraction;
}

/**
 * Upper tail of the standard normal distribution: the p value of a z statistic, one side.
 * Formula: 1/2 minus the series for the area from 0 to |x| up to |x| = 1.5; beyond, density times the
 * continued fraction of Mills' ratio, so that no tail is found by subtraction from 1.
 *
 * @param x standard deviations
 * @returns P(Z > x), relative error about 1e-15
 * @throws RangeError when x is not a number
 * Source: NIST DLMF 7.6.2 and 7.9. Checked against R's pnorm.
 */
export function normalUpper(x: number): number {
  if (Number.isNaN(x)) throw new RangeError('normalUpper: x must be a number');
  if (x < 0) return 1 - normalUpper(-x);
  if (x <= 1.5) return x === 0 ? 0.5 : 0.5 - areaFromZero(x);
  if (x === Infinity) return 0;
  return (bell(x) / SQRT_TWO_PI) * millsRatio(x);
}

/**
 * Standard normal distribution function: P(Z <= x), the upper tail at -x.
 *
 * @param x standard deviations
 * @returns P(Z <= x), relative error about 1e-15 on both sides
 * @throws RangeError when x is not a number
 * Source: definition. Checked against R's pnorm.
 */
export function normalCdf(x: number): number {
  return normalUpper(-x);
}

/**
 * Two-sided p value of a z statistic: 2 P(Z > |z|).
 *
 * @param z a standard normal statistic under the hypothesis
 * @returns p, 0 to 1
 * @throws RangeError when z is not a number
 * Source: definition. Checked against R's pnorm.
 */
export function normalTwoSided(z: number): number {
  return 2 * normalUpper(Math.abs(z));
}

/**
 * Quantile of the standard normal distribution: the multiplier of intervals and limits.
 * Formula: a rational first guess, refined by Halley's method on the accurate tail.
 *
 * @param p probability, strictly between 0 and 1
 * @returns x with P(Z <= x) = p
 * @throws RangeError unless 0 < p < 1
 * Source: first guess from Abramowitz and Stegun 26.2.23. Checked against R's qnorm.
 */
export function normalQuantile(p: number): number {
  requireProbability('normalQuantile', p);
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let x =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let iteration = 0; iteration < 3; iteration += 1) {
    const error = ((normalUpper(x) - p) * SQRT_TWO_PI) / bell(x);
    x += error / (1 - (x * error) / 2);
  }
  return -x;
}
