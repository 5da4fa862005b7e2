import {
  chances,
  devianceAt,
  moments,
  newtonStep,
  rowDeviance,
  type Rows,
} from './binomial-iterations.ts';
import type { BinomialFit } from './binomial-regression.ts';
import { covarianceOf, factorInUnits, inUnits, linearPredictor, type Design } from './design.ts';
import type { LeastSquares } from './least-squares.ts';
import { addScaledFrom, at, byName, item, rowProducts, sum } from './vectors.ts';

/** Variance of each row times the square of its row of X R^-1: the pull of a row on its own fit. */
function leveragesOf(
  design: Design,
  inverse: LeastSquares['inverse'],
  variances: Float64Array,
): number[] {
  const squares = new Float64Array(variances.length);
  for (let j = 0; j < inverse.length; j += 1) {
    const rotated = new Float64Array(variances.length);
    for (const [k, row] of inverse.slice(0, j + 1).entries()) {
      addScaledFrom(rotated, at(row, j), item(design.columns, k), 0);
    }
    addScaledFrom(squares, 1, rowProducts(rotated, rotated), 0);
  }
  return [...rowProducts(squares, variances)];
}

/** Everything a page may ask of a fit, in the units of the terms. */
export function describeFit(
  design: Design,
  rows: Rows,
  coefficients: readonly number[],
  iterations: number,
): BinomialFit {
  const logOdds = linearPredictor(design.columns, coefficients, rows.offset);
  const { inverse } = newtonStep(design, rows, logOdds);
  const factor = factorInUnits(design, inverse);
  const index = [...logOdds.keys()];
  const momentsOf = index.map((i) => moments(rows, logOdds, i));
  const pearsonResiduals = momentsOf.map(({ rest, variance }) => rest / Math.sqrt(variance));
  const devianceResiduals = index.map((i) => {
    const size = Math.sqrt(rowDeviance(at(rows.successes, i), at(rows.trials, i), at(logOdds, i)));
    return item(momentsOf, i).rest >= 0 ? size : -size;
  });
  const variances = Float64Array.from(momentsOf, ({ variance }) => variance);
  const fitted = [...logOdds].map((value) => chances(value).p);
  const dfResidual = index.length - design.names.length;
  const pearson = sum(pearsonResiduals.map((value) => value * value));
  const dropped = design.aliased.map((name) => `${name} repeats earlier columns and is left out`);
  const extreme = [...logOdds].some((value) => Math.abs(value) > 18)
    ? ['some fitted probabilities are 0 or 1 to eight digits']
    : [];
  return {
    status: 'fitted',
    names: design.names,
    coefficients: byName(design.names, inUnits(design, coefficients)),
    standardErrors: byName(
      design.names,
      factor.map((row) => Math.hypot(...row)),
    ),
    covariance: covarianceOf(factor),
    deviance: devianceAt(rows, logOdds),
    pearsonDispersion: dfResidual > 0 ? pearson / dfResidual : undefined,
    dfResidual,
    n: index.length,
    events: sum(rows.successes),
    people: sum(rows.trials),
    rows: rows.positions,
    fitted,
    leverages: leveragesOf(design, inverse, variances),
    devianceResiduals,
    pearsonResiduals,
    aliased: design.aliased,
    iterations,
    converged: true,
    warnings: [...dropped, ...extreme],
  };
}
