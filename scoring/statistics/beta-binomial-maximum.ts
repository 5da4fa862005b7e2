import { betaBinomialLikelihood, type Counts } from './beta-binomial-likelihood.ts';
import { covarianceOf, type Design } from './design.ts';
import { inverseFactor } from './positive-definite.ts';
import { at, item, largestAbsolute, sum } from './vectors.ts';

export const MAX_ITERATIONS = 100;
/** No coefficient of a scaled column, nor the log odds of rho, moves further than this in the last step. */
const STEP_TOLERANCE = 1e-8;
/** Log odds of rho beyond which it counts as 0 or 1. */
const RHO_BOUND = 18;

export type Maximum =
  | { readonly outcome: 'maximum'; readonly parameters: number[]; readonly iterations: number }
  | { readonly outcome: 'rho-0' | 'rho-1' | 'not-converged' };

/**
 * A factor of the inverse information, made positive definite by a ridge where it is not; undefined where
 * the information is not made of numbers any more.
 */
export function ascentFactor(
  information: readonly (readonly number[])[],
): Float64Array[] | undefined {
  if (!information.flat().every(Number.isFinite)) return undefined;
  const largest = Math.max(...information.map((row, i) => Math.abs(at(row, i))), 1e-8);
  for (let ridge = 0; ; ridge = ridge === 0 ? 1e-6 * largest : ridge * 10) {
    const raised = information.map((row, i) =>
      row.map((value, j) => (i === j ? value + ridge : value)),
    );
    const factor = inverseFactor(raised);
    if (factor !== undefined) return factor;
  }
}

/** Newton's method uphill, with steps halved until the likelihood rises. */
export function maximise(design: Design, counts: Counts, start: readonly number[]): Maximum {
  let parameters = [...start];
  let here = betaBinomialLikelihood(design, counts, parameters);
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    const factor = ascentFactor(here.information);
    if (factor === undefined) return { outcome: 'not-converged' };
    const covariance = covarianceOf(factor);
    const step = covariance.map((row) => sum(row.map((v, j) => v * at(here.gradient, j))));
    const longest = largestAbsolute(step);
    if (!Number.isFinite(longest)) return { outcome: 'not-converged' };
    let share = Math.min(1, 3 / longest);
    const from = parameters;
    let next = here;
    for (let halving = 0; halving < 40; halving += 1) {
      parameters = from.map((value, j) => value + share * at(step, j));
      next = betaBinomialLikelihood(design, counts, parameters);
      if (next.logLikelihood >= here.logLikelihood - 1e-11 * Math.abs(here.logLikelihood)) break;
      share /= 2;
    }
    here = next;
    const logOddsRho = item(parameters, parameters.length - 1);
    if (Math.abs(logOddsRho) > RHO_BOUND) return { outcome: logOddsRho < 0 ? 'rho-0' : 'rho-1' };
    if (longest <= STEP_TOLERANCE && inverseFactor(here.information) !== undefined) {
      return { outcome: 'maximum', parameters, iterations: iteration };
    }
  }
  return { outcome: 'not-converged' };
}
