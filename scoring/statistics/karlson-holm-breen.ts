import { leastSquaresResiduals } from './least-squares.ts';
import { fitModel, type LogisticMethod, type ModelFit } from './logistic-fit.ts';
import { modelColumns, type ModelColumns } from './model-columns.ts';
import type { ModelFrame } from './model-frame.ts';
import { at, item, rowProducts } from './vectors.ts';

/**
 * The smaller of two nested logistic models on the scale of the larger one, so that their coefficients
 * can be compared: an odds ratio moves away from 1 when a strong factor is added, even one that has nothing to do
 * with the rest, and this takes that movement out.
 * Formula: the columns of the added factor are replaced by their residuals on all other columns (linear least
 * squares, by the rows' weights). The others' coefficients are then those of the smaller model, the residual spread
 * that of the larger.
 *
 * @param frame the rows and their weights, without the added factor among its terms
 * @param smaller columns of the model without it, on those rows
 * @param larger columns of the model with it
 * @param added column of the table that holds the added factor
 * @param method as the larger model was fitted
 * @returns the fit; its coefficients of the other columns are those to compare with the larger model's
 * Errors: as modelColumns. Source: Karlson, Holm and Breen (2012), Sociological Methodology 42, 286-313.
 * Checked against clients.expected.json (R's lm.fit and glm.fit); weights against rows repeated.
 */
export function karlsonHolmBreen(
  frame: ModelFrame,
  smaller: ModelColumns,
  larger: ModelColumns,
  added: string,
  method: LogisticMethod,
): ModelFit {
  const roots = frame.weights.map(Math.sqrt);
  const others = smaller.design.columns.map((column) => rowProducts(column, roots));
  const extra = larger.meanings.flatMap(({ name, term }, j) => {
    if (term !== added) return [];
    const column = rowProducts(item(larger.design.columns, j), roots);
    const residuals = leastSquaresResiduals(others, column);
    const values = residuals.map((residual, row) => residual / at(roots, row));
    return [{ name: `${name}, residual`, values }];
  });
  return fitModel(modelColumns('karlsonHolmBreen', frame, extra), method);
}
