import { symmetric } from './cross-product.ts';
import type { Matrix, NumberList } from './vectors.ts';

/** The non-zero entries of a design, row by row: most entries of a model of categories are 0. */
export interface SparseRows {
  /** Where each row begins in the lists below, and where the last one ends. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Above this share of entries that are not 0, columns are worked on whole. */
const WORTH_IT = 0.4;

// The loops below pass over every entry of a design; `?? 0` only satisfies the compiler.

/** Where each row of entries begins, or undefined where there are too many of them. */
function rowStarts(columns: readonly Float64Array[], rows: number): Int32Array | undefined {
  const most = WORTH_IT * rows * columns.length;
  const starts = new Int32Array(rows + 1);
  let entries = 0;
  for (const column of columns) {
    for (let i = 0; i < rows; i += 1) {
      if (column[i] === 0) continue;
      starts[i + 1] = (starts[i + 1] ?? 0) + 1;
      entries += 1;
    }
    if (entries > most) return undefined;
  }
  for (let i = 0; i < rows; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  return starts;
}

/**
 * The non-zero entries of columns by row, where there are few enough of them to be worth it.
 *
 * @param columns of equal length
 * @param rows their length
 * @returns the entries, columns ascending in each row; undefined where more than two in five are not 0
 * Source: compressed sparse rows. Checked through the regressions.
 */
export function sparseRows(columns: readonly Float64Array[], rows: number): SparseRows | undefined {
  const starts = rowStarts(columns, rows);
  if (starts === undefined) return undefined;
  const places = starts.slice(0, rows);
  const index = new Int32Array(starts[rows] ?? 0);
  const values = new Float64Array(index.length);
  for (const [j, column] of columns.entries()) {
    for (let i = 0; i < rows; i += 1) {
      const value = column[i] ?? 0;
      if (value === 0) continue;
      const place = places[i] ?? 0;
      index[place] = j;
      values[place] = value;
      places[i] = place + 1;
    }
  }
  return { starts, columns: index, values };
}

/**
 * The weighted cross-products of columns, X'WX, from their non-zero entries.
 * Formula: sum over rows of w x_j x_k, pairs with a zero passed over.
 *
 * @param sparse of sparseRows
 * @param weights one per row
 * @param size how many columns there are
 * @returns a symmetric matrix
 * Source: definition. Checked through the regressions, and against crossProduct.
 */
export function sparseCrossProduct(
  { starts, columns, values }: SparseRows,
  weights: Float64Array,
  size: number,
): Matrix {
  const totals = new Float64Array(size * size);
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0;
    const from = starts[i] ?? 0;
    const to = weight === 0 ? from : (starts[i + 1] ?? 0);
    for (let a = from; a < to; a += 1) {
      const weighted = weight * (values[a] ?? 0);
      const line = (columns[a] ?? 0) * size;
      for (let b = from; b <= a; b += 1) {
        const place = line + (columns[b] ?? 0);
        totals[place] = (totals[place] ?? 0) + weighted * (values[b] ?? 0);
      }
    }
  }
  return symmetric(totals, size, size);
}

/** X b plus an offset. */
export function sparsePredictor(
  { starts, columns, values }: SparseRows,
  coefficients: NumberList,
  offset: NumberList,
): Float64Array {
  const predictor = new Float64Array(offset.length);
  for (let i = 0; i < predictor.length; i += 1) {
    let total = offset[i] ?? 0;
    const to = starts[i + 1] ?? 0;
    for (let a = starts[i] ?? 0; a < to; a += 1) {
      total += (values[a] ?? 0) * (coefficients[columns[a] ?? 0] ?? 0);
    }
    predictor[i] = total;
  }
  return predictor;
}

/** X' times one value per row. */
export function sparseColumnSums(
  { starts, columns, values }: SparseRows,
  perRow: Float64Array,
  size: number,
): number[] {
  const totals = new Float64Array(size);
  for (let i = 0; i < perRow.length; i += 1) {
    const value = perRow[i] ?? 0;
    const to = starts[i + 1] ?? 0;
    for (let a = starts[i] ?? 0; a < to; a += 1) {
      const j = columns[a] ?? 0;
      totals[j] = (totals[j] ?? 0) + (values[a] ?? 0) * value;
    }
  }
  return Array.from(totals);
}

/**
 * x' C x for every row x of a design.
 * Formula: each pair of entries that are not 0 once, those of different columns doubled.
 *
 * @param sparse of sparseRows
 * @param lower C, symmetric, row after row; only its lower half is read
 * @param size how many columns there are
 * @returns one value per row
 * Source: definition. Checked through leverages.
 */
export function sparseQuadraticForms(
  { starts, columns, values }: SparseRows,
  lower: Float64Array,
  size: number,
): Float64Array {
  const forms = new Float64Array(starts.length - 1);
  for (let i = 0; i < forms.length; i += 1) {
    const from = starts[i] ?? 0;
    const to = starts[i + 1] ?? 0;
    let total = 0;
    for (let a = from; a < to; a += 1) {
      const line = (columns[a] ?? 0) * size;
      const value = values[a] ?? 0;
      let before = 0;
      for (let b = from; b < a; b += 1) {
        before += (values[b] ?? 0) * (lower[line + (columns[b] ?? 0)] ?? 0);
      }
      total += value * (2 * before + value * (lower[line + (columns[a] ?? 0)] ?? 0));
    }
    forms[i] = total;
  }
  return forms;
}
