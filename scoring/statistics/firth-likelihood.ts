import {
  informationFactor,
  rowMoments,
  type Likelihood,
  type Rows,
} from './binomial-likelihood.ts';
import { columnSums, predictorOf } from './design-products.ts';
import type { Design } from './design.ts';
import { leverages } from './leverages.ts';
import { logDeterminant } from './positive-definite.ts';

/**
 * Firth's penalised log likelihood: it has a highest point also where outcomes are separated.
 * Formula: l + log|X'WX| / 2 with score X'(x - n p + h (1/2 - p)), h the leverages; the information X'WX
 * stands in for the second derivatives.
 *
 * For: logisticRegression, its intervals and tests.
 * @param design columns, centred and scaled (the determinant is that of the scaled columns)
 * @param rows counts and offsets
 * Source: Firth (1993), Biometrika 80, 27-38; Heinze and Schemper (2002), Statistics in Medicine 21, 2409-2419.
 * Checked through logisticRegression.
 */
export function firthLikelihood(design: Design, rows: Rows): Likelihood {
  return (parameters) => {
    const logOdds = predictorOf(design, parameters, rows.offset);
    const { rest, variances, logLikelihood } = rowMoments(rows, logOdds);
    const factor = informationFactor(design, variances);
    const pull = leverages(design, factor, variances);
    const penalised = rest.map((value, i) => {
      // (1/2 - p) from the log odds, so that neither end is found by subtraction
      return value - (pull[i] ?? 0) * 0.5 * Math.tanh((logOdds[i] ?? 0) / 2);
    });
    return {
      parameters,
      logOdds,
      logLikelihood: logLikelihood + logDeterminant(factor) / 2,
      score: columnSums(design, penalised),
      factor,
    };
  };
}
