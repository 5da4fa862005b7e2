import { randomUUID } from 'node:crypto';

import type { Trx } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { agreedScoreHash, itemScoreHash } from '#db/queries/review-hashes.ts';
import { SCALE_VERSION_2008_ID } from '#db/reference-data.ts';
import type {
  AgreedScoresTable,
  FidelityReviewsTable,
  ItemScoresTable,
  ReviewReviewersTable,
} from '#db/schema/reviews.ts';

import { insertRows, setUp, setUpAt } from './set-up.ts';

const items = Array.from({ length: 25 }, (_, index) => index + 1);

/** 25 item scores, 1 to 5, that add up to a total from 25 to 125. */
export function scoresOfTotal(total: number): Record<number, number> {
  const each = Math.floor(total / items.length);
  const over = total % items.length;
  return Object.fromEntries(items.map((item) => [item, item <= over ? each + 1 : each]));
}

interface NewReview extends Partial<FidelityReviewsTable> {
  scores?: Readonly<Record<number, number>>;
  /** Of every agreed score. */
  agreedReason?: string;
  /** Who reviewed, the lead first; nobody unless said otherwise. */
  reviewerIds?: readonly string[];
}

/** A review that is signed off with agreed scores, of the scale that comes with the product. */
export async function aSignedOffReview(
  db: Db,
  teamId: string,
  { scores = scoresOfTotal(100), agreedReason, reviewerIds = [], ...facts }: NewReview = {},
): Promise<string> {
  const lastVisitDay = facts.lastVisitDay ?? '2026-03-11';
  const review = reviewRow(teamId, {
    status: 'signed-off',
    signedOffAt: `${lastVisitDay}T16:00:00.000Z`,
    ...facts,
    lastVisitDay,
  });
  await setUp(db, async (trx) => {
    await insertRows(trx, 'fidelityReviews', [review]);
    for (const [index, userId] of reviewerIds.entries())
      await insertReviewer(trx, review.id, { userId, submittedAt: setUpAt }, index === 0);
    await insertRows(trx, 'agreedScores', agreedRows(review.id, scores, agreedReason));
  });
  return review.id;
}

interface Scoring {
  userId: string;
  /** How many of the 25 items this reviewer has scored. */
  scored?: number;
  /** Items looked at and left without a score. */
  leftOpen?: number;
  submittedAt?: string | null;
}

/** An open review with its reviewers, the first of them in the lead; `agreed` items have an agreed score already. */
export async function anOpenReview(
  db: Db,
  teamId: string,
  reviewers: readonly Scoring[],
  { agreed = 0, ...facts }: Partial<FidelityReviewsTable> & { agreed?: number } = {},
): Promise<string> {
  const review = reviewRow(teamId, facts);
  await setUp(db, async (trx) => {
    await insertRows(trx, 'fidelityReviews', [review]);
    for (const [index, reviewer] of reviewers.entries())
      await insertReviewer(trx, review.id, reviewer, index === 0);
    const scores = Object.fromEntries(items.slice(0, agreed).map((item) => [item, 4]));
    await insertRows(trx, 'agreedScores', agreedRows(review.id, scores));
  });
  return review.id;
}

async function insertReviewer(
  trx: Trx,
  reviewId: string,
  { userId, scored = 0, leftOpen = 0, submittedAt = null }: Scoring,
  isLead: boolean,
): Promise<void> {
  const row: ReviewReviewersTable = {
    id: randomUUID(),
    reviewId,
    userId,
    isLead: isLead ? 1 : 0,
    submittedAt,
  };
  await insertRows(trx, 'reviewReviewers', [row]);
  const rows = items
    .slice(0, scored + leftOpen)
    .map((item) => itemRow(reviewId, userId, item, item <= scored ? 3 : null));
  await insertRows(trx, 'itemScores', rows);
}

function reviewRow(teamId: string, facts: Partial<FidelityReviewsTable>): FidelityReviewsTable {
  const lastVisitDay = facts.lastVisitDay ?? '2026-06-24';
  return {
    id: randomUUID(),
    teamId,
    kind: 'independent',
    scaleVersionId: SCALE_VERSION_2008_ID,
    firstVisitDay: lastVisitDay,
    lastVisitDay,
    status: 'open',
    signedOffAt: null,
    signedOffBy: null,
    createdAt: setUpAt,
    createdBy: null,
    version: 1,
    ...facts,
  };
}

function agreedRows(
  reviewId: string,
  scores: Readonly<Record<number, number>>,
  reason = 'Both reviewers agree',
): AgreedScoresTable[] {
  return Object.entries(scores).map(([item, score]) => {
    const values = {
      id: randomUUID(),
      reviewId,
      itemNumber: Number(item),
      score,
      reason,
      decidedBy: null,
      decidedAt: setUpAt,
      version: 1,
    };
    return { ...values, rowHash: agreedScoreHash(values) };
  });
}

function itemRow(
  reviewId: string,
  reviewerId: string,
  itemNumber: number,
  score: number | null,
): ItemScoresTable {
  const values = {
    id: randomUUID(),
    reviewId,
    reviewerId,
    itemNumber,
    score,
    reason: 'Seen on site',
    facts: '{}',
    proposedScore: null,
    adaptationReason: null,
    updatedAt: setUpAt,
    version: 1,
  };
  return { ...values, rowHash: itemScoreHash(values) };
}
