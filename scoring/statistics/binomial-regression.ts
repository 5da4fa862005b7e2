import { describeFit } from './binomial-fit.ts';
import { iterate, MAX_ITERATIONS } from './binomial-iterations.ts';
import type { Rows } from './binomial-likelihood.ts';
import { requireCounts, requireFinite, requireSameLength } from './checks.ts';
import { prepareDesign, type Term } from './design.ts';
import { separatingColumns } from './separation.ts';
import { at } from './vectors.ts';

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
  const pick = (values: readonly number[]): Float64Array =>
    Float64Array.from(positions, (row) => at(values, row));
  return { positions, successes: pick(successes), trials: pick(trials), offset: pick(offset) };
}

/**
 * Grouped logistic regression by maximum likelihood: successes out of trials per row, teams or (with
 * trials of 1) clients. Its standard errors assume that nothing but chance makes rows differ; across
 * teams use quasiBinomialRegression.
 * Formula: logit p = offset + X b; iteratively reweighted least squares by Cholesky's factor on centred and
 * scaled columns, by QR where columns are nearly equal, until no log odds moves by 1e-7 (the next error is
 * of the order of its square), steps halved where the likelihood would fall; covariance (X'WX)^-1 in the units given.
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
    return describeFit(design, rows, result.coefficients, result.iterations);
  }
  if (result.outcome === 'separated') {
    const columns = separatingColumns(design, result.direction);
    const reason = `no finite odds ratio exists: success and failure are told apart without error by ${columns.join(', ')}`;
    return { status: 'separated', columns, n, reason };
  }
  const reason = `no answer was reached in ${MAX_ITERATIONS} steps`;
  return { status: 'not-converged', columns: [], n, reason };
}
