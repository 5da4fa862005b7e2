import { addScaledFrom, at, dotFrom, item, mean, sum } from '../vectors.ts';

export interface OrthogonalColumns {
  /** Centred, at right angles to one another, each with mean square 1. */
  readonly columns: readonly Float64Array[];
  /** toGiven[i][j]: what one unit of the coefficient of the new column j adds to that of the given column i. */
  readonly toGiven: readonly (readonly number[])[];
}

/** The inverse of an upper triangle, given by its columns. */
function inverseOfUpper(triangle: readonly (readonly number[])[]): number[][] {
  const size = triangle.length;
  const inverse = triangle.map(() => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column += 1) {
    for (let i = column; i >= 0; i -= 1) {
      const known = sum(
        Array.from({ length: column - i }, (_, step) => {
          const k = i + 1 + step;
          return at(item(triangle, k), i) * at(item(inverse, k), column);
        }),
      );
      item(inverse, i)[column] = ((i === column ? 1 : 0) - known) / at(item(triangle, i), i);
    }
  }
  return inverse;
}

/**
 * Columns at right angles that say the same as the columns given, so that a search among raw calendar years
 * and their squares is as easy as any other.
 * Formula: Gram and Schmidt's steps on centred columns, each taken twice, so that rounding leaves nothing
 * over.
 *
 * @param given columns of equal length, none of them a combination of the others and a constant
 * @returns the columns, and the way back to coefficients of the given ones
 * Source: Golub and Van Loan, Matrix Computations, section 5.2. Checked through coxRegression on years and
 * their squares.
 */
export function orthogonalColumns(given: readonly Float64Array[]): OrthogonalColumns {
  const columns: Float64Array[] = [];
  const triangle: number[][] = [];
  for (const original of given) {
    const n = original.length;
    const centre = mean(original);
    const column = original.map((value) => value - centre);
    const shares = columns.map(() => 0);
    for (let pass = 1; pass <= 2; pass += 1) {
      for (const [k, other] of columns.entries()) {
        const share = dotFrom(other, column, 0) / n;
        addScaledFrom(column, -share, other, 0);
        shares[k] = at(shares, k) + share;
      }
    }
    const length = Math.sqrt(dotFrom(column, column, 0) / n);
    columns.push(column.map((value) => value / length));
    triangle.push([...shares, length]);
  }
  return { columns, toGiven: inverseOfUpper(triangle) };
}
