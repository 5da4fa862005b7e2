/** A column of numbers, plain or typed. */
export type NumberList = readonly number[] | Float64Array;

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

export function sum(values: NumberList): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function mean(values: NumberList): number {
  return sum(values) / values.length;
}

export function largestAbsolute(values: NumberList): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** Values by name, for results that a page looks up by column. */
export function byName(names: readonly string[], values: NumberList): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, at(values, index)]));
}
