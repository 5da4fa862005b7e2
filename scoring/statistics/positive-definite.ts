import { item, type Matrix, type NumberList } from './vectors.ts';

/** Share of its diagonal that a pivot must keep for a matrix to count as positive definite. */
const LEAST_PIVOT = 1e-14;

// The loops below run once for every step of every refit of a bootstrap. Their indexes stay inside a
// square, so `?? 0` only satisfies the compiler.

/**
 * Cholesky's factor of a symmetric matrix, or undefined when the matrix is not positive definite.
 * Formula: A = L L', L a lower triangle. A pivot is judged as a share of its diagonal, which is what scaling A to a
 * diagonal of ones first would give.
 *
 * @param matrix symmetric, square; only its lower half is read
 * @param leastPivot the share of its diagonal that each pivot must keep
 * @returns L, row by row, each as long as its place
 * Source: Golub and Van Loan, Matrix Computations, section 4.2. Checked through the regressions.
 */
export function lowerFactor(matrix: Matrix, leastPivot = LEAST_PIVOT): Float64Array[] | undefined {
  const lower: Float64Array[] = [];
  for (let i = 0; i < matrix.length; i += 1) {
    const given = item(matrix, i);
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

/** The solution of L L' x = b, by substitution forwards and backwards. */
export function solveFactored(lower: readonly Float64Array[], b: NumberList): number[] {
  const x = Array.from(b);
  for (let i = 0; i < x.length; i += 1) {
    const row = item(lower, i);
    let rest = x[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= (row[k] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (row[i] ?? 0);
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    const row = item(lower, i);
    const found = (x[i] ?? 0) / (row[i] ?? 0);
    x[i] = found;
    for (let k = 0; k < i; k += 1) x[k] = (x[k] ?? 0) - (row[k] ?? 0) * found;
  }
  return x;
}

/**
 * The inverse of Cholesky's factor of a symmetric matrix, or undefined when the matrix is not positive
 * definite: where the inverse itself is wanted, as the covariance of a fit, or to tell a maximum from a saddle.
 * Formula: A = L L'; returns U = L^-1 transposed, so that A^-1 = U U'.
 *
 * @param matrix symmetric, square
 * @param leastPivot as lowerFactor
 * Source: Golub and Van Loan, Matrix Computations, section 4.2. Checked through betaBinomialRegression.
 */
export function inverseFactor(
  matrix: Matrix,
  leastPivot = LEAST_PIVOT,
): Float64Array[] | undefined {
  const size = matrix.length;
  const lower = lowerFactor(matrix, leastPivot);
  return lower?.map((_, column) => {
    // Column `column` of L^-1 becomes row `column` of its transpose.
    const row = new Float64Array(size);
    for (let i = column; i < size; i += 1) {
      const line = item(lower, i);
      let rest = i === column ? 1 : 0;
      for (let k = column; k < i; k += 1) rest -= (line[k] ?? 0) * (row[k] ?? 0);
      row[i] = rest / (line[i] ?? 0);
    }
    return row;
  });
}

/** The logarithm of the determinant of A from U with A^-1 = U U', U a triangle. */
export function logDeterminant(factor: Matrix): number {
  let total = 0;
  for (const [i, row] of factor.entries()) total -= 2 * Math.log(Math.abs(row[i] ?? 0));
  return total;
}
