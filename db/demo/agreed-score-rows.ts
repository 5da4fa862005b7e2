import { addDays } from '#scoring/calendar/iso-day.ts';

import { agreedScoreHash } from '../queries/review-hashes.ts';
import type { AgreedScoresTable, ItemScoresTable } from '../schema/reviews.ts';
import { pick, streamOf } from './draw.ts';
import type { Identities } from './identities.ts';
import { momentOn, type ReviewPlan } from './review-plan.ts';
import { agreements } from './review-words.ts';

/** The agreed score of each item, with a reason wherever a reviewer had given another one. */
export function agreedScoreRows(
  plan: ReviewPlan,
  agreed: readonly number[],
  given: readonly ItemScoresTable[],
  ids: Identities,
  seed: number,
): AgreedScoresTable[] {
  const random = streamOf(seed, 'agreement', plan.key);
  return agreed.map((score, index) => {
    const itemNumber = index + 1;
    const isShared = given.every((row) => row.itemNumber !== itemNumber || row.score === score);
    const values = {
      id: ids.agreedScore(`${plan.key}/${itemNumber}`),
      reviewId: ids.review(plan.key),
      itemNumber,
      score,
      reason: isShared ? '' : pick(random, agreements),
      decidedBy: ids.user(plan.reviewers[0] ?? ''),
      decidedAt: momentOn(addDays(plan.lastVisitDay, 12), 11),
      version: 1,
    };
    return { ...values, rowHash: agreedScoreHash(values) };
  });
}
