import { requirePositive } from '../checks.ts';

const HALF_LOG_TWO_PI = 0.9189385332046727;

/** Coefficients of 1/x, 1/x^3, ... in Stirling's series: B(2k) / (2k (2k - 1)). */
const STIRLING_SERIES = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

/** From here on eight terms of the series are exact to double precision. */
const SERIES_FROM = 10;

/**
 * What one step down the recurrence adds: (x + 1/2) log(1 + 1/x) - 1, as the sum of v^(2j) / (2j + 1)
 * with v = 1 / (2x + 1), whose terms are all positive, so that nothing cancels.
 */
function stirlingStep(x: number): number {
  if (x < 0.5) return (x + 0.5) * Math.log1p(1 / x) - 1;
  const square = 1 / (2 * x + 1) ** 2;
  let power = square;
  let total = 0;
  for (let j = 1; power > 1e-19; j += 1) {
    total += power / (2 * j + 1);
    power *= square;
  }
  return total;
}

/**
 * The error of Stirling's formula, log gamma(x) - [(x - 1/2) log x - x + log(2 pi) / 2]. Tails and
 * densities are written with it because the large terms then cancel on paper and not in the machine.
 *
 * @param x above 0
 * Source: Stirling's series (NIST DLMF 5.11.1); used as in Loader (2000), Fast and accurate
 * computation of binomial probabilities. Checked through the tails and logGamma below.
 */
export function stirlingError(x: number): number {
  let total = 0;
  let argument = x;
  while (argument < SERIES_FROM) {
    total += stirlingStep(argument);
    argument += 1;
  }
  const square = 1 / (argument * argument);
  let series = 0;
  for (const coefficient of [...STIRLING_SERIES].reverse()) series = series * square + coefficient;
  return total + series / argument;
}

/**
 * Natural logarithm of the gamma function, for likelihood constants.
 * Formula: (x - 1/2) log x - x + log(2 pi) / 2 + stirlingError(x).
 *
 * @param x above 0
 * @returns log gamma(x), good to about 1e-15 of the larger of 1 and its size
 * @throws RangeError unless x is positive and finite
 * Source: NIST DLMF 5.11. Checked against R's lgamma (relations-extra.expected.json).
 */
export function logGamma(x: number): number {
  requirePositive('logGamma', 'x', x);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/**
 * Natural logarithm of the binomial coefficient, for the constant of a binomial likelihood.
 * Formula: log gamma(n + 1) - log gamma(k + 1) - log gamma(n - k + 1).
 *
 * @param n number of trials, whole, 0 or more
 * @param k number of successes, whole, 0 to n
 * @returns log of n over k; exactly 0 for k = 0 and k = n
 * @throws RangeError unless 0 <= k <= n
 * Source: definition. Checked against R's lchoose.
 */
export function logChoose(n: number, k: number): number {
  if (!(k >= 0 && k <= n)) throw new RangeError('logChoose: k must lie from 0 to n');
  if (k === 0 || k === n) return 0;
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/**
 * observed log(observed / expected) + expected - observed: one cell's half of a deviance, also the
 * exponent of a gamma or beta density. Near observed = expected both terms are equal and opposite,
 * so a series in v = (observed - expected) / (observed + expected) takes over.
 *
 * @param observed 0 or more
 * @param expected above 0 (0 only where observed is 0)
 * Source: Loader (2000). Checked through deviances, tails and quantiles.
 */
export function devianceTerm(observed: number, expected: number): number {
  if (observed === 0) return expected;
  const difference = observed - expected;
  const total = observed + expected;
  if (Math.abs(difference) > 0.1 * total) {
    return observed * Math.log(observed / expected) - difference;
  }
  const v = difference / total;
  let power = v * v * v;
  let series = 0;
  for (let j = 3; Math.abs(power) > 1e-19 * Math.abs(v); j += 2) {
    series += power / j;
    power *= v * v;
  }
  return difference * v + 2 * observed * series;
}
