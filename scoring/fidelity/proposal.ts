import { bandProposal } from './band-proposal.ts';
import { countProposal } from './count-proposal.ts';
import { levelProposal } from './level-proposal.ts';
import type { ItemFacts, ItemProposal } from './proposal-types.ts';
import { getScaleItem } from './scale-item.ts';
import type { FidelityScale, ScaleItem } from './scale-types.ts';

export type { ItemFacts, ItemProposal, NoProposal, ProposedScore } from './proposal-types.ts';

function requireKnownConditions(item: ScaleItem, facts: ItemFacts): void {
  const unknown = Object.keys(facts.conditions ?? {}).find(
    (key) => !item.rule.conditions.some((condition) => condition.key === key),
  );
  if (unknown !== undefined) {
    throw new RangeError(`itemProposal: item ${item.number} has no condition "${unknown}"`);
  }
}

/**
 * The score a rule proposes for one item from what was recorded. The reviewer's score is the score;
 * where the two differ, the reviewer gives a reason.
 *
 * For: the item page of a review, beside the anchors.
 * Formula, all of it data of the scale version:
 * - band: the highest score whose printed end the measured number meets, unrounded (89.6% is below 90%);
 *   where the rule is per specialist and numbers per specialist are given, these come before the team's
 *   number: each is rated, the ratings averaged, the nearest point taken, an exact half proposes nothing;
 *   with fewer people looking for work than the rule's full number s of 3, each limit is multiplied by s/3.
 * - count: the score for the number of components in place; one that cannot apply counts, with a reason.
 * - level: the anchor recorded as the one that fits.
 * - An anchor counts only when all its conditions hold: a needed condition that is not recorded as holding
 *   caps the score, a recorded state can cap or set it.
 * @param scale scale version
 * @param itemNumber 1 to 25
 * @param facts what was recorded; facts the item's rule does not use are left aside
 * @returns a proposed score with its explanation in words, or no proposal with the reason
 * @throws RangeError for an unknown item, component or condition, a measured number or count that cannot
 *   be, a component that cannot apply without a reason
 * Source: fidelity scale facts, "Rule kinds" and "How a number meets a band". Checked: every band edge of
 * every item just below, at and just above, every condition, and the worked examples there.
 */
export function itemProposal(
  scale: FidelityScale,
  itemNumber: number,
  facts: ItemFacts,
): ItemProposal {
  const item = getScaleItem(scale, itemNumber);
  requireKnownConditions(item, facts);
  const { rule } = item;
  if (rule.kind === 'band') return bandProposal(rule, facts, itemNumber);
  if (rule.kind === 'count') return countProposal(rule, facts, itemNumber);
  return levelProposal(rule, facts, itemNumber);
}
