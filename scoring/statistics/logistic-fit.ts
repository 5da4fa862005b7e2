import { iterate, MAX_ITERATIONS } from './binomial-iterations.ts';
import {
  binomialLikelihood,
  type Likelihood,
  type LikelihoodPoint,
} from './binomial-likelihood.ts';
import { factorInUnits, inUnits } from './design.ts';
import { firthLikelihood } from './firth-likelihood.ts';
import { climb } from './likelihood-climb.ts';
import type { ColumnMeaning, ModelColumns } from './model-columns.ts';
import { separatingColumns } from './separation.ts';

export type LogisticMethod = 'maximum-likelihood' | 'firth';

/** A model at the highest point of its likelihood, with what everything after the fit needs. */
export interface FittedModel extends ModelColumns {
  readonly method: LogisticMethod;
  readonly likelihood: Likelihood;
  readonly maximum: LikelihoodPoint;
  /** Coefficients in the units of the table. */
  readonly estimates: readonly number[];
  /** F, with their covariance F F'. */
  readonly factor: readonly Float64Array[];
  readonly iterations: number;
}

export type ModelFit =
  | { readonly outcome: 'fitted'; readonly model: FittedModel }
  | { readonly outcome: 'separated'; readonly columns: readonly ColumnMeaning[] }
  | { readonly outcome: 'not-converged'; readonly reason: string };

function describe(
  columns: ModelColumns,
  method: LogisticMethod,
  likelihood: Likelihood,
  maximum: LikelihoodPoint,
  iterations: number,
): ModelFit {
  const { design } = columns;
  const estimates = inUnits(design, maximum.parameters);
  const factor = factorInUnits(design, maximum.factor);
  const fit = { method, likelihood, maximum, estimates, factor, iterations };
  return { outcome: 'fitted', model: { ...columns, ...fit } };
}

/**
 * Fits a model by maximum likelihood or by Firth's penalised likelihood.
 *
 * For: logisticRegression and the analyses of figure 8 and case mix.
 * @param columns of modelColumns, at least one row
 * @param method maximum likelihood has no answer when outcomes are separated; Firth's always has
 * @param start coefficients of the scaled columns near the answer, where they are known
 * @returns the model; the columns that separate the outcomes; or that no answer was reached
 * Errors: none. Source and checks: logisticRegression.
 */
export function fitModel(
  columns: ModelColumns,
  method: LogisticMethod,
  start?: readonly number[],
): ModelFit {
  const { design, rows, meanings } = columns;
  if (method === 'firth') {
    const likelihood = firthLikelihood(design, rows);
    const found = climb(likelihood, start ?? design.names.map(() => 0));
    return found === undefined
      ? { outcome: 'not-converged', reason: 'no penalised maximum was reached' }
      : describe(columns, method, likelihood, found.point, found.iterations);
  }
  const found = iterate(design, rows, start);
  if (found.outcome === 'separated') {
    const names = new Set(separatingColumns(design, found.direction));
    return { outcome: 'separated', columns: meanings.filter(({ name }) => names.has(name)) };
  }
  if (found.outcome === 'not-converged') {
    return { outcome: 'not-converged', reason: `no answer was reached in ${MAX_ITERATIONS} steps` };
  }
  const likelihood = binomialLikelihood(design, rows);
  return describe(columns, method, likelihood, likelihood(found.coefficients), found.iterations);
}
