import type { Matrix } from './vectors.ts';

/** Rows worked on at a time: sixty columns of them fit the fastest memory of a processor. */
const BLOCK = 64;
/** Columns on either side of a tile: nine running sums for six numbers read. */
const TILE = 3;

// The loops below run once for every pair of columns in every row of every step; `?? 0` only satisfies the compiler.

/**
 * Copies a block of rows of every column, times the roots of the weights, the columns of a tile beside each other:
 * entry (row, column) of a tile that begins with column a is at a BLOCK + TILE row + column - a.
 */
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
    let place = (j - (j % TILE)) * BLOCK + (j % TILE);
    for (let i = from; i < from + rows; i += 1) {
      block[place] = (column[i] ?? 0) * (roots[i] ?? 0);
      place += TILE;
    }
  }
}

function add(totals: Float64Array, place: number, s0: number, s1: number, s2: number): void {
  totals[place] = (totals[place] ?? 0) + s0;
  totals[place + 1] = (totals[place + 1] ?? 0) + s1;
  totals[place + 2] = (totals[place + 2] ?? 0) + s2;
}

/** Adds the products of three columns of a block with three others to the totals. */
function addTile(
  block: Float64Array,
  rows: number,
  totals: Float64Array,
  width: number,
  a: number,
  b: number,
): void {
  let left = a * BLOCK;
  let right = b * BLOCK;
  const end = right + rows * TILE;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  while (right < end) {
    const u0 = block[right] ?? 0;
    const u1 = block[right + 1] ?? 0;
    const u2 = block[right + 2] ?? 0;
    const w0 = block[left] ?? 0;
    const w1 = block[left + 1] ?? 0;
    const w2 = block[left + 2] ?? 0;
    s00 += w0 * u0;
    s01 += w0 * u1;
    s02 += w0 * u2;
    s10 += w1 * u0;
    s11 += w1 * u1;
    s12 += w1 * u2;
    s20 += w2 * u0;
    s21 += w2 * u1;
    s22 += w2 * u2;
    left += TILE;
    right += TILE;
  }
  const place = a * width + b;
  add(totals, place, s00, s01, s02);
  add(totals, place + width, s10, s11, s12);
  add(totals, place + 2 * width, s20, s21, s22);
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
 * Formula: sum over rows of (sqrt(w) x_j)(sqrt(w) x_k), added up block by block and three by three columns at a time,
 * which is what makes it several times faster than pair by pair.
 *
 * @param columns of equal length
 * @param weights one per row, 0 or more
 * @returns a symmetric matrix
 * Source: definition. Checked through the regressions.
 */
export function crossProduct(columns: readonly Float64Array[], weights: Float64Array): Matrix {
  const width = Math.ceil(columns.length / TILE) * TILE;
  const roots = weights.map(Math.sqrt);
  const block = new Float64Array(BLOCK * width);
  const totals = new Float64Array(width * width);
  for (let from = 0; from < weights.length; from += BLOCK) {
    const rows = Math.min(BLOCK, weights.length - from);
    fillBlock(columns, roots, from, rows, block);
    for (let a = 0; a < width; a += TILE) {
      for (let b = 0; b <= a; b += TILE) addTile(block, rows, totals, width, a, b);
    }
  }
  return symmetric(totals, width, columns.length);
}
