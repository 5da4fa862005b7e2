import {
  chances,
  informationFactor,
  rowMoments,
  type RowMoments,
  type Rows,
} from './binomial-likelihood.ts';
import type { BinomialFit } from './binomial-regression.ts';
import { covarianceOf, factorInUnits, inUnits, type Design } from './design.ts';
import { predictorOf } from './design-products.ts';
import { devianceTerm } from './distributions/log-gamma.ts';
import { leverages } from './leverages.ts';
import { at, byName, sum } from './vectors.ts';

/** What one row adds to the deviance. */
function rowDeviance(successes: number, trials: number, logOdds: number): number {
  const { p, q } = chances(logOdds);
  return 2 * (devianceTerm(successes, trials * p) + devianceTerm(trials - successes, trials * q));
}

/** Deviance residuals, one per row: their squares add up to the deviance. */
function devianceResiduals(rows: Rows, logOdds: Float64Array, { rest }: RowMoments): number[] {
  return Array.from(logOdds, (value, i) => {
    const size = Math.sqrt(rowDeviance(at(rows.successes, i), at(rows.trials, i), value));
    return at(rest, i) >= 0 ? size : -size;
  });
}

/** Twice the log likelihood lost against a fit through every row. */
export function devianceAt(rows: Rows, logOdds: Float64Array): number {
  let total = 0;
  for (const [i, value] of logOdds.entries()) {
    total += rowDeviance(at(rows.successes, i), at(rows.trials, i), value);
  }
  return total;
}

export const EXTREME_WARNING = 'some fitted probabilities are 0 or 1 to eight digits';

/** Said where fitted probabilities are 0 or 1 in effect. */
export function extremeWarnings(logOdds: Float64Array): string[] {
  return logOdds.some((value) => Math.abs(value) > 18) ? [EXTREME_WARNING] : [];
}

/** Everything a page may ask of a fit, in the units of the terms. */
export function describeFit(
  design: Design,
  rows: Rows,
  coefficients: readonly number[],
  iterations: number,
): BinomialFit {
  const logOdds = predictorOf(design, coefficients, rows.offset);
  const moments = rowMoments(rows, logOdds);
  const { rest, variances } = moments;
  const scaledFactor = informationFactor(design, variances);
  const factor = factorInUnits(design, scaledFactor);
  const pearsonResiduals = Array.from(rest, (value, i) => value / Math.sqrt(at(variances, i)));
  const dfResidual = logOdds.length - design.names.length;
  const pearson = sum(pearsonResiduals.map((value) => value * value));
  const dropped = design.aliased.map((name) => `${name} repeats earlier columns and is left out`);
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
    n: logOdds.length,
    events: sum(rows.successes),
    people: sum(rows.trials),
    rows: rows.positions,
    fitted: Array.from(logOdds, (value) => chances(value).p),
    leverages: [...leverages(design, scaledFactor, variances)],
    devianceResiduals: devianceResiduals(rows, logOdds, moments),
    pearsonResiduals,
    aliased: design.aliased,
    iterations,
    converged: true,
    warnings: [...dropped, ...extremeWarnings(logOdds)],
  };
}
