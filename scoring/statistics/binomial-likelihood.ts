import { columnSums, informationOf, predictorOf } from './design-products.ts';
import type { Design } from './design.ts';
import { orthogonalFactor } from './least-squares.ts';
import { inverseFactor, lowerFactor, solveFactored } from './positive-definite.ts';
import {
  rowProducts,
  sum,
  timesVector,
  transposeTimesVector,
  type Matrix,
  type NumberList,
} from './vectors.ts';

/** Rows with trials, as the iterations need them: counts, or the weight of a client and the weight if it started. */
export interface Rows {
  /** Positions in the input. */
  readonly positions: readonly number[];
  readonly successes: Float64Array;
  readonly trials: Float64Array;
  /** A known part of the log odds. */
  readonly offset: Float64Array;
}

/** What every row adds at given log odds. */
export interface RowMoments {
  /** Successes minus their expectation. */
  readonly rest: Float64Array;
  readonly variances: Float64Array;
  /** Without the constant that counts the orders in which successes can come. */
  readonly logLikelihood: number;
}

/** A log likelihood at one point, with what a step from there needs. */
export interface LikelihoodPoint {
  readonly parameters: readonly number[];
  readonly logOdds: Float64Array;
  readonly logLikelihood: number;
  /** Its slope in each parameter. */
  readonly score: readonly number[];
  /** U, upper triangular, with the inverse information U U'. */
  readonly factor: Matrix;
}

/** A log likelihood as a function of the coefficients of scaled columns. */
export type Likelihood = (parameters: readonly number[]) => LikelihoodPoint;

/**
 * A pivot of the information below this share of its diagonal costs the Cholesky factor so many digits
 * that the slower QR is used.
 */
const WELL_CONDITIONED = 1e-6;

/** p and 1 - p for log odds, neither by subtraction. */
export function chances(logOdds: number): { p: number; q: number } {
  return { p: 1 / (1 + Math.exp(-logOdds)), q: 1 / (1 + Math.exp(logOdds)) };
}

/**
 * Residual, variance and log likelihood of every row, with one exponential a row.
 * Formula: rest = x - n p, variance = n p (1 - p), log likelihood = sum of x log p + (n - x) log(1 - p).
 */
export function rowMoments(rows: Rows, logOdds: Float64Array): RowMoments {
  const rest = new Float64Array(logOdds.length);
  const variances = new Float64Array(logOdds.length);
  const { successes, trials } = rows;
  let logLikelihood = 0;
  for (let i = 0; i < logOdds.length; i += 1) {
    const eta = logOdds[i] ?? 0;
    const x = successes[i] ?? 0;
    const n = trials[i] ?? 0;
    const small = Math.exp(-Math.abs(eta));
    const unit = 1 / (1 + small);
    const p = eta >= 0 ? unit : small * unit;
    const q = eta >= 0 ? small * unit : unit;
    rest[i] = x * q - (n - x) * p;
    variances[i] = n * p * q;
    logLikelihood += (eta >= 0 ? x - n : x) * eta - n * Math.log1p(small);
  }
  return { rest, variances, logLikelihood };
}

/**
 * A factor U of the inverse information: (X'WX)^-1 = U U'. Cholesky's, on the scaled columns of a design,
 * or Householder's where columns are so nearly equal that forming X'WX would lose their difference.
 */
export function informationFactor(design: Design, variances: Float64Array): Matrix {
  const factor = inverseFactor(informationOf(design, variances), WELL_CONDITIONED);
  return factor ?? orthogonalInformationFactor(design, variances);
}

function orthogonalInformationFactor({ columns }: Design, variances: Float64Array): Matrix {
  const roots = variances.map(Math.sqrt);
  return orthogonalFactor(columns.map((column) => rowProducts(column, roots)));
}

/** The inverse information times a vector, from its factor. */
export function timesInverse(factor: Matrix, vector: NumberList): number[] {
  return timesVector(factor, transposeTimesVector(factor, vector));
}

/**
 * A function that multiplies a vector by the inverse information: all that a step of an iteration needs of it,
 * at a third of the work of the factor of the inverse.
 */
export function informationSolver(
  design: Design,
  variances: Float64Array,
): (vector: NumberList) => number[] {
  const lower = lowerFactor(informationOf(design, variances), WELL_CONDITIONED);
  if (lower !== undefined) return (vector) => solveFactored(lower, vector);
  const factor = orthogonalInformationFactor(design, variances);
  return (vector) => timesInverse(factor, vector);
}

/** The same, roughly, for a first step from log odds that are all alike: the information is then a multiple of X'X. */
export function roughSolver(
  design: Design,
  variances: Float64Array,
): (vector: NumberList) => number[] {
  const { roughFactor } = design;
  if (roughFactor === undefined) return informationSolver(design, variances);
  const total = sum(variances);
  return (vector) => solveFactored(roughFactor, vector).map((value) => value / total);
}

/**
 * The binomial log likelihood of a design.
 *
 * @param design columns, centred and scaled
 * @param rows counts and offsets
 * Source: McCullagh and Nelder (1989), section 4.4. Checked through binomialRegression.
 */
export function binomialLikelihood(design: Design, rows: Rows): Likelihood {
  return (parameters) => {
    const logOdds = predictorOf(design, parameters, rows.offset);
    const { rest, variances, logLikelihood } = rowMoments(rows, logOdds);
    const score = columnSums(design, rest);
    const factor = informationFactor(design, variances);
    return { parameters, logOdds, logLikelihood, score, factor };
  };
}
