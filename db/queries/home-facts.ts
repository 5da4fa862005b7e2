import type { Db } from '../connection/open-database.ts';

/** The months of these that a team has returned. */
export async function listReturnedMonths(
  db: Db,
  teamId: string,
  months: readonly string[],
): Promise<string[]> {
  if (months.length === 0) return [];
  const rows = await db
    .selectFrom('meetingReturns')
    .select('month')
    .where('teamId', '=', teamId)
    .where('month', 'in', months)
    .execute();
  return rows.map(({ month }) => month);
}

/** Ids of teams at work through the whole of a month that have not returned it. */
export async function listTeamsWithoutReturn(
  db: Db,
  month: { month: string; from: string; to: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('teams as team')
    .leftJoin('meetingReturns as given', (join) =>
      join.onRef('given.teamId', '=', 'team.id').on('given.month', '=', month.month),
    )
    .select('team.id')
    .where('team.startDate', '<=', month.from)
    .where((eb) => eb.or([eb('team.endDate', 'is', null), eb('team.endDate', '>=', month.to)]))
    .where('given.id', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

export interface OpenReviewProgress {
  reviewId: string;
  teamName: string;
  firstVisitDay: string;
  lastVisitDay: string;
  itemsScored: number;
  submittedAt: string | null;
}

/** A reviewer's open reviews with how many items this reviewer, and nobody else, has scored. */
export async function listOpenReviewsOfReviewer(
  db: Db,
  userId: string,
): Promise<OpenReviewProgress[]> {
  const rows = await db
    .selectFrom('reviewReviewers as reviewer')
    .innerJoin('fidelityReviews as review', 'review.id', 'reviewer.reviewId')
    .innerJoin('teams as team', 'team.id', 'review.teamId')
    .leftJoin('itemScores as item', (join) =>
      join
        .onRef('item.reviewId', '=', 'review.id')
        .onRef('item.reviewerId', '=', 'reviewer.userId')
        .on('item.score', 'is not', null),
    )
    .select([
      'review.id as reviewId',
      'team.name as teamName',
      'review.firstVisitDay',
      'review.lastVisitDay',
      'reviewer.submittedAt',
    ])
    .select(({ fn }) => fn.count<number | string>('item.id').as('itemsScored'))
    .where('reviewer.userId', '=', userId)
    .where('review.status', '=', 'open')
    .groupBy([
      'review.id',
      'team.name',
      'review.firstVisitDay',
      'review.lastVisitDay',
      'reviewer.submittedAt',
    ])
    .orderBy('review.lastVisitDay')
    .execute();
  return rows.map((row) => ({ ...row, itemsScored: Number(row.itemsScored) }));
}

/** How many users may sign in, and how many may not. */
export async function countUsers(db: Db): Promise<{ active: number; disabled: number }> {
  const rows = await db.selectFrom('users').select(['disabledAt']).execute();
  const disabled = rows.filter(({ disabledAt }) => disabledAt !== null).length;
  return { active: rows.length - disabled, disabled };
}
