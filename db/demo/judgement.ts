import type { ItemScoreValues } from '../queries/review-hashes.ts';
import { isDrawn, pick, type SeededRandom } from './draw.ts';
import { recordedFacts } from './review-facts.ts';
import { adaptation, departures, findings, grounds } from './review-words.ts';

/** What a reviewer decides about an item, with what it rests on. */
export type Judgement = Pick<
  ItemScoreValues,
  'score' | 'reason' | 'facts' | 'proposedScore' | 'adaptationReason'
>;

/** An item opened and not yet scored. */
export const draftJudgement: Judgement = {
  score: null,
  reason: '',
  facts: '{}',
  proposedScore: null,
  adaptationReason: null,
};

/** The items that ask most of a service for people in treatment. */
const adaptedItems: readonly number[] = [17, 25];

function reasonFor(
  random: SeededRandom,
  itemNumber: number,
  score: number,
  departs: boolean,
): string {
  const [weak, middling, strong] = findings[itemNumber - 1] ?? ['', '', ''];
  const finding = score <= 2 ? weak : score === 3 ? middling : strong;
  return `${finding} ${pick(random, departs ? departures : grounds)}`;
}

/** A score with its reason; once in a while it is not the one that the recorded facts propose. */
export function judgement(random: SeededRandom, itemNumber: number, score: number): Judgement {
  const fromFacts = isDrawn(random, 0.06) ? (score === 5 ? 4 : score + 1) : score;
  const { facts, proposedScore } = recordedFacts(random, itemNumber, fromFacts);
  const departs = proposedScore !== null && proposedScore !== score;
  const isAdapted = adaptedItems.includes(itemNumber) && isDrawn(random, 0.12);
  return {
    score,
    reason: reasonFor(random, itemNumber, score, departs),
    facts: JSON.stringify(facts),
    proposedScore,
    adaptationReason: isAdapted ? adaptation : null,
  };
}
