import { isReached, limitWords, measuredWords } from './measured-words.ts';
import type { ItemFacts } from './proposal-types.ts';
import type { BandRule, BandThreshold, ItemScore } from './scale-types.ts';

export interface Limit extends BandThreshold {
  words: string;
}

export function requireMeasured(value: number, rule: BandRule, itemNumber: number): void {
  const largest = rule.unit.largest ?? Infinity;
  if (!(Number.isFinite(value) && value >= 0 && value <= largest)) {
    const range = rule.unit.largest === null ? '0 or more' : `from 0 to ${rule.unit.largest}`;
    throw new RangeError(
      `itemProposal: the measured number of item ${itemNumber} must be ${range}, not ${value}`,
    );
  }
}

export function requireCount(value: number, what: string, itemNumber: number): void {
  if (!Number.isInteger(value) || value < 0) {
    throw new RangeError(
      `itemProposal: ${what} of item ${itemNumber} must be a whole number, 0 or more, not ${value}`,
    );
  }
}

/** The limits in force: with fewer people looking for work than the rule's full number, they shrink. */
export function limitsFor(rule: BandRule, jobSeekers: number | undefined): Limit[] {
  const full = rule.fullFromJobSeekers;
  const isScaled = full !== null && jobSeekers !== undefined && jobSeekers < full;
  return rule.thresholds.map((threshold) => {
    const limit = isScaled ? (threshold.limit * jobSeekers) / full : threshold.limit;
    return { ...threshold, limit, words: limitWords(limit, threshold, rule) };
  });
}

export interface RatedNumber {
  score: ItemScore;
  sentences: string[];
}

export function ratedNumber(
  measured: number,
  rule: BandRule,
  limits: readonly Limit[],
): RatedNumber {
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

export function basisSentence(rule: BandRule, facts: ItemFacts): string[] {
  if (!rule.saysContactsBasis) return [];
  return facts.contactsBasis === 'particular'
    ? ['Counted: only contacts made for a particular client.']
    : ['Counted: contacts made for a particular client and for clients in general.'];
}
