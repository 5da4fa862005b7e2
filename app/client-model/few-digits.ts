/**
 * To how few digits a model of released clients is said. Models are of rounded counts, but how several variables overlap is
 * not rounded: with more digits the few ways in which whole people can be put into it could be told apart.
 */

/** Two digits of an odds ratio or a limit of one: they say what an interval allows to be said. */
export function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

/** A difference of chances in whole percentage points; adding 0 makes a nought of what rounds to minus nought. */
export function wholePoints(effect: number): number {
  return Number(effect.toFixed(2)) + 0;
}
