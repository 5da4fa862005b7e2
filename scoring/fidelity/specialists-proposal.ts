import {
  basisSentence,
  limitsFor,
  ratedNumber,
  requireCount,
  requireMeasured,
} from './band-rating.ts';
import { measuredWords } from './measured-words.ts';
import { noProposal, proposed, type ItemFacts, type ItemProposal } from './proposal-types.ts';
import { scoreHeldByConditions } from './scale-conditions.ts';
import type { BandRule, ItemScore } from './scale-types.ts';
import { specialistAverage } from './specialist-average.ts';

/** The nearest point to the average; an exact half proposes nothing, the reviewers decide. */
export function averageProposal(scores: readonly number[], sentences: string[]): ItemProposal {
  const result = specialistAverage(scores);
  const average = `The average of ${scores.length} is ${Number(result.average.toFixed(2))}.`;
  if (result.status === 'exact-half') {
    const between = `That lies exactly between ${result.lower} and ${result.upper}: the reviewers decide and give their reason.`;
    return { ...noProposal(...sentences, average, between), reviewersDecide: true };
  }
  return proposed(result.score, [...sentences, average, `The nearest point is ${result.score}.`]);
}

/** Rates the measured number of each specialist, holds it to the conditions and averages; see itemProposal. */
export function specialistsProposal(
  rule: BandRule,
  facts: ItemFacts,
  values: readonly number[],
  itemNumber: number,
): ItemProposal {
  const seekers = facts.jobSeekersPerSpecialist;
  if (seekers !== undefined && seekers.length !== values.length) {
    throw new RangeError(
      `itemProposal: item ${itemNumber} needs people looking for work for each of the specialists`,
    );
  }
  const usesSeekers = rule.fullFromJobSeekers !== null;
  const reasons = new Set<string>();
  const scores: ItemScore[] = [];
  const words: string[] = [];
  values.forEach((value, index) => {
    requireMeasured(value, rule, itemNumber);
    const own = usesSeekers ? (seekers?.[index] ?? facts.jobSeekers) : undefined;
    if (own !== undefined) requireCount(own, 'people looking for work', itemNumber);
    if (own === 0) return;
    const limits = limitsFor(rule, own);
    const held = scoreHeldByConditions(
      ratedNumber(value, rule, limits).score,
      rule.conditions,
      facts.conditions ?? {},
    );
    for (const reason of held.reasons) reasons.add(reason);
    scores.push(held.score);
    const number = measuredWords(
      value,
      rule,
      limits.map(({ limit }) => limit),
    );
    words.push(`${number} scores ${held.score}`);
  });
  if (scores.length === 0) return noProposal('No specialist has anyone looking for work.');
  const left = values.length - scores.length;
  const sentences = [
    `${rule.measuredLabel}, each specialist rated: ${words.join('; ')}.`,
    ...(left > 0 ? [`Left out, with nobody looking for work: ${left}.`] : []),
    ...reasons,
    ...basisSentence(rule, facts),
  ];
  return averageProposal(scores, sentences);
}
