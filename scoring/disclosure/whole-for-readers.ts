import { disclosedProportion, type Figure } from './disclosed-proportion.ts';
import type { DisclosurePolicy } from './disclosure-policy.ts';
import type { FactorOptions } from './figures-for-factor.ts';
import { figuresForGroups } from './figures-for-groups.ts';
import { wholeOf, type GroupCounts } from './hidden-groups.ts';

/**
 * The rate of a whole as one answer for all readers, whichever group they may belong to.
 *
 * For: pages about all clients together, beside others that show the rates of their teams: a model has one answer for everybody,
 * so it cannot be withheld from one team's readers alone. Rule: shown only if figuresForGroups shows it to somebody who knows no
 * group and, where groups know themselves, to somebody who knows any one of them.
 * @param groups counts of each group; they do not overlap and leave nobody out
 * @param policy small-number settings
 * @param options whether a reader may know the counts of one group; groups hidden elsewhere
 * @returns the figure of the whole
 * @throws RangeError as figuresForGroups
 * Source: small-number rule (ours). Checked: by example, readers with and without a group of their own.
 */
export function wholeForReaders(
  groups: readonly GroupCounts[],
  policy: DisclosurePolicy,
  { alsoHidden = new Set(), groupsKnowThemselves = false }: FactorOptions = {},
): Figure {
  const readers = groupsKnowThemselves ? [undefined, ...groups.keys()] : [undefined];
  const { numerator, denominator } = wholeOf(groups);
  const whole = disclosedProportion(numerator, denominator, policy);
  for (const known of readers) {
    const { total } = figuresForGroups('others', groups, policy, { alsoHidden, known });
    if (total.status !== 'shown') return total;
  }
  return whole;
}
