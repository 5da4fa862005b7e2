import { requireFinite } from './checks.ts';

/** One value of a list with the number of times it occurs. */
interface Run {
  readonly value: number;
  readonly first: number;
  readonly count: number;
}

function runs(values: readonly number[]): Run[] {
  const found: Run[] = [];
  for (const [index, value] of [...values].sort((a, b) => a - b).entries()) {
    const last = found.at(-1);
    if (last?.value === value) found[found.length - 1] = { ...last, count: last.count + 1 };
    else found.push({ value, first: index + 1, count: 1 });
  }
  return found;
}

/**
 * Ranks with ties given the average of the ranks they share: the basis of every rank statistic.
 *
 * @param values finite numbers in any order and unit
 * @returns ranks from 1 to n in the order given; they always add up to n (n + 1) / 2
 * @throws RangeError for a value that is not finite
 * Source: definition; R's rank(ties.method = "average"). Checked against R.
 */
export function midranks(values: readonly number[]): number[] {
  requireFinite('midranks', 'values', values);
  const rankOf = new Map(
    runs(values).map((run) => [run.value, run.first + (run.count - 1) / 2] as const),
  );
  return values.map((value) => rankOf.get(value) ?? NaN);
}

/**
 * Sizes of the groups of equal values, ones included: what corrections for ties are made of.
 *
 * @param values finite numbers
 * @returns how often each distinct value occurs, from the smallest value up
 * @throws RangeError for a value that is not finite
 * Source: definition. Checked by hand-counted examples.
 */
export function tieSizes(values: readonly number[]): number[] {
  requireFinite('tieSizes', 'values', values);
  return runs(values).map((run) => run.count);
}
