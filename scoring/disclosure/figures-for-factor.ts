import {
  disclosedProportion,
  hiddenFigure,
  requireProportion,
  type Figure,
} from './disclosed-proportion.ts';
import { requireDisclosurePolicy, type DisclosurePolicy } from './disclosure-policy.ts';
import { hiddenGroups, nextToHide, wholeOf, type GroupCounts } from './hidden-groups.ts';

/** A reader who knows the rule must be left with this many values for every hidden count. */
const VALUES_LEFT = 3;

export interface FactorOptions {
  /** A reader may belong to one of the groups and know its counts, as a team knows its own. */
  readonly groupsKnowThemselves?: boolean;
  /** Groups hidden for another release's sake, by their place. */
  readonly alsoHidden?: ReadonlySet<number>;
}

/** Whether these hidden groups share enough people with and without the outcome. */
function haveRoom(groups: readonly GroupCounts[]): boolean {
  const { numerator, denominator } = wholeOf(groups);
  const needed = groups.length + VALUES_LEFT - 1;
  return groups.length > 1 && numerator >= needed && denominator - numerator >= needed;
}

/**
 * Which categories of a factor are hidden where the whole is known anyway.
 *
 * For: a client-level model, whose factors all divide the same clients: what one factor hides by withholding the whole,
 * another gives back. So this takes it that a reader knows the exact whole and the exact counts of every shown category, and
 * keeps the hidden ones apart by themselves. (figuresForGroups relies on rounding and hides the whole instead.)
 * Rule: small groups are hidden, a single one takes a second with it (hiddenGroups); then, until the h hidden groups share at
 * least h + 2 people with the outcome and as many without, the next group with the fewest people with the outcome.
 * Where groups know themselves this has to hold also without any one of them.
 *
 * Why that leaves three values. Give one hidden group 1, 2 or 3 people with the outcome, the others but one 1 each, and the last
 * what is left, with one person without the outcome. All of them are then small, so they are hidden for themselves, and what they
 * share has not changed: each of these tables is printed as this one is. The same with the two outcomes exchanged.
 * Limits: where no group is left to hide, the rule may be unmet (all are hidden then). Where groups know themselves, a reader
 * whose own group is hidden without being small can conclude a little from that if three or more others are hidden.
 * @param groups counts of each category; they do not overlap and leave nobody out
 * @param policy small-number settings
 * @param options whether a reader may know the counts of one group; groups hidden elsewhere
 * @returns for each category, whether it is hidden
 * Errors: none of its own; counts are checked by figuresForFactor.
 * Source: test that the small-number rule sets itself; the method is ours. Checked: as figuresForFactor.
 */
export function hiddenCategories(
  groups: readonly GroupCounts[],
  policy: DisclosurePolicy,
  { groupsKnowThemselves = false, alsoHidden }: FactorOptions = {},
): boolean[] {
  const hidden = hiddenGroups(groups, policy, alsoHidden);
  const isSafe = (): boolean => {
    const together = groups.filter((_, index) => hidden[index] === true);
    if (together.length === 0) return true;
    if (!groupsKnowThemselves) return haveRoom(together);
    return together.every((own) => haveRoom(together.filter((group) => group !== own)));
  };
  while (!isSafe()) {
    const next = nextToHide(groups, hidden);
    if (next === undefined) break;
    hidden[next] = true;
  }
  return hidden;
}

/**
 * The rates of one factor's categories as everybody but the team itself may see them, where the whole is known anyway.
 *
 * For: one release of a client-level model's clients. Rule: hiddenCategories; what is shown is disclosedProportion.
 * @param groups counts of each category; they do not overlap and leave nobody out
 * @param policy small-number settings
 * @param options whether a reader may know the counts of one group; groups hidden elsewhere
 * @returns a figure for each category, in order
 * @throws RangeError for counts that are not 0 <= numerator <= denominator, settings that make no sense
 * Source: test that the small-number rule sets itself; the method is ours. Checked: every factor of three small categories
 * tried by a reader who knows the rule, the whole and the shown counts.
 */
export function figuresForFactor(
  groups: readonly GroupCounts[],
  policy: DisclosurePolicy,
  options: FactorOptions = {},
): Figure[] {
  requireDisclosurePolicy('figuresForFactor', policy);
  for (const { numerator, denominator } of groups) {
    requireProportion('figuresForFactor', numerator, denominator);
  }
  const hidden = hiddenCategories(groups, policy, options);
  return groups.map(({ numerator, denominator }, index) =>
    hidden[index] === true ? hiddenFigure : disclosedProportion(numerator, denominator, policy),
  );
}
