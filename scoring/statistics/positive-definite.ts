import { item } from './vectors.ts';

/** Share of its diagonal that a pivot must keep for a matrix to count as positive definite. */
const LEAST_PIVOT = 1e-14;

// The loops below run once for every step of every refit of a bootstrap. Their indexes stay inside a
// square, so `?? 0` only satisfies the compiler.

/** Cholesky's lower triangle, row by row; undefined when a pivot falls below its share of the diagonal. */
function lowerTriangle(
  matrix: readonly (readonly number[])[],
  leastPivot: number,
): Float64Array[] | undefined {
  const lower: Float64Array[] = [];
  for (const [i, given] of matrix.entries()) {
    const row = new Float64Array(i + 1);
    for (let j = 0; j <= i; j += 1) {
      const other = j < i ? item(lower, j) : row;
      let rest = given[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (row[k] ?? 0) * (other[k] ?? 0);
      if (j < i) row[j] = rest / (other[j] ?? 0);
      else if (rest > leastPivot * Math.abs(given[i] ?? 0)) row[j] = Math.sqrt(rest);
      else return undefined;
    }
    lower.push(row);
  }
  return lower;
}

/**
 * The inverse of Cholesky's factor of a symmetric matrix, or undefined when the matrix is not positive
 * definite: used to solve small systems and to tell a maximum from a saddle.
 * Formula: A = L L'; returns U = L^-1 transposed, so that A^-1 = U U'. A pivot is judged as a share of its
 * diagonal, which is what scaling A to a diagonal of ones first would give.
 *
 * @param matrix symmetric, square
 * @param leastPivot the share of its diagonal that each pivot must keep
 * Source: Golub and Van Loan, Matrix Computations, section 4.2. Checked through betaBinomialRegression.
 */
export function inverseFactor(
  matrix: readonly (readonly number[])[],
  leastPivot = LEAST_PIVOT,
): number[][] | undefined {
  const size = matrix.length;
  const lower = lowerTriangle(matrix, leastPivot);
  if (lower === undefined) return undefined;
  return matrix.map((_, column) => {
    // Column `column` of L^-1 becomes row `column` of its transpose.
    const row = new Float64Array(size);
    for (let i = column; i < size; i += 1) {
      const line = item(lower, i);
      let rest = i === column ? 1 : 0;
      for (let k = column; k < i; k += 1) rest -= (line[k] ?? 0) * (row[k] ?? 0);
      row[i] = rest / (line[i] ?? 0);
    }
    return [...row];
  });
}

/** The logarithm of the determinant of A from U with A^-1 = U U', U a triangle. */
export function logDeterminant(factor: readonly (readonly number[])[]): number {
  let total = 0;
  for (const [i, row] of factor.entries()) total -= 2 * Math.log(Math.abs(row[i] ?? 0));
  return total;
}
