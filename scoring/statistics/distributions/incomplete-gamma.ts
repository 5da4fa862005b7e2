import { devianceTerm, stirlingError } from './log-gamma.ts';

/** Both tails, each accurate on its own. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const TINY = 1e-300;
const MAX_TERMS = 1_000_000;

/** x^a e^(-x) / gamma(a), from Stirling's formula with the large terms cancelled on paper. */
export function gammaFront(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - devianceTerm(a, x));
}

/**
 * Regularised incomplete gamma function, both tails: what chi-squared tails are made of.
 * Lower tail below x = a + 1 by the power series x^n / (a (a + 1) ... (a + n)); upper tail from there on
 * by the continued fraction, evaluated forwards.
 *
 * @param a shape, above 0
 * @param x 0 or more
 * Source: NIST DLMF 8.7.1 and 8.9.2; forward evaluation after Lentz (1976). Checked through
 * chiSquaredUpper and chiSquaredQuantile against R.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const front = gammaFront(a, x);
  if (x < a + 1) {
    let term = 1 / a;
    let series = term;
    for (let n = 1; n < MAX_TERMS && term > series * 1e-17; n += 1) {
      term *= x / (a + n);
      series += term;
    }
    const lower = front * series;
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || TINY);
    c = b + numerator / c || TINY;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  const upper = front * fraction;
  return { lower: 1 - upper, upper };
}
