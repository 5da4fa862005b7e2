import { requireCounts, requirePositive, requireProbability } from '../checks.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { incompleteGamma, type Tails } from './incomplete-gamma.ts';
import { devianceTerm, stirlingError } from './log-gamma.ts';

const LOG_TWO_PI = 1.8378770664093453;

function requireCount(caller: string, name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${caller}: ${name} must be a whole number of at least 0`);
  }
}

function poissonTails(caller: string, k: number, mean: number): Tails {
  requireCount(caller, 'k', k);
  requirePositive(caller, 'mean', mean);
  return incompleteGamma(k + 1, mean);
}

/**
 * Lower tail of the Poisson distribution: the chance of at most k events.
 * Formula: Q(k + 1, mean), Q the regularised upper incomplete gamma function.
 *
 * @param k number of events, whole, 0 or more
 * @param mean expected number, above 0
 * @returns P(X <= k)
 * @throws RangeError when k is no count or mean is not positive
 * Source: NIST DLMF 8.4.10. Checked to 20 digits (distributions.expected.json).
 */
export function poissonCdf(k: number, mean: number): number {
  return poissonTails('poissonCdf', k, mean).upper;
}

/**
 * Upper tail of the Poisson distribution: the chance of more than k events.
 * Formula: P(k + 1, mean), P the regularised lower incomplete gamma function.
 *
 * @param k number of events, whole, 0 or more
 * @param mean expected number, above 0
 * @returns P(X > k)
 * @throws RangeError as poissonCdf
 * Source: NIST DLMF 8.4.10. Checked to 20 digits (distributions.expected.json).
 */
export function poissonUpper(k: number, mean: number): number {
  return poissonTails('poissonUpper', k, mean).lower;
}

function binomialTails(caller: string, k: number, n: number, p: number): Tails {
  requireCounts(caller, k, n, { successes: 'k', n: 'n' });
  requireProbability(caller, p);
  if (k === n) return { lower: 0, upper: 1 };
  return incompleteBeta(k + 1, n - k, p, 1 - p);
}

/**
 * Lower tail of the binomial distribution: the chance of at most k successes.
 * Formula: I_(1-p)(n - k, k + 1), I the regularised incomplete beta function.
 *
 * @param k successes, whole, 0 to n
 * @param n trials, whole, at least 1
 * @param p chance of each, strictly between 0 and 1
 * @returns P(X <= k)
 * @throws RangeError for impossible counts or p outside 0 to 1
 * Source: NIST DLMF 8.17.5. Checked to 20 digits (distributions.expected.json).
 */
export function binomialCdf(k: number, n: number, p: number): number {
  return binomialTails('binomialCdf', k, n, p).upper;
}

/**
 * Upper tail of the binomial distribution: the chance of more than k successes.
 * Formula: I_p(k + 1, n - k).
 *
 * @param k successes, whole, 0 to n
 * @param n trials, whole, at least 1
 * @param p chance of each, strictly between 0 and 1
 * @returns P(X > k)
 * @throws RangeError as binomialCdf
 * Source: NIST DLMF 8.17.5. Checked to 20 digits (distributions.expected.json).
 */
export function binomialUpper(k: number, n: number, p: number): number {
  return binomialTails('binomialUpper', k, n, p).lower;
}

/**
 * Natural logarithm of a binomial probability: a row's share of a likelihood.
 * Formula: from Stirling's formula with the large terms cancelled on paper, so that a million trials
 * keep their digits: stirlingError(n) - stirlingError(k) - stirlingError(n - k) - devianceTerm(k, n p)
 * - devianceTerm(n - k, n (1 - p)) + log(n / (2 pi k (n - k))) / 2.
 *
 * @param k successes, whole, 0 to n
 * @param n trials, whole, at least 1
 * @param p chance of each, 0 to 1, the ends included
 * @returns log P(X = k); -Infinity where it cannot happen
 * @throws RangeError for impossible counts or p outside 0 to 1
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities. Checked against R's
 * dbinom(log = TRUE).
 */
export function binomialLogProbability(k: number, n: number, p: number): number {
  const caller = 'binomialLogProbability';
  requireCounts(caller, k, n, { successes: 'k', n: 'n' });
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${caller}: p must lie from 0 to 1`);
  if (p === 0 || p === 1) return k === n * p ? 0 : -Infinity;
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  const rest = n - k;
  const stirling = stirlingError(n) - stirlingError(k) - stirlingError(rest);
  const deviance = devianceTerm(k, n * p) + devianceTerm(rest, n * (1 - p));
  return stirling - deviance - (LOG_TWO_PI + Math.log(k) + Math.log1p(-k / n)) / 2;
}
