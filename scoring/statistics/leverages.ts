import { addScaledFrom, item } from './vectors.ts';

/** Rows worked on at a time, so that their columns stay in the fast memory of the processor. */
const BLOCK = 256;

/**
 * Leverage of every row: how far the fitted value of a row is pulled by its own outcome, 0 to 1.
 * Formula: h = v x' (X'WX)^-1 x, worked out as v times the squared length of x' U.
 *
 * @param columns of the design, scaled
 * @param factor U, upper triangular, with the inverse information U U'
 * @param variances v, one per row
 * @returns one value per row; they add up to the number of columns
 * Source: Pregibon (1981), Annals of Statistics 9, 705-724. Checked against R's hatvalues.
 */
export function leverages(
  columns: readonly Float64Array[],
  factor: readonly (readonly number[])[],
  variances: Float64Array,
): Float64Array {
  const result = new Float64Array(variances.length);
  for (let from = 0; from < variances.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, variances.length);
    const block = columns.map((column) => column.subarray(from, to));
    const rotated = new Float64Array(to - from);
    for (const j of columns.keys()) {
      rotated.fill(0);
      for (let k = 0; k <= j; k += 1) {
        addScaledFrom(rotated, item(factor, k)[j] ?? 0, item(block, k), 0);
      }
      for (const [i, value] of rotated.entries()) {
        result[from + i] = (result[from + i] ?? 0) + value * value;
      }
    }
  }
  for (const [i, variance] of variances.entries()) result[i] = (result[i] ?? 0) * variance;
  return result;
}
