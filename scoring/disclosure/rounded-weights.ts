import { roundedCount } from './disclosed-count.ts';
import { requireDisclosurePolicy, type DisclosurePolicy } from './disclosure-policy.ts';

/** Rounds over all factors before the weights are taken as they are. */
const ROUNDS = 200;
/** Weights are still once no sum moves by more than this share. */
const STILL = 1e-10;

/** People without (first) and with the outcome (second), group by group. */
function countsByOutcome(codes: Int32Array, outcome: Float64Array, groups: number): Float64Array {
  const counts = new Float64Array(2 * groups);
  for (const [i, code] of codes.entries()) {
    const place = 2 * code + (outcome[i] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Where there is anybody, never nobody. */
function atLeastBase(exact: number, count: number, { base }: DisclosurePolicy): number {
  return exact === 0 ? 0 : Math.max(base, count);
}

/** The rounded people with and without the outcome in each group. */
function roundedByOutcome(counts: Float64Array, policy: DisclosurePolicy): Float64Array {
  const rounded = new Float64Array(counts.length);
  for (let place = 0; place < counts.length; place += 2) {
    const [without, starts] = [counts[place] ?? 0, counts[place + 1] ?? 0];
    const numerator = atLeastBase(starts, roundedCount(starts, policy), policy);
    const rest = roundedCount(without + starts, policy) - numerator;
    rounded[place] = atLeastBase(without, rest, policy);
    rounded[place + 1] = numerator;
  }
  return rounded;
}

/** A reader's own people (group 1) as they are, and for all others (group 0) what the rounded whole leaves. */
function besideOwn(
  counts: Float64Array,
  whole: Float64Array,
  policy: DisclosurePolicy,
): Float64Array {
  return counts.map((count, place) =>
    place < 2 ? atLeastBase(count, (whole[place] ?? 0) - (counts[place + 2] ?? 0), policy) : count,
  );
}

/** By how much a sum has to be multiplied; where nobody is in it, there is nothing to multiply. */
function ratio(wanted: number, sum: number): number {
  return sum === 0 ? 1 : wanted / sum;
}

/** The same sums of people with and of people without the outcome as the whole has: roundings do not add up by themselves. */
function scaledTo(whole: Float64Array, rounded: Float64Array): Float64Array {
  const sums = [0, 0];
  for (const [place, count] of rounded.entries()) sums[place % 2] = (sums[place % 2] ?? 0) + count;
  return rounded.map((count, place) => count * ratio(whole[place % 2] ?? 0, sums[place % 2] ?? 0));
}

/**
 * How many people each person stands for, so that every group has the rounded counts that may be shown of it.
 *
 * For: models that are shown to everybody. Fitted with these weights, a model tells nothing of a group's counts but the rounded
 * ones beside it.
 * Formula: raking (iterative proportional fitting): the weights of a group's people with the outcome are multiplied so that they
 * add up to its rounded number, those without it likewise; factor after factor, again until nothing moves. The roundings of each
 * factor are scaled to those of the whole.
 *
 * Why it hides. With one factor the weighted sums are the rounded counts, whatever the exact ones are, and a model of that factor
 * depends on nothing else. With several it depends also on how they overlap, that is, on ratios of the sums' parts, which
 * raking leaves alone: take the weighted table, rake it to any other counts that round alike, and it is raked back to the same
 * weighted table. So every exact count that rounds to the shown one goes with the same model, as far as people can be
 * divided; that they cannot is why figures are also given to two digits. docs/statistics.md has what remains.
 * @param outcome 0 or 1, one per person
 * @param factors for each factor the group of each person, from 0 on
 * @param policy base of the rounding
 * @param own for a reader who has a group's exact counts anyway, its own team's: 1 for each of its people, 0 for others. They
 *   keep those counts, and all others together have what the rounded whole leaves
 * @returns a weight per person; where no weights fit all groups (one group within another, rounded the other way), those that
 *   the last of 200 rounds gave
 * @throws RangeError for an outcome other than 0 and 1, factors or own of another length, settings that make no sense
 * Source: Deming and Stephan (1940), Annals of Mathematical Statistics 11, 427-444; its use here is ours. Checked: sums of random
 * tables; worked by hand for one factor; raked from other counts.
 */
export function roundedWeights(
  outcome: Float64Array,
  factors: readonly Int32Array[],
  policy: DisclosurePolicy,
  own?: Int32Array,
): Float64Array {
  requireDisclosurePolicy('roundedWeights', policy);
  if (outcome.some((value) => value !== 0 && value !== 1)) {
    throw new RangeError('roundedWeights: outcome must hold 0 and 1 only');
  }
  if ([...factors, own ?? outcome].some(({ length }) => length !== outcome.length)) {
    throw new RangeError('roundedWeights: every factor must have a group for each person');
  }
  const everybody = new Int32Array(outcome.length);
  const whole = roundedByOutcome(countsByOutcome(everybody, outcome, 1), policy);
  const margins = [everybody, ...factors].map((codes) => {
    const groups = codes.reduce((most, code) => Math.max(most, code + 1), 0);
    const rounded = roundedByOutcome(countsByOutcome(codes, outcome, groups), policy);
    return { codes, wanted: scaledTo(whole, rounded) };
  });
  if (own !== undefined) {
    const wanted = besideOwn(countsByOutcome(own, outcome, 2), whole, policy);
    margins.push({ codes: own, wanted });
  }
  const weights = new Float64Array(outcome.length).fill(1);
  for (let round = 0, moved = Infinity; round < ROUNDS && moved > STILL; round += 1) {
    moved = 0;
    for (const { codes, wanted } of margins) {
      const sums = new Float64Array(wanted.length);
      for (const [i, code] of codes.entries()) {
        const place = 2 * code + (outcome[i] ?? 0);
        sums[place] = (sums[place] ?? 0) + (weights[i] ?? 0);
      }
      const times = wanted.map((people, place) => ratio(people, sums[place] ?? 0));
      for (const [i, code] of codes.entries()) {
        const by = times[2 * code + (outcome[i] ?? 0)] ?? 1;
        weights[i] = (weights[i] ?? 0) * by;
        moved = Math.max(moved, Math.abs(by - 1));
      }
    }
  }
  return weights;
}
