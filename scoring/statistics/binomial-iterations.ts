import { INTERCEPT, linearPredictor, type Design } from './design.ts';
import { devianceTerm } from './distributions/log-gamma.ts';
import { leastSquares, type LeastSquares } from './least-squares.ts';
import { isSeparating } from './separation.ts';
import { at, largestAbsolute, rowProducts, sum } from './vectors.ts';

export const MAX_ITERATIONS = 60;
/** A Newton step that moves no log odds by more than this leaves an error of about its square. */
const STEP_TOLERANCE = 1e-7;
/** From here on a step that still moves log odds by a half is a sign of separation. */
const SUSPECT_AFTER = 12;

/** Rows with trials, as the iterations need them. */
export interface Rows {
  readonly positions: readonly number[];
  readonly successes: readonly number[];
  readonly trials: readonly number[];
  readonly offset: readonly number[];
}

/** p and 1 - p for log odds, neither by subtraction. */
export function chances(logOdds: number): { p: number; q: number } {
  return { p: 1 / (1 + Math.exp(-logOdds)), q: 1 / (1 + Math.exp(logOdds)) };
}

/** What one row adds to the deviance. */
export function rowDeviance(successes: number, trials: number, logOdds: number): number {
  const { p, q } = chances(logOdds);
  return 2 * (devianceTerm(successes, trials * p) + devianceTerm(trials - successes, trials * q));
}

/** Twice the log likelihood lost against a fit through every row. */
export function devianceAt(rows: Rows, logOdds: Float64Array): number {
  let total = 0;
  for (let i = 0; i < logOdds.length; i += 1) {
    total += rowDeviance(at(rows.successes, i), at(rows.trials, i), at(logOdds, i));
  }
  return total;
}

/** Successes minus their expectation, and the variance, of one row. */
export function moments(
  rows: Rows,
  logOdds: Float64Array,
  i: number,
): { rest: number; variance: number } {
  const { p, q } = chances(at(logOdds, i));
  const x = at(rows.successes, i);
  const n = at(rows.trials, i);
  return { rest: x * q - (n - x) * p, variance: n * p * q };
}

/** One weighted least-squares step from the present log odds, for the change of the coefficients. */
export function newtonStep(design: Design, rows: Rows, logOdds: Float64Array): LeastSquares {
  const roots = new Float64Array(logOdds.length);
  const response = new Float64Array(logOdds.length);
  for (let i = 0; i < logOdds.length; i += 1) {
    const { rest, variance } = moments(rows, logOdds, i);
    roots[i] = Math.sqrt(variance);
    response[i] = variance > 0 ? rest / Math.sqrt(variance) : 0;
  }
  const weighted = design.columns.map((column) => rowProducts(column, roots));
  return leastSquares(weighted, response);
}

type Iterated =
  | { readonly outcome: 'converged'; readonly coefficients: number[]; readonly iterations: number }
  | { readonly outcome: 'separated'; readonly direction: readonly number[] }
  | { readonly outcome: 'not-converged' };

/**
 * Newton's steps to the maximum of the binomial likelihood, or to the direction that shows there is none.
 *
 * @param design columns, centred and scaled
 * @param rows counts and offsets, at least one row
 */
export function iterate(design: Design, rows: Rows): Iterated {
  const overall = (sum(rows.successes) + 0.5) / (sum(rows.trials) + 1);
  let coefficients = design.columns.map(() => 0);
  if (design.names[0] === INTERCEPT) coefficients[0] = Math.log(overall / (1 - overall));
  let logOdds = linearPredictor(design.columns, coefficients, rows.offset);
  let deviance = devianceAt(rows, logOdds);
  const still = rows.trials.map(() => 0);
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    const direction = newtonStep(design, rows, logOdds).solution;
    const change = linearPredictor(design.columns, direction, still);
    const largest = largestAbsolute(change);
    if (!Number.isFinite(largest)) return { outcome: 'not-converged' };
    if (
      iteration > SUSPECT_AFTER &&
      largest > 0.5 &&
      isSeparating(change, rows.successes, rows.trials)
    ) {
      return { outcome: 'separated', direction };
    }
    // Halve a step that would make the fit worse: far from the answer Newton may overshoot.
    let share = 1;
    const from = coefficients;
    for (let halving = 0; halving < 40; halving += 1) {
      coefficients = from.map((value, j) => value + share * at(direction, j));
      logOdds = linearPredictor(design.columns, coefficients, rows.offset);
      const next = devianceAt(rows, logOdds);
      if (next <= deviance + 1e-10 * (1 + deviance)) {
        deviance = next;
        break;
      }
      share /= 2;
    }
    if (largest <= STEP_TOLERANCE) {
      return { outcome: 'converged', coefficients, iterations: iteration };
    }
  }
  return { outcome: 'not-converged' };
}
