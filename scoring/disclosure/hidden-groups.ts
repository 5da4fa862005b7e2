import { isSmallCount } from './disclosed-count.ts';
import type { DisclosurePolicy } from './disclosure-policy.ts';

export interface GroupCounts {
  readonly numerator: number;
  readonly denominator: number;
}

/** Whether a group's rate is hidden for its own counts: some with or without the outcome, but few. */
export function isSmallGroup(
  { numerator, denominator }: GroupCounts,
  policy: DisclosurePolicy,
): boolean {
  return isSmallCount(numerator, policy) || isSmallCount(denominator - numerator, policy);
}

/** Everybody in the groups together. */
export function wholeOf(groups: readonly GroupCounts[]): GroupCounts {
  return groups.reduce(
    (all, group) => ({
      numerator: all.numerator + group.numerator,
      denominator: all.denominator + group.denominator,
    }),
    { numerator: 0, denominator: 0 },
  );
}

/** The group with the fewest people of those that have any, the later one of equals; undefined where none has. */
function smallestBy(
  groups: readonly GroupCounts[],
  hidden: readonly boolean[],
  people: (group: GroupCounts) => number,
): number | undefined {
  let smallest: number | undefined;
  let fewest = Infinity;
  for (const [index, group] of groups.entries()) {
    const count = people(group);
    if (hidden[index] === true || count === 0 || count > fewest) continue;
    smallest = index;
    fewest = count;
  }
  return smallest;
}

/** The group that goes with the hidden ones where those need another; undefined where nobody is left. */
export function nextToHide(
  groups: readonly GroupCounts[],
  hidden: readonly boolean[],
): number | undefined {
  return (
    smallestBy(groups, hidden, ({ numerator }) => numerator) ??
    smallestBy(groups, hidden, ({ numerator, denominator }) => denominator - numerator)
  );
}

/**
 * Which groups of a whole have their rate hidden: the small ones, and a second one where a single one could be
 * worked out from the whole.
 *
 * For: figuresForGroups. A rate is of use only whole, so a group is hidden or shown as one.
 * Rule: hidden where people with or without the outcome are few; if that hides exactly one group, and the whole is
 * not small itself, the other group with the fewest people with the outcome goes with it (none but 0; of equals the later
 * one), or, where no other group has any, the one with the fewest people without it.
 * @param groups counts of each group; the groups do not overlap
 * @param policy threshold and zero rule
 * @param alsoHidden groups hidden for another release's sake, by their place
 * @returns for each group, whether its rate is hidden
 * Errors: none of its own; counts are checked by figuresForGroups.
 * Source: small-number rule (ours), secondary suppression. Checked: by hand.
 */
export function hiddenGroups(
  groups: readonly GroupCounts[],
  policy: DisclosurePolicy,
  alsoHidden: ReadonlySet<number> = new Set(),
): boolean[] {
  const hidden = groups.map((group, index) => isSmallGroup(group, policy) || alsoHidden.has(index));
  const isSingle = hidden.filter(Boolean).length === 1;
  if (!isSingle || isSmallGroup(wholeOf(groups), policy)) return hidden;
  const next = nextToHide(groups, hidden);
  if (next !== undefined) hidden[next] = true;
  return hidden;
}
