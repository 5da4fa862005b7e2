import { requireCounts, requireFinite, requireSameLength } from './checks.ts';
import {
  covarianceOf,
  factorInUnits,
  INTERCEPT,
  inUnits,
  linearPredictor,
  prepareDesign,
  type Design,
  type Term,
} from './design.ts';
import { devianceTerm } from './distributions/log-gamma.ts';
import { leastSquares, type LeastSquares } from './least-squares.ts';
import { isSeparating, separatingColumns } from './separation.ts';
import { addScaledFrom, at, byName, item, largestAbsolute, rowProducts, sum } from './vectors.ts';

export interface BinomialRegressionInput {
  /** Columns of the design matrix, one value per row, with names of their own. */
  readonly terms: readonly Term[];
  /** Successes of each row, whole numbers from 0 to its trials. */
  readonly successes: readonly number[];
  /** Trials of each row, whole numbers; 1 for rows of clients. Rows with 0 trials are left out. */
  readonly trials: readonly number[];
  /** A known part of the log odds of each row, added as it stands. */
  readonly offset?: readonly number[];
  /** Whether to add a constant, named (Intercept). Usual, and the default. */
  readonly intercept?: boolean;
}

export interface BinomialFit {
  readonly status: 'fitted';
  /** Names of the coefficients, in the order of the covariance matrix. */
  readonly names: readonly string[];
  /** Log odds per unit of each column. */
  readonly coefficients: Readonly<Record<string, number>>;
  /** Plain binomial standard errors: too small when the dispersion is above 1. */
  readonly standardErrors: Readonly<Record<string, number>>;
  readonly covariance: readonly (readonly number[])[];
  readonly deviance: number;
  /** Sum of squared Pearson residuals over dfResidual; undefined when no degrees of freedom are left. */
  readonly pearsonDispersion: number | undefined;
  readonly dfResidual: number;
  /** Rows used, and people in them. */
  readonly n: number;
  readonly events: number;
  readonly people: number;
  /** Per row used, in order: its position in the input and what the fit says of it. */
  readonly rows: readonly number[];
  readonly fitted: readonly number[];
  readonly leverages: readonly number[];
  readonly devianceResiduals: readonly number[];
  readonly pearsonResiduals: readonly number[];
  readonly aliased: readonly string[];
  readonly iterations: number;
  readonly converged: true;
  readonly warnings: readonly string[];
}

export interface NoBinomialFit {
  readonly status: 'separated' | 'not-converged' | 'too-few';
  /** The columns at fault, when separated. */
  readonly columns: readonly string[];
  readonly n: number;
  readonly reason: string;
}

export type BinomialRegression = BinomialFit | NoBinomialFit;

const MAX_ITERATIONS = 60;
/** A Newton step that moves no log odds by more than this leaves an error of about its square. */
const STEP_TOLERANCE = 1e-7;
/** From here on a step that still moves log odds by a half is a sign of separation. */
const SUSPECT_AFTER = 12;

/** Rows with trials, as the iterations need them. */
interface Rows {
  readonly positions: readonly number[];
  readonly successes: readonly number[];
  readonly trials: readonly number[];
  readonly offset: readonly number[];
}

/** p and 1 - p for log odds, neither by subtraction. */
function chances(logOdds: number): { p: number; q: number } {
  return { p: 1 / (1 + Math.exp(-logOdds)), q: 1 / (1 + Math.exp(logOdds)) };
}

function rowDeviance(successes: number, trials: number, logOdds: number): number {
  const { p, q } = chances(logOdds);
  return 2 * (devianceTerm(successes, trials * p) + devianceTerm(trials - successes, trials * q));
}

function devianceAt(rows: Rows, logOdds: Float64Array): number {
  let total = 0;
  for (let i = 0; i < logOdds.length; i += 1) {
    total += rowDeviance(at(rows.successes, i), at(rows.trials, i), at(logOdds, i));
  }
  return total;
}

/** Successes minus their expectation, and the variance, of one row. */
function moments(rows: Rows, logOdds: Float64Array, i: number): { rest: number; variance: number } {
  const { p, q } = chances(at(logOdds, i));
  const x = at(rows.successes, i);
  const n = at(rows.trials, i);
  return { rest: x * q - (n - x) * p, variance: n * p * q };
}

/** One weighted least-squares step from the present log odds, for the change of the coefficients. */
function newtonStep(design: Design, rows: Rows, logOdds: Float64Array): LeastSquares {
  const roots = new Float64Array(logOdds.length);
  const response = new Float64Array(logOdds.length);
  for (let i = 0; i < logOdds.length; i += 1) {
    const { rest, variance } = moments(rows, logOdds, i);
    roots[i] = Math.sqrt(variance);
    response[i] = variance > 0 ? rest / Math.sqrt(variance) : 0;
  }
  const weighted = design.columns.map((column) => rowProducts(column, roots));
  return leastSquares(weighted, response);
}

type Iterated =
  | { readonly outcome: 'converged'; readonly coefficients: number[]; readonly iterations: number }
  | { readonly outcome: 'separated'; readonly direction: readonly number[] }
  | { readonly outcome: 'not-converged' };

function iterate(design: Design, rows: Rows): Iterated {
  const overall = (sum(rows.successes) + 0.5) / (sum(rows.trials) + 1);
  let coefficients = design.columns.map(() => 0);
  if (design.names[0] === INTERCEPT) coefficients[0] = Math.log(overall / (1 - overall));
  let logOdds = linearPredictor(design.columns, coefficients, rows.offset);
  let deviance = devianceAt(rows, logOdds);
  const still = rows.trials.map(() => 0);
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    const direction = newtonStep(design, rows, logOdds).solution;
    const change = linearPredictor(design.columns, direction, still);
    const largest = largestAbsolute(change);
    if (!Number.isFinite(largest)) return { outcome: 'not-converged' };
    if (
      iteration > SUSPECT_AFTER &&
      largest > 0.5 &&
      isSeparating(change, rows.successes, rows.trials)
    ) {
      return { outcome: 'separated', direction };
    }
    // Halve a step that would make the fit worse: far from the answer Newton may overshoot.
    let share = 1;
    const from = coefficients;
    for (let halving = 0; halving < 40; halving += 1) {
      coefficients = from.map((value, j) => value + share * at(direction, j));
      logOdds = linearPredictor(design.columns, coefficients, rows.offset);
      const next = devianceAt(rows, logOdds);
      if (next <= deviance + 1e-10 * (1 + deviance)) {
        deviance = next;
        break;
      }
      share /= 2;
    }
    if (largest <= STEP_TOLERANCE) {
      return { outcome: 'converged', coefficients, iterations: iteration };
    }
  }
  return { outcome: 'not-converged' };
}

function usableRows(caller: string, input: BinomialRegressionInput): Rows {
  const { successes, trials } = input;
  const offset = input.offset ?? successes.map(() => 0);
  requireSameLength(caller, 'successes, trials and offset', [successes, trials, offset]);
  requireFinite(caller, 'offset', offset);
  const positions: number[] = [];
  for (const [row, n] of trials.entries()) {
    if (n === 0 && successes[row] === 0) continue;
    requireCounts(caller, at(successes, row), n, { successes: 'successes', n: 'trials' });
    positions.push(row);
  }
  const pick = (values: readonly number[]): number[] => positions.map((row) => at(values, row));
  return { positions, successes: pick(successes), trials: pick(trials), offset: pick(offset) };
}

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

function describe(
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

/**
 * Grouped logistic regression by maximum likelihood: successes out of trials per row, teams or (with
 * trials of 1) clients. Its standard errors assume that nothing but chance makes rows differ; across
 * teams use quasiBinomialRegression.
 * Formula: logit p = offset + X b; iteratively reweighted least squares by QR on centred and scaled
 * columns until no log odds moves by 1e-7 (the next error is of the order of its square), steps halved
 * where the deviance would rise; covariance (X'WX)^-1 in the units given.
 *
 * @param input see BinomialRegressionInput
 * @returns 'fitted' with coefficients by name, errors, deviance and what each row contributes; columns
 * that repeat earlier ones are named in `aliased` and left out. 'separated', with the columns,
 * when some combination of columns tells success from failure without error so that no finite odds ratio
 * exists; 'not-converged'; 'too-few' when no row has trials
 * @throws RangeError for impossible counts, lengths that differ, repeated names, values not finite
 * Source: McCullagh and Nelder, Generalized Linear Models (1989), chapter 4. Checked against R's glm:
 * teams.expected.json (binomial), clients.expected.json, relations-extra.expected.json.
 */
export function binomialRegression(input: BinomialRegressionInput): BinomialRegression {
  const caller = 'binomialRegression';
  const rows = usableRows(caller, input);
  const n = rows.positions.length;
  for (const { name, values } of input.terms) {
    requireSameLength(caller, `${name} and successes`, [values, input.successes]);
  }
  if (n === 0) return { status: 'too-few', columns: [], n, reason: 'no row has any trials' };
  const terms = input.terms.map(({ name, values }) => ({
    name,
    values: rows.positions.map((row) => at(values, row)),
  }));
  const design = prepareDesign(caller, terms, rows.trials, input.intercept ?? true);
  const result = iterate(design, rows);
  if (result.outcome === 'converged') {
    return describe(design, rows, result.coefficients, result.iterations);
  }
  if (result.outcome === 'separated') {
    const columns = separatingColumns(design, result.direction);
    const reason = `no finite odds ratio exists: success and failure are told apart without error by ${columns.join(', ')}`;
    return { status: 'separated', columns, n, reason };
  }
  const reason = `no answer was reached in ${MAX_ITERATIONS} steps`;
  return { status: 'not-converged', columns: [], n, reason };
}
