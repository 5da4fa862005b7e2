/**
 * How far a computed value lies from the expected one: the relative difference, or the absolute one where
 * the expected value is below 1, so that an expected 0 can be met. Not a number counts as infinitely far.
 */
export function relativeDifference(actual: number, expected: number): number {
  return distance(actual, expected, Math.max(1, Math.abs(expected)));
}

/** The relative difference however small the expected value is: for tails, where 1e-20 is not 0. */
export function tailDifference(actual: number, expected: number): number {
  return distance(actual, expected, Math.abs(expected));
}

function distance(actual: number, expected: number, unit: number): number {
  if (actual === expected) return 0;
  const difference = Math.abs(actual - expected) / unit;
  return Number.isNaN(difference) ? Infinity : difference;
}
