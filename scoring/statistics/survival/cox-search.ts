import { inverseFactor } from '../positive-definite.ts';
import { at, timesVector, transposeTimesVector, type Matrix } from '../vectors.ts';
import { coxLikelihood, type CoxPoint, type RiskSets } from './cox-likelihood.ts';

const MAX_ITERATIONS = 60;

/** Newton's step V s, V = F F' the inverse of the information. */
function newtonStep(factor: Matrix, score: readonly number[]): number[] {
  return timesVector(factor, transposeTimesVector(factor, score));
}

export interface CoxSearch {
  readonly coefficients: readonly number[];
  readonly point: CoxPoint;
  /** Missing where the information is singular. */
  readonly factor: Matrix | undefined;
  readonly lastStep: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * The highest partial likelihood, from all coefficients 0.
 * Formula: Newton's method until no coefficient moves by 1e-10; a step that loses likelihood is halved.
 *
 * @param sets risk sets with columns at right angles (orthogonalColumns)
 * @returns where the search ended, and whether it settled
 * Source: standard practice. Checked through coxRegression.
 */
export function searchMaximum(sets: RiskSets): CoxSearch {
  let coefficients = sets.columns.map(() => 0);
  let point = coxLikelihood(sets, coefficients);
  let lastStep = coefficients;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations += 1) {
    const factor = inverseFactor(point.information);
    const state = { coefficients, point, factor, lastStep, iterations };
    if (factor === undefined) return { ...state, converged: false };
    const step = newtonStep(factor, point.score);
    if (Math.max(...step.map(Math.abs)) < 1e-10) return { ...state, converged: true };
    const fewest = point.logLikelihood - 1e-10 * Math.abs(point.logLikelihood);
    let share = 2;
    do {
      share /= 2;
      lastStep = step.map((value) => share * value);
      const moved = coefficients.map((value, j) => value + at(lastStep, j));
      const next = coxLikelihood(sets, moved);
      if (!(next.logLikelihood >= fewest) && share > 1e-6) continue;
      coefficients = moved;
      point = next;
      break;
    } while (share > 1e-6);
  }
  const factor = inverseFactor(point.information);
  return { coefficients, point, factor, lastStep, iterations: MAX_ITERATIONS, converged: false };
}
