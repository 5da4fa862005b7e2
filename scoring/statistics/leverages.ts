import type { Design } from './design.ts';
import { sparseQuadraticForms, type SparseRows } from './sparse-rows.ts';
import { addScaledFrom, item, type Matrix } from './vectors.ts';

/** Rows worked on at a time, so that their columns stay in the fast memory of the processor. */
const BLOCK = 256;

// The loops below run once for every row in every step of Firth's method; `?? 0` only satisfies the compiler.

/** Squared lengths of the rows of X U, U upper triangular. */
function squaredLengths(
  columns: readonly Float64Array[],
  factor: Matrix,
  rows: number,
): Float64Array {
  const result = new Float64Array(rows);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(from + BLOCK, rows);
    const block = columns.map((column) => column.subarray(from, to));
    const rotated = new Float64Array(to - from);
    for (let j = 0; j < columns.length; j += 1) {
      rotated.fill(0);
      for (let k = 0; k <= j; k += 1) {
        addScaledFrom(rotated, item(factor, k)[j] ?? 0, item(block, k), 0);
      }
      for (let i = 0; i < rotated.length; i += 1) {
        result[from + i] = (result[from + i] ?? 0) + (rotated[i] ?? 0) ** 2;
      }
    }
  }
  return result;
}

/** The same lengths as x' (U U') x, where few entries of x are not 0. */
function sparseSquaredLengths(sparse: SparseRows, factor: Matrix): Float64Array {
  const size = factor.length;
  const lower = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    const row = item(factor, a);
    for (let b = 0; b <= a; b += 1) {
      const other = item(factor, b);
      // The entries of a triangle before its diagonal are 0.
      let total = 0;
      for (let k = a; k < size; k += 1) total += (row[k] ?? 0) * (other[k] ?? 0);
      lower[a * size + b] = total;
    }
  }
  return sparseQuadraticForms(sparse, lower, size);
}

/**
 * Leverage of every row: how far the fitted value of a row is pulled by its own outcome, 0 to 1.
 * Formula: h = v x' (X'WX)^-1 x, worked out as v times the squared length of x' U, or pair by pair where few entries of x
 * are not 0.
 *
 * @param design its columns scaled
 * @param factor U, upper triangular, with the inverse information U U'
 * @param variances v, one per row
 * @returns one value per row; they add up to the number of columns
 * Source: Pregibon (1981), Annals of Statistics 9, 705-724. Checked against R's hatvalues.
 */
export function leverages(
  { columns, sparse }: Design,
  factor: Matrix,
  variances: Float64Array,
): Float64Array {
  const result =
    sparse === undefined
      ? squaredLengths(columns, factor, variances.length)
      : sparseSquaredLengths(sparse, factor);
  for (let i = 0; i < result.length; i += 1) result[i] = (result[i] ?? 0) * (variances[i] ?? 0);
  return result;
}
