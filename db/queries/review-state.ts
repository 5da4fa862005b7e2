import type { Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { ReviewStatus } from '../schema/reviews.ts';

/** Why a review does not take a change. */
export type ReviewRefusal =
  /** The person is not one of the reviewers, or there is no such review. */
  | 'not-assigned'
  /** This reviewer has submitted: their own scores are final. */
  | 'submitted'
  /** The review is signed off: nothing in it changes any more. */
  | 'signed-off'
  /** Another reviewer has not submitted yet. */
  | 'waiting'
  /** Items are still without a score. */
  | 'incomplete'
  /** Signing off is the lead reviewer's. */
  | 'not-lead';

/** Thrown by a query inside inChange; the transaction is rolled back. */
export class ReviewRefusedError extends Error {
  readonly refusal: ReviewRefusal;

  constructor(refusal: ReviewRefusal) {
    super(`The fidelity review does not take this change: ${refusal}`);
    this.name = 'ReviewRefusedError';
    this.refusal = refusal;
  }
}

export interface ReviewState {
  teamId: string;
  status: ReviewStatus;
  version: number;
  isLead: boolean;
  submittedAt: string | null;
  reviewers: number;
  reviewersSubmitted: number;
}

/** How a review stands for one of its reviewers; undefined for everybody else and for a review that does not exist. */
export async function findReviewState(
  db: Db | Trx,
  reviewId: string,
  userId: string,
): Promise<ReviewState | undefined> {
  const review = await db
    .selectFrom('fidelityReviews')
    .select(['teamId', 'status', 'version'])
    .where('id', '=', reviewId)
    .executeTakeFirst();
  const reviewers = await db
    .selectFrom('reviewReviewers')
    .select(['userId', 'isLead', 'submittedAt'])
    .where('reviewId', '=', reviewId)
    .execute();
  const own = reviewers.find((reviewer) => reviewer.userId === userId);
  if (review === undefined || own === undefined) return undefined;
  return {
    ...review,
    isLead: own.isLead === 1,
    submittedAt: own.submittedAt,
    reviewers: reviewers.length,
    reviewersSubmitted: reviewers.filter(({ submittedAt }) => submittedAt !== null).length,
  };
}

/** The state of a review that is still open to this reviewer, asked under the write lock. */
export async function requireOpenReview(
  trx: Trx,
  reviewId: string,
  userId: string,
): Promise<ReviewState> {
  const state = await findReviewState(trx, reviewId, userId);
  if (state === undefined) throw new ReviewRefusedError('not-assigned');
  if (state.status === 'signed-off') throw new ReviewRefusedError('signed-off');
  return state;
}
