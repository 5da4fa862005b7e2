import { isReached, limitWords, measuredWords } from './measured-words.ts';
import { noProposal, proposed, type ItemFacts, type ItemProposal } from './proposal-types.ts';
import { scoreHeldByConditions, scoreSetByCondition } from './scale-conditions.ts';
import type { BandRule, BandThreshold, ItemScore } from './scale-types.ts';
import { specialistAverage } from './specialist-average.ts';

interface Limit extends BandThreshold {
  words: string;
}

function requireMeasured(value: number, rule: BandRule, itemNumber: number): void {
  const largest = rule.unit.largest ?? Infinity;
  if (!(Number.isFinite(value) && value >= 0 && value <= largest)) {
    const range = rule.unit.largest === null ? '0 or more' : `from 0 to ${rule.unit.largest}`;
    throw new RangeError(
      `itemProposal: the measured number of item ${itemNumber} must be ${range}, not ${value}`,
    );
  }
}

function requireCount(value: number, what: string, itemNumber: number): void {
  if (!Number.isInteger(value) || value < 0) {
    throw new RangeError(
      `itemProposal: ${what} of item ${itemNumber} must be a whole number, 0 or more, not ${value}`,
    );
  }
}

/** The limits in force: with fewer people looking for work than the rule's full number, they shrink. */
function limitsFor(rule: BandRule, jobSeekers: number | undefined): Limit[] {
  const full = rule.fullFromJobSeekers;
  const isScaled = full !== null && jobSeekers !== undefined && jobSeekers < full;
  return rule.thresholds.map((threshold) => {
    const limit = isScaled ? (threshold.limit * jobSeekers) / full : threshold.limit;
    return { ...threshold, limit, words: limitWords(limit, threshold, rule) };
  });
}

interface RatedNumber {
  score: ItemScore;
  sentences: string[];
}

function ratedNumber(measured: number, rule: BandRule, limits: readonly Limit[]): RatedNumber {
  const met = limits.find((limit) => isReached(measured, limit.limit, limit, rule.better));
  const score = met?.score ?? rule.scoreOtherwise;
  const next = limits.filter((limit) => limit.score > score).at(-1);
  const words = measuredWords(
    measured,
    rule,
    limits.map(({ limit }) => limit),
  );
  const sentences = [`${rule.measuredLabel}: ${words}.`];
  if (met !== undefined) sentences.push(`A ${met.score} needs ${met.words}.`);
  if (next !== undefined) sentences.push(`A ${next.score} would need ${next.words}.`);
  return { score, sentences };
}

function basisSentence(rule: BandRule, facts: ItemFacts): string[] {
  if (!rule.saysContactsBasis) return [];
  return facts.contactsBasis === 'particular'
    ? ['Counted: only contacts made for a particular client.']
    : ['Counted: contacts made for a particular client and for clients in general.'];
}

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

function specialistsProposal(
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

/** The nearest point to the average; an exact half proposes nothing, the reviewers decide. */
export function averageProposal(scores: readonly number[], sentences: string[]): ItemProposal {
  const result = specialistAverage(scores);
  const average = `The average of ${scores.length} is ${Number(result.average.toFixed(2))}.`;
  if (result.status === 'exact-half') {
    return noProposal(
      ...sentences,
      average,
      `That lies exactly between ${result.lower} and ${result.upper}: the reviewers decide and give their reason.`,
    );
  }
  return proposed(result.score, [...sentences, average, `The nearest point is ${result.score}.`]);
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
