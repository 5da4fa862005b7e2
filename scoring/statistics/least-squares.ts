import { addScaledFrom, at, dotFrom, item, lengthFrom } from './vectors.ts';

/** Applies the reflection stored in v (from its index `start` on) to a column, in place. */
function reflect(
  v: Float64Array,
  start: number,
  squaredLength: number,
  column: Float64Array,
): void {
  addScaledFrom(column, (-2 * dotFrom(v, column, start)) / squaredLength, v, start);
}

/**
 * Householder's reduction of columns to an upper triangle, worked in place on the columns given.
 * When `dropBelow` is given, a column whose remainder is shorter than that share of its own length is
 * a combination of the columns before it: it is passed over and missing from `kept`.
 */
function reduce(
  columns: readonly Float64Array[],
  follow: readonly Float64Array[],
  dropBelow: number,
): { kept: number[]; triangle: number[][] } {
  const lengths = columns.map((column) => lengthFrom(column, 0));
  const kept: number[] = [];
  const triangle: number[][] = [];
  for (const [j, column] of columns.entries()) {
    const step = kept.length;
    const remainder = lengthFrom(column, step);
    if (dropBelow > 0 && !(remainder > dropBelow * at(lengths, j))) continue;
    const head = at(column, step);
    const diagonal = head > 0 ? -remainder : remainder;
    triangle.push([...column.subarray(0, step), diagonal]);
    column[step] = head - diagonal;
    const squaredLength = dotFrom(column, column, step);
    if (squaredLength > 0) {
      for (const later of columns.slice(j + 1)) reflect(column, step, squaredLength, later);
      for (const other of follow) reflect(column, step, squaredLength, other);
    }
    kept.push(j);
  }
  return { kept, triangle };
}

/**
 * Which columns carry something new, in the order given: a column that is a combination of earlier ones,
 * or holds nothing but zeros, is left out.
 *
 * @param columns of equal length, not changed
 * @param tolerance share of a column's length that must remain
 * @returns positions of the columns to keep
 * Source: Householder (1958), Journal of the ACM 5, 339-342. Checked through the regressions.
 */
export function independentColumns(
  columns: readonly Float64Array[],
  tolerance: number,
): readonly number[] {
  return reduce(
    columns.map((column) => column.slice()),
    [],
    tolerance,
  ).kept;
}

/** Inverse of an upper triangle given as columns of growing length. */
function invertTriangle(triangle: readonly (readonly number[])[]): number[][] {
  const size = triangle.length;
  const inverse = triangle.map(() => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row >= 0; row -= 1) {
      let rest = row === column ? 1 : 0;
      for (let k = row + 1; k <= column; k += 1) {
        rest -= at(item(triangle, k), row) * at(item(inverse, k), column);
      }
      item(inverse, row)[column] = rest / at(item(triangle, row), row);
    }
  }
  return inverse;
}

/**
 * A factor of (X'X)^-1 by Householder's QR, which never forms X'X and so keeps the digits that nearly equal
 * columns would lose there.
 * Formula: X = QR; returns U = R^-1, upper triangular, so that (X'X)^-1 = U U'.
 *
 * @param columns of X, independent, equal length, not changed
 * Source: Golub (1965), Numerische Mathematik 7, 206-216. Checked through the regressions.
 */
export function orthogonalFactor(columns: readonly Float64Array[]): number[][] {
  const copies = columns.map((column) => column.slice());
  return invertTriangle(reduce(copies, [], 0).triangle);
}

/**
 * What is left of a column once a combination of others has explained all it can: linear least squares
 * by Householder's QR.
 * Formula: y - X b with b least squares; y turned by Q', its first entries, one per column of X, put to 0, turned back.
 *
 * @param columns of X, independent, equal length, not changed
 * @param response y, one value per row
 * @returns residuals, one per row
 * Source: Golub (1965), Numerische Mathematik 7, 206-216. Checked through karlsonHolmBreen against R's lm.fit.
 */
export function leastSquaresResiduals(
  columns: readonly Float64Array[],
  response: Float64Array,
): Float64Array {
  const reflections = columns.map((column) => column.slice());
  const rotated = response.slice();
  reduce(reflections, [rotated], 0);
  rotated.fill(0, 0, columns.length);
  for (const [step, v] of [...reflections.entries()].reverse()) {
    const squaredLength = dotFrom(v, v, step);
    if (squaredLength > 0) reflect(v, step, squaredLength, rotated);
  }
  return rotated;
}
