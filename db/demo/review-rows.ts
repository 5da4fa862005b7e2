import { addDays } from '#scoring/calendar/iso-day.ts';

import { SCALE_VERSION_2008_ID } from '../reference-data.ts';
import type {
  AgreedScoresTable,
  FidelityReviewsTable,
  ItemEvidenceTable,
  ItemScoresTable,
  ReviewReviewersTable,
} from '../schema/reviews.ts';
import { agreedScoreRows } from './agreed-score-rows.ts';
import { agreedItemScores, reviewDraws } from './fidelity-scores.ts';
import type { Identities } from './identities.ts';
import { momentOn, type ReviewPlan } from './review-plan.ts';
import { reviewerRows } from './reviewer-rows.ts';

export interface ReviewRows {
  review: FidelityReviewsTable;
  reviewers: ReviewReviewersTable[];
  itemScores: ItemScoresTable[];
  evidence: ItemEvidenceTable[];
  agreedScores: AgreedScoresTable[];
}

/** Rows of one review and what hangs on it. */
export function reviewRows(
  plan: ReviewPlan,
  weight: number,
  ids: Identities,
  seed: number,
): ReviewRows {
  const agreed = agreedItemScores(plan, reviewDraws(plan, seed), weight);
  const review = reviewRow(plan, ids);
  const parts = plan.reviewers.map((_, place) => reviewerRows(plan, place, agreed, ids, seed));
  const itemScores = parts.flatMap((part) => part.itemScores);
  const isOpen = review.status === 'open';
  return {
    review,
    reviewers: parts.map(({ reviewer }) => reviewer),
    itemScores,
    evidence: parts.flatMap(({ evidence }) => evidence),
    agreedScores: isOpen ? [] : agreedScoreRows(plan, agreed, itemScores, ids, seed),
  };
}

function reviewRow(plan: ReviewPlan, ids: Identities): FidelityReviewsTable {
  const lead = ids.user(plan.reviewers[0] ?? '');
  const isSignedOff = plan.stage === 'signed-off';
  const signedOffDay = addDays(plan.lastVisitDay, 20 + (plan.team.index % 12));
  return {
    id: ids.review(plan.key),
    teamId: ids.team(plan.team.index),
    kind: plan.kind,
    scaleVersionId: SCALE_VERSION_2008_ID,
    firstVisitDay: plan.firstVisitDay,
    lastVisitDay: plan.lastVisitDay,
    status: isSignedOff ? 'signed-off' : 'open',
    signedOffAt: isSignedOff ? momentOn(signedOffDay, 15) : null,
    signedOffBy: isSignedOff ? lead : null,
    createdAt: momentOn(addDays(plan.firstVisitDay, -70), 9),
    createdBy: lead,
    version: isSignedOff ? 2 : 1,
  };
}
