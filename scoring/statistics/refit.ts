import { iterate } from './binomial-iterations.ts';
import { firthLikelihood } from './firth-likelihood.ts';
import { independentColumns } from './least-squares.ts';
import { climb } from './likelihood-climb.ts';
import type { Rows } from './binomial-likelihood.ts';
import type { Design } from './design.ts';
import type { LogisticMethod } from './logistic-fit.ts';
import type { ModelColumns } from './model-columns.ts';
import { sparseRows } from './sparse-rows.ts';
import { at, item, rowProducts } from './vectors.ts';

/** Coefficients found at another weighting of the rows. */
export interface Refit {
  /** Of the scaled columns; 0 for a column that the rows say nothing about. */
  readonly parameters: readonly number[];
  /** Whether outcomes were told apart without error, so that a coefficient is only very large. */
  readonly isSeparated: boolean;
}

function found(
  design: Design,
  rows: Rows,
  method: LogisticMethod,
  start: readonly number[],
): Refit | undefined {
  if (method === 'firth') {
    const parameters = climb(firthLikelihood(design, rows), start)?.point.parameters;
    return parameters && { parameters, isSeparated: false };
  }
  const fit = iterate(design, rows, start);
  if (fit.outcome === 'not-converged') return undefined;
  return { parameters: fit.coefficients, isSeparated: fit.outcome === 'separated' };
}

/** The columns and rows that a resample has anything to say about. */
function reduced(
  design: Design,
  rows: Rows,
): { design: Design; rows: Rows; kept: readonly number[] } {
  const used = [...rows.trials.keys()].filter((row) => at(rows.trials, row) > 0);
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(used, (row) => at(values, row));
  const columns = design.columns.map(pick);
  const kept = independentColumns(columns, 1e-9);
  const some = <T>(list: readonly T[]): T[] => kept.map((j) => item(list, j));
  return {
    kept,
    rows: {
      positions: used,
      successes: pick(rows.successes),
      trials: pick(rows.trials),
      offset: pick(rows.offset),
    },
    design: {
      names: some(design.names),
      columns: some(columns),
      aliased: [],
      toUnits: some(design.toUnits).map(some),
      sparse: sparseRows(some(columns), used.length),
      roughFactor: undefined,
    },
  };
}

/**
 * Fits a model again with other weights: one round of a bootstrap.
 * Rules: where no finite maximum exists the coefficients are those at which fitted chances are 0 and 1 to many
 * digits, which is all that an average marginal effect needs; a column of a category that the resample has nobody of
 * gets the coefficient 0, which nobody feels.
 *
 * @param columns of the model on all rows
 * @param outcome 0 and 1, one per row
 * @param weights how often each row was drawn, 0 or more
 * @param method as the model was fitted
 * @param start its coefficients of the scaled columns
 * @returns the coefficients; undefined where no answer was reached
 * Source: Efron (1979), Annals of Statistics 7, 1-26. Checked against fits of the resampled rows themselves.
 */
export function refit(
  columns: ModelColumns,
  outcome: Float64Array,
  weights: Float64Array,
  method: LogisticMethod,
  start: readonly number[],
): Refit | undefined {
  const { design } = columns;
  const { positions, offset } = columns.rows;
  const rows: Rows = {
    positions,
    successes: rowProducts(outcome, weights),
    trials: weights,
    offset,
  };
  const direct = found(design, rows, method, start);
  if (direct !== undefined) return direct;
  const smaller = reduced(design, rows);
  const fit = found(
    smaller.design,
    smaller.rows,
    method,
    smaller.kept.map((j) => at(start, j)),
  );
  if (fit === undefined) return undefined;
  const parameters = new Array<number>(design.columns.length).fill(0);
  for (const [k, j] of smaller.kept.entries()) parameters[j] = at(fit.parameters, k);
  return { ...fit, parameters };
}
