import { noProposal, proposed, type ItemFacts, type ItemProposal } from './proposal-types.ts';
import { scoreHeldByConditions, scoreSetByCondition } from './scale-conditions.ts';
import type { ItemScore, LevelRule } from './scale-types.ts';
import { averageProposal } from './specialists-proposal.ts';

function requireState(state: number, itemNumber: number): ItemScore {
  if (!(Number.isInteger(state) && state >= 1 && state <= 5)) {
    throw new RangeError(
      `itemProposal: a recorded state of item ${itemNumber} must be a whole number from 1 to 5, not ${state}`,
    );
  }
  return state as ItemScore;
}

/** The proposal of a level item; see itemProposal. */
export function levelProposal(rule: LevelRule, facts: ItemFacts, itemNumber: number): ItemProposal {
  const recorded = facts.conditions ?? {};
  const set = scoreSetByCondition(rule.conditions, recorded);
  if (set !== undefined) return proposed(set.score, [set.explanation]);
  if (rule.perSpecialist && facts.perSpecialist !== undefined && facts.perSpecialist.length > 0) {
    const held = facts.perSpecialist.map((state) =>
      scoreHeldByConditions(requireState(state, itemNumber), rule.conditions, recorded),
    );
    const scores = held.map(({ score }) => score);
    const reasons = new Set(held.flatMap((one) => one.reasons));
    return averageProposal(scores, [`Each specialist rated: ${scores.join(', ')}.`, ...reasons]);
  }
  if (facts.state === undefined) {
    return noProposal(
      'No number decides this item: read the descriptions and choose the one that fits.',
    );
  }
  const state = requireState(facts.state, itemNumber);
  const held = scoreHeldByConditions(state, rule.conditions, recorded);
  return proposed(held.score, [`The description recorded is that of ${state}.`, ...held.reasons]);
}
