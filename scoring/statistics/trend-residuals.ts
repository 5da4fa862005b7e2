import {
  binomialRegression,
  type BinomialFit,
  type BinomialRegressionInput,
} from './binomial-regression.ts';
import { studentTTwoSided } from './distributions.ts';
import {
  quasiBinomialRegression,
  type QuasiBinomialRegression,
} from './quasi-binomial-regression.ts';
import { at, item, sum } from './vectors.ts';

export interface TrendResidual {
  /** Position of the row in the input. */
  readonly row: number;
  /** Externally studentised residual: positive where the row does better than the pattern. */
  readonly residual: number;
  /** Two-sided, from t with rows - coefficients - 1 degrees of freedom. */
  readonly p: number;
  /** p times the number of rows, at most 1. */
  readonly adjustedP: number;
}

export interface TrendResiduals {
  readonly status: 'computed';
  readonly residuals: readonly TrendResidual[];
  /** The row with the largest residual, either way. */
  readonly furthest: TrendResidual;
  /** Whether the furthest row departs from the pattern: its adjusted p is under .05. */
  readonly departs: boolean;
  readonly df: number;
}

export type TrendResidualsResult =
  TrendResiduals | Exclude<QuasiBinomialRegression, { readonly status: 'fitted' }>;

const DEPARTS_BELOW = 0.05;

/** The size of a residual before it is set against the spread of the others, with its sign. */
function likelihoodResidual(fit: BinomialFit, i: number): number {
  const d = at(fit.devianceResiduals, i);
  const leverage = at(fit.leverages, i);
  const pearson = at(fit.pearsonResiduals, i);
  return Math.sign(d) * Math.sqrt(d * d + (leverage * pearson * pearson) / (1 - leverage));
}

/** Whether a row has a column to itself, so that the fit passes through it whatever its outcome. */
function isForced(fit: BinomialFit, i: number): boolean {
  return 1 - at(fit.leverages, i) < 1e-12;
}

/**
 * Externally studentised residuals of a quasi-binomial fit: each row measured against the spread of all
 * the others.
 * Formula: with deviance residual d, Pearson residual r and leverage h of a row,
 * sign(d) sqrt(d^2 + h r^2 / (1 - h)) / s, where s^2 = (sum of d^2 - d^2 / (1 - h)) / (n - k - 1).
 *
 * @param fit a binomial fit with at least two residual degrees of freedom
 * @returns one residual per row used, in order; as in R, NaN for a row that the fit must pass through
 * (h = 1) and for one so far off that the formula for s^2, an approximation, goes below 0
 * @throws RangeError for a fit with fewer degrees of freedom
 * Source: Williams (1987), Applied Statistics 36, 181-191; R's rstudent for a quasibinomial glm.
 * Checked against relations-extra.expected.json.
 */
export function studentisedResiduals(fit: BinomialFit): number[] {
  const df = fit.dfResidual - 1;
  if (df < 1) {
    throw new RangeError(
      'studentisedResiduals: fit must have at least two residual degrees of freedom',
    );
  }
  const squares = sum(fit.devianceResiduals.map((d) => d * d));
  return fit.devianceResiduals.map((d, i) => {
    if (isForced(fit, i)) return NaN;
    const others = (squares - (d * d) / (1 - at(fit.leverages, i))) / df;
    return others > 0 ? likelihoodResidual(fit, i) / Math.sqrt(others) : NaN;
  });
}

/**
 * The residual of a row too far off for the approximation: the same, with s^2 from the deviance of a fit
 * without the row, which is what the approximation stands for.
 */
function residualByRefit(input: BinomialRegressionInput, fit: BinomialFit, i: number): number {
  const without = (values: readonly number[]): number[] => values.toSpliced(at(fit.rows, i), 1);
  const others = binomialRegression({
    ...input,
    terms: input.terms.map(({ name, values }) => ({ name, values: without(values) })),
    successes: without(input.successes),
    trials: without(input.trials),
    ...(input.offset === undefined ? {} : { offset: without(input.offset) }),
  });
  if (others.status !== 'fitted') return NaN;
  return likelihoodResidual(fit, i) / Math.sqrt(others.deviance / (fit.dfResidual - 1));
}

/**
 * Which row is furthest from a trend, and whether it departs from it: the team that does not fit the
 * relation of integration to job entry.
 * Formula: studentisedResiduals, and where a row is so far off that those have no value, the same against the
 * deviance of a fit without it; p from t with n - k - 1 degrees of freedom (J - 3 for a slope over J
 * teams); a row departs when the largest residual's p times the number of rows is under .05 (Bonferroni).
 *
 * @param input as binomialRegression: counts per team and the column or columns of the trend
 * @returns every residual, the furthest and whether it departs; the statuses of quasiBinomialRegression
 * where there is no fit; 'too-few' under two residual degrees of freedom. A row that the fit must pass
 * through, or without which there is no fit, has the residual NaN and p 1
 * @throws RangeError as binomialRegression
 * Source: Cook and Weisberg (1982), Residuals and Influence in Regression, section 2.2.2, for the rule.
 * Checked against relations-extra.expected.json, rows too far off for R's rstudent included.
 */
export function trendResiduals(input: BinomialRegressionInput): TrendResidualsResult {
  const quasi = quasiBinomialRegression(input);
  if (quasi.status !== 'fitted') return quasi;
  const fit = quasi.binomial;
  const df = fit.dfResidual - 1;
  if (df < 1) {
    const reason = `${fit.n} rows are too few to set one against the others`;
    return { status: 'too-few', columns: [], n: fit.n, reason };
  }
  const residuals = studentisedResiduals(fit).map((approximate, i) => {
    const isBeyond = Number.isNaN(approximate) && !isForced(fit, i);
    const residual = isBeyond ? residualByRefit(input, fit, i) : approximate;
    const p = Number.isNaN(residual) ? 1 : studentTTwoSided(residual, df);
    return { row: at(fit.rows, i), residual, p, adjustedP: Math.min(1, p * fit.n) };
  });
  const furthest = residuals.reduce(
    (best, next) => (next.p < best.p || Number.isNaN(best.residual) ? next : best),
    item(residuals, 0),
  );
  return {
    status: 'computed',
    residuals,
    furthest,
    departs: furthest.adjustedP < DEPARTS_BELOW,
    df,
  };
}
