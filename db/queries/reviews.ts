import { randomUUID } from 'node:crypto';

import { createOnce } from '../audit/create-once.ts';
import type { Actor } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { ReviewKind, ReviewStatus } from '../schema/reviews.ts';

export interface ReviewSummary {
  id: string;
  teamId: string;
  teamName: string;
  kind: ReviewKind;
  firstVisitDay: string;
  lastVisitDay: string;
  status: ReviewStatus;
  scaleVersionId: string;
}

export interface Review extends ReviewSummary {
  signedOffAt: string | null;
  signedOffByName: string | null;
  version: number;
  /** The lead reviewer first. */
  reviewers: ReviewReviewer[];
}

export interface ReviewReviewer {
  userId: string;
  name: string;
  isLead: boolean;
  submittedAt: string | null;
}

const summaryColumns = [
  'review.id',
  'review.teamId',
  'team.name as teamName',
  'review.kind',
  'review.firstVisitDay',
  'review.lastVisitDay',
  'review.status',
  'review.scaleVersionId',
] as const;

/** A review with who does it. No scores: those have queries of their own, each with its rule on who may see them. */
export async function findReview(db: Db, reviewId: string): Promise<Review | undefined> {
  const review = await db
    .selectFrom('fidelityReviews as review')
    .innerJoin('teams as team', 'team.id', 'review.teamId')
    .leftJoin('users as signer', 'signer.id', 'review.signedOffBy')
    .select([
      ...summaryColumns,
      'review.signedOffAt',
      'signer.name as signedOffByName',
      'review.version',
    ])
    .where('review.id', '=', reviewId)
    .executeTakeFirst();
  if (review === undefined) return undefined;
  const reviewers = await db
    .selectFrom('reviewReviewers as reviewer')
    .innerJoin('users as user', 'user.id', 'reviewer.userId')
    .select(['reviewer.userId', 'user.name', 'reviewer.isLead', 'reviewer.submittedAt'])
    .where('reviewer.reviewId', '=', reviewId)
    .orderBy('reviewer.isLead', 'desc')
    .orderBy('user.name')
    .execute();
  return {
    ...review,
    reviewers: reviewers.map(({ isLead, ...reviewer }) => ({ ...reviewer, isLead: isLead === 1 })),
  };
}

export interface ReviewFilter {
  status?: ReviewStatus;
  teamId?: string;
  /** Only reviews this person is a reviewer of. */
  reviewerId?: string;
  limit: number;
  offset?: number;
}

/** Newest visit first. */
export async function listReviews(db: Db, filter: ReviewFilter): Promise<ReviewSummary[]> {
  const { status, teamId, reviewerId, limit, offset = 0 } = filter;
  let query = db
    .selectFrom('fidelityReviews as review')
    .innerJoin('teams as team', 'team.id', 'review.teamId')
    .select(summaryColumns)
    .orderBy('review.lastVisitDay', 'desc')
    .orderBy('review.id')
    .limit(limit)
    .offset(offset);
  if (status !== undefined) query = query.where('review.status', '=', status);
  if (teamId !== undefined) query = query.where('review.teamId', '=', teamId);
  if (reviewerId !== undefined) {
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('reviewReviewers as reviewer')
          .select('reviewer.id')
          .whereRef('reviewer.reviewId', '=', 'review.id')
          .where('reviewer.userId', '=', reviewerId),
      ),
    );
  }
  return query.execute();
}

/** The team's last signed-off review whose visits ended before this one's began. */
export async function findPreviousReview(
  db: Db,
  review: Pick<ReviewSummary, 'id' | 'teamId' | 'firstVisitDay'>,
): Promise<ReviewSummary | undefined> {
  return db
    .selectFrom('fidelityReviews as review')
    .innerJoin('teams as team', 'team.id', 'review.teamId')
    .select(summaryColumns)
    .where('review.teamId', '=', review.teamId)
    .where('review.id', '<>', review.id)
    .where('review.status', '=', 'signed-off')
    .where('review.lastVisitDay', '<', review.firstVisitDay)
    .orderBy('review.lastVisitDay', 'desc')
    .orderBy('review.id')
    .limit(1)
    .executeTakeFirst();
}

export interface Choice {
  id: string;
  name: string;
}

/** Teams that a review can be set up for: those that run on the day. */
export async function listTeamsToReview(db: Db, day: string): Promise<Choice[]> {
  return db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where((where) => where.or([where('endDate', 'is', null), where('endDate', '>=', day)]))
    .orderBy('name')
    .execute();
}

/** Users who can be chosen as reviewers. */
export async function listReviewers(db: Db): Promise<Choice[]> {
  return db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('role', '=', 'reviewer')
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .execute();
}

export interface NewReview {
  teamId: string;
  kind: ReviewKind;
  scaleVersionId: string;
  firstVisitDay: string;
  lastVisitDay: string;
  leadReviewerId: string;
  /** Without the lead reviewer. */
  otherReviewerIds: readonly string[];
}

/** Sets up a review; a second post of the same form finds the first one's. */
export async function insertReview(
  db: Db,
  actor: Actor & { userId: string },
  submissionId: string,
  { leadReviewerId, otherReviewerIds, ...facts }: NewReview,
  locationOf: (reviewId: string) => string,
): Promise<string> {
  const { location } = await createOnce(db, actor, submissionId, async (trx, record) => {
    const id = randomUUID();
    await trx
      .insertInto('fidelityReviews')
      .values({
        id,
        ...facts,
        status: 'open',
        signedOffAt: null,
        signedOffBy: null,
        createdAt: actor.at,
        createdBy: actor.userId,
        version: 1,
      })
      .execute();
    const reviewers = [leadReviewerId, ...otherReviewerIds].map((userId, index) => ({
      id: randomUUID(),
      reviewId: id,
      userId,
      isLead: index === 0 ? 1 : 0,
      submittedAt: null,
    }));
    await trx.insertInto('reviewReviewers').values(reviewers).execute();
    await record({
      action: 'insert',
      entity: 'fidelity review',
      entityId: id,
      teamId: facts.teamId,
      detail: {
        kind: facts.kind,
        scaleVersionId: facts.scaleVersionId,
        firstVisitDay: facts.firstVisitDay,
        lastVisitDay: facts.lastVisitDay,
        reviewerIds: reviewers.map(({ userId }) => userId),
      },
    });
    return { location: locationOf(id) };
  });
  return location;
}
