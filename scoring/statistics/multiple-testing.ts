import { item } from './vectors.ts';

function requirePValues(caller: string, pValues: readonly number[]): void {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`${caller}: every p value must lie from 0 to 1`);
  }
}

/** Positions of the values from smallest to largest. */
function smallestFirst(values: readonly number[]): number[] {
  return [...values.keys()].sort((i, j) => item(values, i) - item(values, j));
}

/**
 * Holm's step-down adjustment: keeps the chance of any false finding below the level over all tests.
 * Formula: with p sorted upwards, adjusted(i) = max over j <= i of min(1, (m - j + 1) p(j)).
 *
 * @param pValues p values of m tests, each 0 to 1, in any order
 * @returns adjusted p values in the order given; empty for an empty list
 * @throws RangeError for a value outside 0 to 1
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
 * Checked against R's p.adjust(method = "holm") in intervals.expected.json.
 */
export function holm(pValues: readonly number[]): number[] {
  requirePValues('holm', pValues);
  const adjusted = pValues.map(() => 0);
  let running = 0;
  for (const [rank, index] of smallestFirst(pValues).entries()) {
    running = Math.max(running, Math.min(1, (pValues.length - rank) * item(pValues, index)));
    adjusted[index] = running;
  }
  return adjusted;
}

/**
 * Benjamini and Hochberg's step-up adjustment: holds the expected share of false findings among the
 * findings, for the 25 items of the fidelity scale against the job-entry rate.
 * Formula: with p sorted upwards, adjusted(i) = min over j >= i of min(1, m p(j) / j).
 *
 * @param pValues p values of m tests, each 0 to 1, in any order
 * @returns adjusted p values in the order given; empty for an empty list
 * @throws RangeError for a value outside 0 to 1
 * Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
 * Checked against R's p.adjust(method = "BH") in intervals.expected.json.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  requirePValues('benjaminiHochberg', pValues);
  const adjusted = pValues.map(() => 0);
  let running = 1;
  for (const [rank, index] of [...smallestFirst(pValues).entries()].reverse()) {
    running = Math.min(running, (item(pValues, index) * pValues.length) / (rank + 1));
    adjusted[index] = running;
  }
  return adjusted;
}
