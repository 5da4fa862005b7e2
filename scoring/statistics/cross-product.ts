import { BLOCK, crossProductMemory, STRIP } from './cross-product-kernel.ts';
import type { Matrix } from './vectors.ts';

// The loops below pass over every entry of a design; `?? 0` only satisfies the compiler.

function squareRoots(weights: Float64Array): Float64Array {
  const roots = new Float64Array(weights.length);
  for (let i = 0; i < roots.length; i += 1) roots[i] = Math.sqrt(weights[i] ?? 0);
  return roots;
}

/** Copies a block of rows of every column, times the roots of the weights, the columns of a strip beside each other. */
function fillBlock(
  columns: readonly Float64Array[],
  roots: Float64Array,
  from: number,
  rows: number,
  block: Float64Array,
): void {
  for (let j = 0; j < columns.length; j += 1) {
    const column = columns[j];
    if (column === undefined) continue;
    const inStrip = j % STRIP;
    let place = (j - inStrip) * BLOCK + inStrip;
    for (let i = from; i < from + rows; i += 1) {
      block[place] = (column[i] ?? 0) * (roots[i] ?? 0);
      place += STRIP;
    }
  }
}

/** The symmetric matrix whose lower half was added up, row after row of the given width. */
export function symmetric(totals: Float64Array, width: number, size: number): Float64Array[] {
  const rows: Float64Array[] = [];
  for (let a = 0; a < size; a += 1) {
    const row = totals.slice(a * width, a * width + size);
    for (let b = a + 1; b < size; b += 1) row[b] = totals[b * width + a] ?? 0;
    rows.push(row);
  }
  return rows;
}

/**
 * The weighted cross-products of columns, X'WX: the information of a regression.
 * Formula: sum over rows of (sqrt(w) x_j)(sqrt(w) x_k), added up block by block and four by four columns at a time,
 * which is what makes it many times faster than pair by pair (decision 0014).
 *
 * @param columns of equal length
 * @param weights one per row, 0 or more
 * @returns a symmetric matrix
 * Source: definition. Checked against the definition, against sparseCrossProduct, and through the regressions.
 */
export function crossProduct(columns: readonly Float64Array[], weights: Float64Array): Matrix {
  const width = Math.ceil(columns.length / STRIP) * STRIP;
  const { block, totals, addBlock } = crossProductMemory(width);
  const roots = squareRoots(weights);
  for (let from = 0; from < weights.length; from += BLOCK) {
    const rows = Math.min(BLOCK, weights.length - from);
    fillBlock(columns, roots, from, rows, block);
    addBlock(rows);
  }
  return symmetric(totals, width, columns.length);
}
