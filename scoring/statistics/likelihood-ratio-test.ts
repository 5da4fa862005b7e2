import { chiSquaredUpper } from './distributions.ts';
import { fitModel } from './logistic-fit.ts';
import type { LikelihoodRatio } from './logistic-result.ts';
import { modelColumns } from './model-columns.ts';
import { modelFrame, type ModelSpec, type Table } from './model-frame.ts';

export type LikelihoodRatioTest =
  | (LikelihoodRatio & { readonly status: 'computed'; readonly n: number })
  | { readonly status: 'not-estimable'; readonly reason: string };

/**
 * The likelihood ratio of two nested models from their deviances.
 * Formula: deviance of the smaller less deviance of the larger, chi-squared with as many degrees of freedom
 * as coefficients differ; p 1 where none do.
 */
export function likelihoodRatio(smaller: number, larger: number, df: number): LikelihoodRatio {
  // Where no coefficient differs, what is left of the difference is rounding.
  const chiSquared = df > 0 ? Math.max(0, smaller - larger) : 0;
  return { chiSquared, df, p: df > 0 ? chiSquaredUpper(chiSquared, df) : 1 };
}

/**
 * Likelihood ratio test of some terms: do they say anything that the others do not?
 * Formula: -2 (l without them - l with them), chi-squared with as many degrees of freedom as coefficients
 * they add; both models on the rows that are complete in the larger one.
 *
 * @param table columns by name
 * @param spec the larger model
 * @param without columns of the terms to be tested
 * @returns 'computed' with the statistic, df and p; 'not-estimable' without a row, or when outcomes are separated
 * @throws RangeError as modelFrame, or for a column that is no term of the model
 * Source: Wilks (1938). Checked against R's glm: clients.expected.json, regression-extra.expected.json.
 */
export function likelihoodRatioTest(
  table: Table,
  spec: ModelSpec,
  without: readonly string[],
): LikelihoodRatioTest {
  const caller = 'likelihoodRatioTest';
  if (without.some((name) => !spec.terms.some(({ column }) => column === name))) {
    throw new RangeError(`${caller}: without must name terms of the model`);
  }
  const frame = modelFrame(caller, table, spec);
  const n = frame.positions.length;
  if (n === 0) return { status: 'not-estimable', reason: 'no row has every answer' };
  const terms = frame.terms.filter(({ column }) => !without.includes(column));
  const larger = fitModel(modelColumns(caller, frame), 'maximum-likelihood');
  const smaller = fitModel(modelColumns(caller, { ...frame, terms }), 'maximum-likelihood');
  if (larger.outcome !== 'fitted' || smaller.outcome !== 'fitted') {
    return { status: 'not-estimable', reason: 'outcomes are told apart without error' };
  }
  const devianceOf = (fit: typeof larger): number => -2 * fit.model.maximum.logLikelihood;
  const df = larger.model.meanings.length - smaller.model.meanings.length;
  return { status: 'computed', n, ...likelihoodRatio(devianceOf(smaller), devianceOf(larger), df) };
}
