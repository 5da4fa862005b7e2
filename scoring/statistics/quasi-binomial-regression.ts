import {
  binomialRegression,
  type BinomialFit,
  type BinomialRegressionInput,
  type NoBinomialFit,
} from './binomial-regression.ts';
import { requireLevel } from './checks.ts';
import { studentTQuantile, studentTTwoSided } from './distributions.ts';

/** One coefficient on the scale of log odds; exponentiate estimate and limits for an odds ratio. */
export interface QuasiBinomialCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  /** The plain binomial error, for comparison: never the one to report when the dispersion is above 1. */
  readonly binomialStandardError: number;
  readonly t: number;
  /** Two-sided, from t with dfResidual. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export interface QuasiBinomialFit {
  readonly status: 'fitted';
  readonly coefficients: readonly QuasiBinomialCoefficient[];
  /** Pearson's dispersion; 1 is what chance alone gives, and values below 1 are used as they are. */
  readonly dispersion: number;
  readonly dfResidual: number;
  readonly n: number;
  readonly level: number;
  readonly binomial: BinomialFit;
  readonly warnings: readonly string[];
}

export type QuasiBinomialRegression =
  | QuasiBinomialFit
  | (Omit<NoBinomialFit, 'status'> & { readonly status: NoBinomialFit['status'] | 'no-spread' });

/**
 * Grouped logistic regression whose standard errors allow for teams differing by more than chance: the
 * regression of job-entry counts on service quality.
 * Formula: coefficients of binomialRegression; dispersion phi = sum of squared Pearson residuals /
 * (rows - coefficients); errors times sqrt(phi); t = b / se with that many degrees of freedom;
 * interval b +- t(1 - (1 - level) / 2) se.
 *
 * @param input as binomialRegression
 * @param level confidence, 0 to 1, usually 0.95
 * @returns 'fitted' with one entry per coefficient (find them by name), dispersion and the binomial fit;
 * the statuses of binomialRegression; 'too-few' when no degree of freedom is left; 'no-spread'
 * when the fit is perfect, so that no error can be estimated
 * @throws RangeError as binomialRegression, or for a level outside 0 to 1
 * Source: McCullagh and Nelder (1989), section 4.5; R's glm(family = quasibinomial), followed also where
 * the dispersion is below 1. Checked against teams.expected.json and relations-extra.expected.json.
 */
export function quasiBinomialRegression(
  input: BinomialRegressionInput,
  level = 0.95,
): QuasiBinomialRegression {
  requireLevel('quasiBinomialRegression', level);
  const binomial = binomialRegression(input);
  if (binomial.status !== 'fitted') return binomial;
  const { n, dfResidual, pearsonDispersion: dispersion } = binomial;
  if (dispersion === undefined) {
    const reason = `${n} rows leave no degree of freedom beside ${binomial.names.length} coefficients`;
    return { status: 'too-few', columns: [], n, reason };
  }
  if (dispersion < 1e-20) {
    return { status: 'no-spread', columns: [], n, reason: 'every row lies exactly on the fit' };
  }
  const inflation = Math.sqrt(dispersion);
  const multiplier = studentTQuantile(1 - (1 - level) / 2, dfResidual);
  const coefficients = binomial.names.map((name) => {
    const estimate = binomial.coefficients[name] ?? NaN;
    const binomialStandardError = binomial.standardErrors[name] ?? NaN;
    const standardError = inflation * binomialStandardError;
    const t = estimate / standardError;
    return {
      name,
      estimate,
      standardError,
      binomialStandardError,
      t,
      p: studentTTwoSided(t, dfResidual),
      lower: estimate - multiplier * standardError,
      upper: estimate + multiplier * standardError,
    };
  });
  const under =
    dispersion < 1 ? ['rows differ by less than chance: quasi errors are below binomial'] : [];
  const warnings = [...binomial.warnings, ...under];
  return { status: 'fitted', coefficients, dispersion, dfResidual, n, level, binomial, warnings };
}
