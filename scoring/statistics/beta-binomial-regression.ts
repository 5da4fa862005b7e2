import {
  betaBinomialLikelihood,
  slopeAtNoOverdispersion,
  type Counts,
} from './beta-binomial-likelihood.ts';
import { MAX_ITERATIONS, maximise } from './beta-binomial-maximum.ts';
import {
  binomialRegression,
  type BinomialFit,
  type BinomialRegressionInput,
  type NoBinomialFit,
} from './binomial-regression.ts';
import { requireLevel } from './checks.ts';
import { covarianceOf, factorInUnits, inUnits, prepareDesign, type Design } from './design.ts';
import { normalQuantile, normalTwoSided } from './distributions.ts';
import { logChoose } from './distributions/log-gamma.ts';
import { inverseFactor } from './positive-definite.ts';
import { at, byName, item, sum } from './vectors.ts';

/** One coefficient on the scale of log odds. */
export interface BetaBinomialCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export interface BetaBinomialFit {
  readonly status: 'fitted';
  readonly names: readonly string[];
  readonly coefficients: readonly BetaBinomialCoefficient[];
  /** Correlation of two clients of one row, 0 to 1. */
  readonly rho: number;
  /** Standard error of log(rho / (1 - rho)), the scale on which rho is fitted. */
  readonly logOddsRhoStandardError: number;
  readonly logLikelihood: number;
  /** Covariance of the coefficients, in the order of names. */
  readonly covariance: readonly (readonly number[])[];
  readonly n: number;
  readonly level: number;
  readonly aliased: readonly string[];
  readonly iterations: number;
}

/** The likelihood is highest at rho = 0: the binomial fit is the answer. */
export interface NoOverdispersion {
  readonly status: 'no-overdispersion';
  readonly rho: 0;
  readonly logLikelihood: number;
  readonly binomial: BinomialFit;
  readonly n: number;
  readonly reason: string;
}

export type BetaBinomialRegression = BetaBinomialFit | NoOverdispersion | NoBinomialFit;

/** First guess of log(rho / (1 - rho)) from Pearson's dispersion and the mean size of a row. */
function firstGuess(dispersion: number | undefined, counts: Counts): number {
  const size = sum(counts.trials) / counts.trials.length;
  const rho = ((dispersion ?? 1) - 1) / Math.max(size - 1, 1);
  const held = Math.min(0.5, Math.max(0.002, rho));
  return Math.log(held / (1 - held));
}

/**
 * Grouped logistic regression in which each row's own chance varies round the pattern as a beta
 * variable: the check on quasiBinomialRegression, and the only one of the two with a likelihood.
 * Formula: x ~ beta-binomial(n, p, rho), logit p = offset + X b, variance n p (1 - p) (1 + (n - 1) rho);
 * maximum likelihood by Newton's method with exact derivatives on centred and scaled columns and
 * log(rho / (1 - rho)); errors from the observed information; normal intervals and p values.
 *
 * @param input as binomialRegression
 * @param level confidence, 0 to 1, usually 0.95
 * @returns 'fitted'; 'no-overdispersion' with the binomial fit when rows differ by no more than chance,
 * so that rho is 0; 'too-few' when no degree of freedom is left or every row has one trial (rho then
 * means nothing); 'not-converged' when no maximum was found inside 0 < rho < 1; 'separated' as
 * binomialRegression
 * @throws RangeError as binomialRegression, or for a level outside 0 to 1
 * Source: Williams (1975), Biometrics 31, 949-952; the model of VGAM's betabinomial. Checked against the
 * maximum in teams.expected.json and the errors in relations-extra.expected.json.
 */
export function betaBinomialRegression(
  input: BinomialRegressionInput,
  level = 0.95,
): BetaBinomialRegression {
  requireLevel('betaBinomialRegression', level);
  const binomial = binomialRegression(input);
  if (binomial.status !== 'fitted') return binomial;
  const pick = (values: readonly number[]): number[] => binomial.rows.map((row) => at(values, row));
  const counts: Counts = {
    successes: pick(input.successes),
    trials: pick(input.trials),
    offset: pick(input.offset ?? input.successes.map(() => 0)),
  };
  const { n } = binomial;
  if (binomial.dfResidual < 1 || counts.trials.every((size) => size === 1)) {
    const reason = 'rho needs more rows than coefficients, and rows of more than one trial';
    return { status: 'too-few', columns: [], n, reason };
  }
  if (slopeAtNoOverdispersion(counts, binomial.fitted) <= 0)
    return binomialAnswer(binomial, counts);
  const kept = input.terms.filter(({ name }) => binomial.names.includes(name));
  const terms = kept.map(({ name, values }) => ({ name, values: pick(values) }));
  const design = prepareDesign(
    'betaBinomialRegression',
    terms,
    counts.trials,
    input.intercept ?? true,
  );
  const start = [
    ...scaledCoefficients(design, binomial),
    firstGuess(binomial.pearsonDispersion, counts),
  ];
  const result = maximise(design, counts, start);
  if (result.outcome === 'rho-0') return binomialAnswer(binomial, counts);
  if (result.outcome !== 'maximum') {
    const reason =
      result.outcome === 'rho-1'
        ? 'rho goes to 1: within each row either all or none succeed'
        : `no maximum was reached in ${MAX_ITERATIONS} steps`;
    return { status: 'not-converged', columns: [], n, reason };
  }
  return describe(design, counts, result.parameters, result.iterations, level, binomial.aliased);
}

/** The coefficients of a binomial fit, back on the scale of the design. */
function scaledCoefficients(design: Design, binomial: BinomialFit): number[] {
  const named = design.names.map((name) => binomial.coefficients[name] ?? 0);
  const scaled = named.map((value, j) => value / at(item(design.toUnits, j), j));
  const [first] = design.toUnits;
  if (first === undefined) return scaled;
  const shift = sum(first.slice(1).map((factor, j) => factor * at(scaled, j + 1)));
  return scaled.map((value, j) => (j === 0 ? (at(named, 0) - shift) / at(first, 0) : value));
}

function binomialAnswer(binomial: BinomialFit, counts: Counts): NoOverdispersion {
  const logLikelihood = sum(
    binomial.fitted.map((p, i) => {
      const x = at(counts.successes, i);
      const n = at(counts.trials, i);
      const up = x === 0 ? 0 : x * Math.log(p);
      const down = x === n ? 0 : (n - x) * Math.log1p(-p);
      return logChoose(n, x) + up + down;
    }),
  );
  const reason = 'rows differ by no more than chance: the binomial fit is the answer';
  return { status: 'no-overdispersion', rho: 0, logLikelihood, binomial, n: binomial.n, reason };
}

function describe(
  design: Design,
  counts: Counts,
  parameters: readonly number[],
  iterations: number,
  level: number,
  aliased: readonly string[],
): BetaBinomialFit {
  const k = design.names.length;
  const { logLikelihood, information } = betaBinomialLikelihood(design, counts, parameters);
  const full = inverseFactor(information) ?? [];
  const factor = factorInUnits(design, full.slice(0, k));
  const estimates = byName(design.names, inUnits(design, parameters.slice(0, k)));
  const multiplier = normalQuantile(1 - (1 - level) / 2);
  const coefficients = design.names.map((name, j) => {
    const estimate = estimates[name] ?? NaN;
    const standardError = Math.hypot(...item(factor, j));
    const z = estimate / standardError;
    return {
      name,
      estimate,
      standardError,
      z,
      p: normalTwoSided(z),
      lower: estimate - multiplier * standardError,
      upper: estimate + multiplier * standardError,
    };
  });
  return {
    status: 'fitted',
    names: design.names,
    coefficients,
    rho: 1 / (1 + Math.exp(-at(parameters, k))),
    logOddsRhoStandardError: Math.hypot(...item(full, k)),
    logLikelihood,
    covariance: covarianceOf(factor),
    n: counts.trials.length,
    level,
    aliased,
    iterations,
  };
}
