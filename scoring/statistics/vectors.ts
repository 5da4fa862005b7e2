/** A column of numbers, plain or typed. */
export type NumberList = readonly number[] | Float64Array;

/** Rows of numbers. */
export type Matrix = readonly NumberList[];

/** The value at an index; an index outside the list is a programming error, never a silent zero. */
export function at(values: NumberList, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`at: there is no element ${index}`);
  return value;
}

/** The element of any list at an index, with the same refusal. */
export function item<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`item: there is no element ${index}`);
  return value;
}

// Loops over lists of either kind go by index, `?? 0` only for the compiler: an iterator costs several times as much.

export function sum(values: NumberList): number {
  const { length } = values;
  let total = 0;
  for (let i = 0; i < length; i += 1) total += values[i] ?? 0;
  return total;
}

export function mean(values: NumberList): number {
  return sum(values) / values.length;
}

export function largestAbsolute(values: NumberList): number {
  const { length } = values;
  let largest = 0;
  for (let i = 0; i < length; i += 1) largest = Math.max(largest, Math.abs(values[i] ?? 0));
  return largest;
}

/** Values by name, for results that a page looks up by column. */
export function byName(names: readonly string[], values: NumberList): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, at(values, index)]));
}

// The inner loops below run millions of times for a bootstrap. Their indexes stay inside columns of one
// length, so `?? 0` only satisfies the compiler; the checked at() would cost several times as much.

/** sum of a[i] b[i] from an index on. */
export function dotFrom(a: Float64Array, b: Float64Array, start: number): number {
  let total = 0;
  for (let i = start; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

/** target[i] += factor column[i] from an index on, in place. */
export function addScaledFrom(
  target: Float64Array,
  factor: number,
  column: Float64Array,
  start: number,
): void {
  for (let i = start; i < target.length; i += 1) {
    target[i] = (target[i] ?? 0) + factor * (column[i] ?? 0);
  }
}

/** The products of two columns, row by row. */
export function rowProducts(a: Float64Array, b: Float64Array): Float64Array {
  const products = new Float64Array(a.length);
  for (let i = 0; i < a.length; i += 1) products[i] = (a[i] ?? 0) * (b[i] ?? 0);
  return products;
}

/** A matrix times a vector: one sum per row. */
export function timesVector(rows: Matrix, vector: NumberList): number[] {
  return rows.map((row) => {
    let total = 0;
    for (let j = 0; j < vector.length; j += 1) total += (row[j] ?? 0) * (vector[j] ?? 0);
    return total;
  });
}

/** The transpose of a matrix times a vector: one sum per column. */
export function transposeTimesVector(rows: Matrix, vector: NumberList): number[] {
  const totals = new Array<number>(rows[0]?.length ?? 0).fill(0);
  for (let i = 0; i < rows.length; i += 1) {
    const row = item(rows, i);
    const factor = at(vector, i);
    for (let j = 0; j < totals.length; j += 1) {
      totals[j] = (totals[j] ?? 0) + (row[j] ?? 0) * factor;
    }
  }
  return totals;
}

/** Length of a column from an index on, scaled so that no square overflows or vanishes. */
export function lengthFrom(a: Float64Array, start: number): number {
  let largest = 0;
  for (let i = start; i < a.length; i += 1) largest = Math.max(largest, Math.abs(a[i] ?? 0));
  if (largest === 0) return 0;
  let total = 0;
  for (let i = start; i < a.length; i += 1) {
    const share = (a[i] ?? 0) / largest;
    total += share * share;
  }
  return largest * Math.sqrt(total);
}
