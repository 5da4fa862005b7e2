import { normalQuantile, studentTQuantile } from '#scoring/statistics/distributions.ts';
import type { PossiblePair } from './group-values.ts';
import type { Range } from './range.ts';

export const verdicts = {
  holds: 'holds over all roundings of the printed figures',
  'holds-whatever-the-spread': 'holds whatever the spread',
  'depends-on-the-spread': 'depends on the spread, which is not published',
  'depends-on-rounding': 'depends on how the printed figures were rounded',
  'depends-on-size': 'depends on the size of a group, which is not published',
  'does-not-hold': 'does not hold',
  contradictory: 'cannot be judged, since its figures contradict each other',
  'not-published': 'cannot be judged, since its figures are not published',
} as const;
export type Verdict = keyof typeof verdicts;

/** A claim that a group is higher (or lower) than another, judged from ranges. */
export interface JudgedDifference {
  readonly verdict: Verdict;
  /** Size of the difference, positive in the direction claimed: shares 0 to 1, days or pounds. */
  readonly difference: Range;
  /** Positive in the direction claimed: z over the roundings, or the least t (at the largest spread there can be). */
  readonly statistic: {
    readonly name: 'z' | 't';
    readonly low: number;
    readonly high: number | null;
  };
  /** Whether it surely holds after Holm's adjustment, at its strictest step. */
  readonly holdsAdjusted: boolean;
  /** The standard deviation in both groups up to which the claim surely holds; null for shares. */
  readonly spreadUpTo: number | null;
  /** The smallest size of the second group with which the claim surely holds; null where that is not in question. */
  readonly sizeFrom: number | null;
}

export type Claim = 'higher' | 'lower';

/** Two-sided 5%, divided by the number of tests an adjustment is over. */
const ALPHA = 0.05;

function rangeOf(values: readonly number[]): Range {
  return { low: Math.min(...values), high: Math.max(...values) };
}

function differenceOf({ first, second }: PossiblePair, claim: Claim): number {
  return claim === 'higher' ? first.value - second.value : second.value - first.value;
}

function zOf(pair: PossiblePair, claim: Claim): number {
  const { first, second } = pair;
  const pooled =
    (first.size * first.value + second.size * second.value) / (first.size + second.size);
  const variance = pooled * (1 - pooled) * (1 / first.size + 1 / second.size);
  // Nobody in a group, or the same answer from everybody: no evidence.
  const isTested = variance > 0 && Number.isFinite(variance);
  return isTested ? differenceOf(pair, claim) / Math.sqrt(variance) : 0;
}

/** The smallest whole size of the second group at which the least favourable combination is significant. */
function smallestSize(
  pairs: readonly PossiblePair[],
  claim: Claim,
  critical: number,
): number | null {
  const most = Math.max(...pairs.map(({ second }) => second.size));
  const holdsAt = (size: number) =>
    pairs.every((pair) => zOf({ ...pair, second: { ...pair.second, size } }, claim) >= critical);
  if (!holdsAt(most)) return null;
  let [fails, holds] = [0, Math.ceil(most)];
  while (holds - fails > 1) {
    const middle = Math.floor((fails + holds) / 2);
    if (holdsAt(middle)) holds = middle;
    else fails = middle;
  }
  return holds;
}

/** The 97.5% point of the normal distribution: a z beyond it, either way, is significant. */
export const criticalZ = normalQuantile(1 - ALPHA / 2);

/**
 * Whether one share is significantly higher or lower than another, from printed figures.
 *
 * For: the report's statements about proportions. Formula: the pooled z of every combination the printed figures
 * allow; it holds where all lie above the 97.5% point of the normal distribution, and not where none does.
 * @param pairs combinations, the outermost among them
 * @param claim whether the first group is said to be higher or lower
 * @param tests how many tests Holm's adjustment would be over
 * @returns verdict with the range of z; 'depends-on-size' with the size needed where a group's size is not known
 * Errors: none. Source: outcome definitions, section 5. Checked: the 2025 report's "alcohol only".
 */
export function judgedShares(
  pairs: readonly PossiblePair[],
  claim: Claim,
  tests: number,
): JudgedDifference {
  const z = rangeOf(pairs.map((pair) => zOf(pair, claim)));
  const isSizeKnown = pairs.every(({ first, second }) => first.size > 0 && second.size > 0);
  const sizeFrom = isSizeKnown ? null : smallestSize(pairs, claim, criticalZ);
  const verdict = (): Verdict => {
    if (z.low >= criticalZ) return 'holds';
    if (z.high < criticalZ) return 'does-not-hold';
    return sizeFrom === null ? 'depends-on-rounding' : 'depends-on-size';
  };
  return {
    verdict: verdict(),
    difference: rangeOf(pairs.map((pair) => differenceOf(pair, claim))),
    statistic: { name: 'z', ...z },
    holdsAdjusted: z.low >= normalQuantile(1 - ALPHA / (2 * tests)),
    spreadUpTo: null,
    sizeFrom,
  };
}

/** The largest variance that values from low to high with this mean can have, n - 1 below. */
function largestVariance(mean: number, n: number, { low, high }: Range): number {
  if (n <= 1) return Infinity;
  return (Math.max(0, (mean - low) * (high - mean)) * n) / (n - 1);
}

/** Least favourable critical value: Welch's degrees of freedom are at least the smaller group's. */
function criticalT(pairs: readonly PossiblePair[], tests: number): number {
  const smallest = Math.min(...pairs.flatMap(({ first, second }) => [first.size, second.size]));
  return studentTQuantile(1 - ALPHA / (2 * tests), Math.max(1, Math.floor(smallest) - 1));
}

/**
 * Whether one mean is significantly higher or lower than another, from printed means without their spreads.
 *
 * For: the report's statements about days and pounds. Formula: values between two bounds with mean m have a variance of
 * at most (m - low)(high - m); with that variance in both groups Welch's t is smallest. Where even this t lies above the
 * critical value, the claim holds whatever the spread; else it holds up to a spread s with difference = critical s
 * sqrt(1/n1 + 1/n2).
 * @param pairs combinations, the outermost among them
 * @param claim whether the first group is said to be higher or lower
 * @param tests how many tests Holm's adjustment would be over
 * @param values between which every client's value lies; high Infinity where there is no bound
 * @returns verdict, the least t, and the standard deviation up to which the claim holds
 * Errors: none. Source: Bhatia and Davis (2000), American Mathematical Monthly 107, 353-357, for the variance.
 * Checked: by hand; random samples never vary more (property test).
 */
export function judgedMeans(
  pairs: readonly PossiblePair[],
  claim: Claim,
  tests: number,
  values: Range,
): JudgedDifference {
  const difference = rangeOf(pairs.map((pair) => differenceOf(pair, claim)));
  const leastT = Math.min(
    ...pairs.map((pair) => {
      const { first, second } = pair;
      const variance =
        largestVariance(first.value, first.size, values) / first.size +
        largestVariance(second.value, second.size, values) / second.size;
      return Number.isFinite(variance) ? differenceOf(pair, claim) / Math.sqrt(variance) : 0;
    }),
  );
  const critical = criticalT(pairs, 1);
  const spreadUpTo = Math.min(
    ...pairs.map(
      (pair) =>
        differenceOf(pair, claim) /
        (critical * Math.sqrt(1 / pair.first.size + 1 / pair.second.size)),
    ),
  );
  const verdict = (): Verdict => {
    if (leastT >= critical) return 'holds-whatever-the-spread';
    if (difference.high <= 0) return 'does-not-hold';
    return difference.low <= 0 ? 'depends-on-rounding' : 'depends-on-the-spread';
  };
  return {
    verdict: verdict(),
    difference,
    statistic: { name: 't', low: leastT, high: null },
    holdsAdjusted: leastT >= criticalT(pairs, tests),
    spreadUpTo: spreadUpTo > 0 ? spreadUpTo : null,
    sizeFrom: null,
  };
}
