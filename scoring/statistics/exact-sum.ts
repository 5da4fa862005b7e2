import type { NumberList } from './vectors.ts';

/**
 * A sum that keeps what rounding takes from each addition, and adds it in the end.
 *
 * @param values finite numbers
 * @returns their sum, as good as if worked out in twice the digits
 * Source: Neumaier (1974), Zeitschrift fuer Angewandte Mathematik und Mechanik 54, 39-51. Checked by sums
 * whose large parts cancel.
 */
export function exactSum(values: NumberList): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
