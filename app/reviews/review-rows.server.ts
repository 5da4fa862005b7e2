import { keptResult } from '#app/cache/kept-results.server.ts';
import { kindWords } from '#app/forms/fidelity/review-set-up.ts';
import type { User } from '#app/server/context.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listAgreedScoresOf } from '#db/queries/agreed-scores.ts';
import { listOpenReviewsOfReviewer } from '#db/queries/home-facts.ts';
import { listReviews, type ReviewFilter, type ReviewSummary } from '#db/queries/reviews.ts';
import { getScaleVersion } from '#db/queries/scale-versions.ts';
import { fidelityTotal } from '#scoring/fidelity/total.ts';
import type { FidelityScale } from '#scoring/fidelity/scale-types.ts';

import type { ReviewRow } from './review-table.tsx';
import { visitWords } from './review-words.ts';

/** Open reviews are for their reviewers; an administrator sees that they exist, and none of their scores. */
export async function openReviewRows(db: Db, user: User): Promise<ReviewRow[]> {
  if (user.role === 'administrator') {
    const reviews = await listReviews(db, { status: 'open', limit: 200 });
    return reviews.map((review) => rowOf(review, 'Open'));
  }
  if (user.role !== 'reviewer') return [];
  const reviews = await listReviews(db, { status: 'open', reviewerId: user.id, limit: 200 });
  const progress = new Map(
    (await listOpenReviewsOfReviewer(db, user.id)).map((own) => [own.reviewId, own]),
  );
  return reviews.map((review) => {
    const own = progress.get(review.id);
    const isSubmitted = own !== undefined && own.submittedAt !== null;
    return rowOf(
      review,
      isSubmitted ? 'Your scores are submitted' : `${own?.itemsScored ?? 0} of your items scored`,
    );
  });
}

type Slice = Pick<ReviewFilter, 'limit' | 'offset'>;

/**
 * Signed-off reviews that a person may read: a reviewer's own, a team's own, or all of them. Kept by what may be read,
 * since every agreed score is proved by its hash before it counts.
 */
export async function signedOffReviewRows(db: Db, user: User, slice: Slice): Promise<ReviewRow[]> {
  const scope = scopeOf(user);
  if (scope === undefined) return [];
  const key = `signed-off reviews ${JSON.stringify({ ...scope, ...slice })}`;
  return keptResult(db, key, () => rowsWithin(db, scope, slice));
}

async function rowsWithin(
  db: Db,
  scope: Partial<ReviewFilter>,
  slice: Slice,
): Promise<ReviewRow[]> {
  const reviews = await listReviews(db, { status: 'signed-off', ...scope, ...slice });
  const scores = await listAgreedScoresOf(
    db,
    reviews.map(({ id }) => id),
  );
  const scales = new Map<string, FidelityScale>();
  const rows: ReviewRow[] = [];
  for (const review of reviews) {
    const known = scales.get(review.scaleVersionId);
    const scale = known ?? (await getScaleVersion(db, review.scaleVersionId)).scale;
    scales.set(review.scaleVersionId, scale);
    const total = fidelityTotal(scale, scores.get(review.id) ?? {});
    rows.push(
      rowOf(
        review,
        total.status === 'complete'
          ? `${total.total}, ${total.band.label}`
          : `${total.itemsScored} of ${total.items} scored`,
      ),
    );
  }
  return rows;
}

function scopeOf({ role, id, teamId }: User): Partial<ReviewFilter> | undefined {
  if (role === 'reviewer') return { reviewerId: id };
  if (role === 'host-representative') return undefined;
  if (role !== 'team-leader' && role !== 'employment-specialist') return {};
  return teamId === null ? undefined : { teamId };
}

function rowOf(review: ReviewSummary, result: string): ReviewRow {
  return {
    href: `/reviews/${review.id}`,
    teamName: review.teamName,
    kind: kindWords(review.kind),
    visits: visitWords(review),
    result,
  };
}
