/** The largest difference between two lists, absolute where the second is below 1 and relative above; infinite where a number is missing. */
export function largestDifference(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) return Infinity;
  let largest = 0;
  for (const [i, value] of ours.entries()) {
    const other = theirs[i] ?? Number.NaN;
    const difference = Math.abs(value - other) / Math.max(1, Math.abs(other));
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
  }
  return largest;
}
