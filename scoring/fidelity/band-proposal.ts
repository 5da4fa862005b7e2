import {
  basisSentence,
  limitsFor,
  ratedNumber,
  requireCount,
  requireMeasured,
} from './band-rating.ts';
import { noProposal, proposed, type ItemFacts, type ItemProposal } from './proposal-types.ts';
import { scoreHeldByConditions, scoreSetByCondition } from './scale-conditions.ts';
import type { BandRule } from './scale-types.ts';
import { specialistsProposal } from './specialists-proposal.ts';

function scalingSentence(rule: BandRule, jobSeekers: number | undefined): string[] {
  const full = rule.fullFromJobSeekers;
  if (full === null || (jobSeekers !== undefined && jobSeekers >= full)) return [];
  if (jobSeekers === undefined) {
    return [
      'How many people are looking for work is not recorded, so the limits are the usual ones.',
    ];
  }
  const people = jobSeekers === 1 ? '1 person is' : `${jobSeekers} people are`;
  return [`${people} looking for work, so the limits are ${jobSeekers}/${full} of the usual ones.`];
}

/** Too few cases: the proposal that follows from that, or undefined when there are enough. */
function tooFewCases(
  rule: BandRule,
  facts: ItemFacts,
  itemNumber: number,
): ItemProposal | undefined {
  if (rule.leastCases === null) return undefined;
  const { least, label, scoreBelow } = rule.leastCases;
  if (facts.cases === undefined) return noProposal(`The number of ${label} is not recorded.`);
  requireCount(facts.cases, `the number of ${label}`, itemNumber);
  if (facts.cases >= least) return undefined;
  const sentence = `There are ${facts.cases} ${label}, fewer than ${least}.`;
  if (scoreBelow === null) return noProposal(sentence, 'That is too few to propose a score.');
  return proposed(scoreBelow, [sentence, `Fewer than ${least} score ${scoreBelow}.`]);
}

/** The proposal of a band item; see itemProposal. */
export function bandProposal(rule: BandRule, facts: ItemFacts, itemNumber: number): ItemProposal {
  const recorded = facts.conditions ?? {};
  const set = scoreSetByCondition(rule.conditions, recorded);
  if (set !== undefined) return proposed(set.score, [set.explanation]);
  const few = tooFewCases(rule, facts, itemNumber);
  if (few !== undefined) return few;
  if (rule.fullFromJobSeekers !== null && facts.jobSeekers !== undefined) {
    requireCount(facts.jobSeekers, 'people looking for work', itemNumber);
    if (facts.jobSeekers === 0) return noProposal('Nobody is looking for work.');
  }
  if (rule.perSpecialist && facts.perSpecialist !== undefined && facts.perSpecialist.length > 0) {
    return specialistsProposal(rule, facts, facts.perSpecialist, itemNumber);
  }
  if (facts.measured === undefined) return noProposal('There is no measured number.');
  requireMeasured(facts.measured, rule, itemNumber);
  const rated = ratedNumber(facts.measured, rule, limitsFor(rule, facts.jobSeekers));
  const held = scoreHeldByConditions(rated.score, rule.conditions, recorded);
  return proposed(held.score, [
    ...rated.sentences,
    ...scalingSentence(rule, facts.jobSeekers),
    ...basisSentence(rule, facts),
    ...held.reasons,
  ]);
}
