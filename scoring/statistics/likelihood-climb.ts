import { timesInverse, type Likelihood, type LikelihoodPoint } from './binomial-likelihood.ts';
import { at } from './vectors.ts';

/** A combination of the coefficients, a'b, by its weights a. */
export type Combination = readonly number[];

export const dot = (a: readonly number[], b: readonly number[]): number => {
  let total = 0;
  for (let j = 0; j < a.length; j += 1) total += (a[j] ?? 0) * (b[j] ?? 0);
  return total;
};

export interface Climbed {
  readonly point: LikelihoodPoint;
  readonly iterations: number;
}

const MAX_ITERATIONS = 200;
/** Square of the distance to the answer, in standard errors, at which a climb has arrived. */
const ARRIVED = 1e-20;
/** The same where only the height is wanted, which differs from the highest by about this square. */
const HIGH_ENOUGH = 1e-14;
/** Below this a step that is no shorter than the last one is rounding. */
const ROUNDING = 1e-14;

/** Whether a step of this squared length, in standard errors, after one of the last, ends the search. */
export function hasArrived(distance: number, last: number, arrived = ARRIVED): boolean {
  return distance <= arrived || (distance <= ROUNDING && distance >= last / 2);
}

/** The point a step away, the step halved until the likelihood does not fall. */
function stepUp(
  likelihood: Likelihood,
  from: LikelihoodPoint,
  step: readonly number[],
): LikelihoodPoint {
  const least = from.logLikelihood - 1e-10 * (1 + Math.abs(from.logLikelihood));
  let share = 1;
  for (;;) {
    const next = likelihood(from.parameters.map((value, j) => value + share * at(step, j)));
    if (next.logLikelihood >= least || share < 1e-9) return next;
    share /= 2;
  }
}

/**
 * The highest point of a log likelihood, over all coefficients or with one combination of them held.
 * Formula: Newton's steps C(g + s a), C the inverse information, g the score, a the combination held and s
 * such that a'b takes its value (0 where nothing is held); a step that would lower the likelihood is halved.
 *
 * For: Firth's penalised likelihood, and likelihood ratio tests of one coefficient.
 * @param likelihood value, score and information at given coefficients of scaled columns
 * @param start where the climb starts: coefficients, or a point where it is known already
 * @param held a combination and the value it is held at; the climb then ends once its height is right to rounding
 * @returns the point and the number of steps; undefined when 200 steps do not reach it
 * Source: Newton's method with a linear constraint. Checked through logisticRegression.
 */
export function climb(
  likelihood: Likelihood,
  start: readonly number[] | LikelihoodPoint,
  held?: { readonly combination: Combination; readonly value: number },
): Climbed | undefined {
  let point = 'parameters' in start ? start : likelihood(start);
  if (held !== undefined) {
    // The first move is onto the constraint, where the likelihood may well be lower.
    const { combination: a, value } = held;
    const towards = timesInverse(point.factor, a);
    const share = (value - dot(a, point.parameters)) / dot(a, towards);
    point = likelihood(point.parameters.map((b, j) => b + share * at(towards, j)));
  }
  let last = Infinity;
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    let step = timesInverse(point.factor, point.score);
    if (held !== undefined) {
      const towards = timesInverse(point.factor, held.combination);
      const s = -dot(held.combination, step) / dot(held.combination, towards);
      step = step.map((value, j) => value + s * at(towards, j));
    }
    const distance = dot(point.score, step);
    if (!Number.isFinite(distance)) return undefined;
    const arrived = held === undefined ? ARRIVED : HIGH_ENOUGH;
    if (hasArrived(distance, last, arrived)) return { point, iterations: iteration };
    last = distance;
    point = stepUp(likelihood, point, step);
  }
  return undefined;
}
