import { addScaledFrom, at, dotFrom, item, type NumberList } from './vectors.ts';

// Four columns at a time: what is added to, or multiplied by, is read once for four columns instead of four times, and
// four sums run side by side. `?? 0` only satisfies the compiler.
const TOGETHER = 4;

/** The linear predictor: columns times coefficients, plus the offset. */
export function linearPredictor(
  columns: readonly Float64Array[],
  coefficients: NumberList,
  offset: NumberList,
): Float64Array {
  const predictor = new Float64Array(offset);
  let j = 0;
  for (; j + TOGETHER <= columns.length; j += TOGETHER) {
    const [x, y] = [item(columns, j), item(columns, j + 1)];
    const [z, u] = [item(columns, j + 2), item(columns, j + 3)];
    const [a, b] = [at(coefficients, j), at(coefficients, j + 1)];
    const [c, d] = [at(coefficients, j + 2), at(coefficients, j + 3)];
    for (let i = 0; i < predictor.length; i += 1) {
      const first = a * (x[i] ?? 0) + b * (y[i] ?? 0);
      const second = c * (z[i] ?? 0) + d * (u[i] ?? 0);
      predictor[i] = (predictor[i] ?? 0) + (first + second);
    }
  }
  for (; j < columns.length; j += 1) {
    addScaledFrom(predictor, at(coefficients, j), item(columns, j), 0);
  }
  return predictor;
}

/** For every column the sum of its products with one value per row. */
export function columnProducts(columns: readonly Float64Array[], perRow: Float64Array): number[] {
  const sums: number[] = [];
  let j = 0;
  for (; j + TOGETHER <= columns.length; j += TOGETHER) {
    const [x, y] = [item(columns, j), item(columns, j + 1)];
    const [z, u] = [item(columns, j + 2), item(columns, j + 3)];
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < perRow.length; i += 1) {
      const value = perRow[i] ?? 0;
      a += value * (x[i] ?? 0);
      b += value * (y[i] ?? 0);
      c += value * (z[i] ?? 0);
      d += value * (u[i] ?? 0);
    }
    sums.push(a, b, c, d);
  }
  for (; j < columns.length; j += 1) sums.push(dotFrom(item(columns, j), perRow, 0));
  return sums;
}
