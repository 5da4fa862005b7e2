import { informationSolver, roughSolver, rowMoments, type Rows } from './binomial-likelihood.ts';
import { columnSums, predictorOf } from './design-products.ts';
import { INTERCEPT, type Design } from './design.ts';
import { isSeparating } from './separation.ts';
import { addScaledFrom, at, largestAbsolute, sum } from './vectors.ts';

export const MAX_ITERATIONS = 60;
/** A Newton step that moves no log odds by more than this leaves an error of about its square. */
const STEP_TOLERANCE = 1e-7;
/** Once log odds move by less than this, the information of the last step serves for the next ones too. */
const CLOSE = 0.1;
/** Such steps shorten by a constant share each, so they must end nearer the answer. */
const REUSED_TOLERANCE = 1e-12;
/** From here on a step that still moves log odds by a half is a sign of separation. */
const SUSPECT_AFTER = 12;

export type Iterated =
  | { readonly outcome: 'converged'; readonly coefficients: number[]; readonly iterations: number }
  | {
      readonly outcome: 'separated';
      readonly direction: readonly number[];
      /** Where the iterations stood: log odds so large that fitted probabilities are 0 and 1 in effect. */
      readonly coefficients: number[];
    }
  | { readonly outcome: 'not-converged' };

/** Log odds of the overall rate, held off 0 and 1, for the constant; 0 for the others. */
function usualStart(design: Design, rows: Rows): number[] {
  const overall = (sum(rows.successes) + 0.5) / (sum(rows.trials) + 1);
  return design.names.map((name) => (name === INTERCEPT ? Math.log(overall / (1 - overall)) : 0));
}

/**
 * Newton's steps to the maximum of the binomial likelihood, or to the direction that shows there is none.
 *
 * @param design columns, centred and scaled
 * @param rows counts and offsets, at least one row
 * @param start coefficients near the answer, where they are known
 */
export function iterate(design: Design, rows: Rows, start?: readonly number[]): Iterated {
  const still = new Float64Array(rows.trials.length);
  let coefficients = [...(start ?? usualStart(design, rows))];
  let logOdds = predictorOf(design, coefficients, rows.offset);
  let moments = rowMoments(rows, logOdds);
  let solve = (vector: readonly number[]): readonly number[] => vector;
  let last = Infinity;
  let isShrinking = false;
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    const isReused = isShrinking && last <= CLOSE;
    if (!isReused) {
      const isFirst = iteration === 1 && start === undefined;
      solve = (isFirst ? roughSolver : informationSolver)(design, moments.variances);
    }
    const direction = solve(columnSums(design, moments.rest));
    const change = predictorOf(design, direction, still);
    const largest = largestAbsolute(change);
    if (!Number.isFinite(largest)) return { outcome: 'not-converged' };
    if (
      iteration > SUSPECT_AFTER &&
      largest > 0.5 &&
      isSeparating(change, rows.successes, rows.trials)
    ) {
      return { outcome: 'separated', direction, coefficients };
    }
    // Halve a step that would make the fit worse: far from the answer Newton may overshoot.
    const from = { coefficients, logOdds };
    const least = moments.logLikelihood - 1e-10 * (1 + Math.abs(moments.logLikelihood));
    let share = 1;
    for (let halving = 0; halving < 40; halving += 1) {
      coefficients = from.coefficients.map((value, j) => value + share * at(direction, j));
      logOdds = from.logOdds.slice();
      addScaledFrom(logOdds, share, change, 0);
      moments = rowMoments(rows, logOdds);
      if (moments.logLikelihood >= least) break;
      share /= 2;
    }
    isShrinking = largest <= 0.3 * last;
    last = largest;
    if (largest <= (isReused ? REUSED_TOLERANCE : STEP_TOLERANCE)) {
      return { outcome: 'converged', coefficients, iterations: iteration };
    }
  }
  return { outcome: 'not-converged' };
}
