import { at, item } from './vectors.ts';

/**
 * The inverse of Cholesky's factor of a symmetric matrix, or undefined when the matrix is not positive
 * definite: used to solve small systems and to tell a maximum from a saddle.
 * Formula: A = L L'; returns U = L^-1 transposed, so that A^-1 = U U'.
 *
 * @param matrix symmetric, square
 * Source: Golub and Van Loan, Matrix Computations, section 4.2. Checked through betaBinomialRegression.
 */
export function inverseFactor(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const lower: number[][] = [];
  for (const [i, given] of matrix.entries()) {
    const row: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      const other = j < i ? item(lower, j) : row;
      let rest = at(given, j);
      for (let k = 0; k < j; k += 1) rest -= at(row, k) * at(other, k);
      if (j < i) row.push(rest / at(other, j));
      else if (rest > 1e-14 * Math.abs(at(given, i))) row.push(Math.sqrt(rest));
      else return undefined;
    }
    lower.push(row);
  }
  const factor = matrix.map(() => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column += 1) {
    // Column `column` of L^-1 becomes row `column` of its transpose.
    const row = item(factor, column);
    for (let i = column; i < size; i += 1) {
      let rest = i === column ? 1 : 0;
      for (let k = column; k < i; k += 1) rest -= at(item(lower, i), k) * at(row, k);
      row[i] = rest / at(item(lower, i), i);
    }
  }
  return factor;
}
