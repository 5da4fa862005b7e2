import { item } from './vectors.ts';

/** The non-zero entries of a design, row by row: most entries of a model of categories are 0. */
export interface SparseRows {
  /** Where each row begins in the lists below, and where the last one ends. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Above this share of entries that are not 0, columns are worked on whole. */
const WORTH_IT = 0.4;

/**
 * The non-zero entries of columns by row, where there are few enough of them to be worth it.
 *
 * @param columns of equal length
 * @param rows their length
 * @returns the entries, columns ascending in each row; undefined where more than two in five are not 0
 * Source: compressed sparse rows. Checked through the regressions.
 */
export function sparseRows(columns: readonly Float64Array[], rows: number): SparseRows | undefined {
  const starts = new Int32Array(rows + 1);
  for (const column of columns) {
    for (let i = 0; i < rows; i += 1) {
      if (column[i] !== 0) starts[i + 1] = (starts[i + 1] ?? 0) + 1;
    }
  }
  for (let i = 0; i < rows; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const entries = starts[rows] ?? 0;
  if (entries > WORTH_IT * rows * columns.length) return undefined;
  const places = starts.slice(0, rows);
  const index = new Int32Array(entries);
  const values = new Float64Array(entries);
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
  sparse: SparseRows,
  weights: Float64Array,
  size: number,
): number[][] {
  const { starts, columns, values } = sparse;
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
  const product = Array.from({ length: size }, (_, a) => [
    ...totals.subarray(a * size, (a + 1) * size),
  ]);
  for (const [a, row] of product.entries()) {
    for (let b = a + 1; b < size; b += 1) row[b] = item(product, b)[a] ?? 0;
  }
  return product;
}
