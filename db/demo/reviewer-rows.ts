import { addDays } from '#scoring/calendar/iso-day.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

import { itemScoreHash } from '../queries/review-hashes.ts';
import type {
  ItemEvidenceTable,
  ItemScoresTable,
  ReviewReviewersTable,
} from '../schema/reviews.ts';
import { between, isDrawn, pick, streamOf, type SeededRandom } from './draw.ts';
import { reviewerScore } from './fidelity-scores.ts';
import type { Identities } from './identities.ts';
import { draftJudgement, judgement } from './judgement.ts';
import { momentOn, type ReviewPlan } from './review-plan.ts';
import { evidenceNotes } from './review-words.ts';

export interface ReviewerRows {
  reviewer: ReviewReviewersTable;
  itemScores: ItemScoresTable[];
  evidence: ItemEvidenceTable[];
}

/** Items the two reviewers of the half-scored review have got to: different ones, so that nothing can be guessed. */
const halfScored: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 17],
  [1, 2, 3, 9, 10, 13, 14, 16, 17, 19, 20, 21, 22],
];
/** An item on which each of them has opened a draft without a score. */
const draftItems: readonly number[] = [18, 23];

function progressOn(
  plan: ReviewPlan,
  place: number,
  itemNumber: number,
): 'scored' | 'draft' | 'none' {
  if (plan.stage === 'planned') return 'none';
  if (plan.stage !== 'half-scored') return 'scored';
  if (draftItems[place] === itemNumber) return 'draft';
  return halfScored[place]?.includes(itemNumber) === true ? 'scored' : 'none';
}

/** What one reviewer of a review has recorded so far. */
export function reviewerRows(
  plan: ReviewPlan,
  place: number,
  agreed: readonly number[],
  ids: Identities,
  seed: number,
): ReviewerRows {
  const random = streamOf(seed, 'reviewer', plan.key, place);
  const reviewer = reviewerRow(plan, place, ids);
  const rows: ReviewerRows = { reviewer, itemScores: [], evidence: [] };
  // The only reviewer of a self-assessment gives what becomes the agreed score.
  const isAlone = plan.reviewers.length === 1;
  for (const item of fidelityScale2008.items) {
    const progress = progressOn(plan, place, item.number);
    if (progress === 'none') continue;
    const score = agreed[item.number - 1] ?? 1;
    const own = isAlone ? score : reviewerScore(random, score);
    const savedOn = addDays(plan.lastVisitDay, between(random, 0, 5));
    const values = {
      id: ids.itemScore(`${plan.key}/${place}/${item.number}`),
      reviewId: reviewer.reviewId,
      reviewerId: reviewer.userId,
      itemNumber: item.number,
      ...(progress === 'draft' ? draftJudgement : judgement(random, item.number, own)),
      updatedAt: momentOn(savedOn, between(random, 9, 17)),
      version: between(random, 1, 3),
    };
    rows.itemScores.push({ ...values, rowHash: itemScoreHash(values) });
    rows.evidence.push(...evidenceRows(random, item, values.id, ids));
  }
  return rows;
}

function reviewerRow(plan: ReviewPlan, place: number, ids: Identities): ReviewReviewersTable {
  const hasSubmitted = plan.stage === 'signed-off' || plan.stage === 'submitted';
  const submittedDay = addDays(plan.lastVisitDay, 6 + 2 * place);
  return {
    id: ids.reviewer(`${plan.key}/${place}`),
    reviewId: ids.review(plan.key),
    userId: ids.user(plan.reviewers[place] ?? ''),
    isLead: place === 0 ? 1 : 0,
    submittedAt: hasSubmitted ? momentOn(submittedDay, 18) : null,
  };
}

function evidenceRows(
  random: SeededRandom,
  { sources }: ScaleItem,
  itemScoreId: string,
  ids: Identities,
): ItemEvidenceTable[] {
  return sources
    .filter((_, place) => place === 0 || isDrawn(random, 0.3))
    .map((source) => ({
      id: ids.evidence(`${itemScoreId}/${source}`),
      itemScoreId,
      source,
      note: pick(random, evidenceNotes[source]),
    }));
}
