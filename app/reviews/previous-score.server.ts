import type { Db } from '#db/connection/open-database.ts';
import { listAgreedScores } from '#db/queries/agreed-scores.ts';
import { listSubmittedItemScores } from '#db/queries/review-scores.ts';
import { findPreviousReview, type Review } from '#db/queries/reviews.ts';

import { reviewWords } from './review-words.ts';

export interface PreviousScore {
  /** Which review it was: kinds are never mixed silently. */
  review: string;
  score: number;
  reasons: string[];
}

/** What the team's last signed-off review agreed on an item, with the reasons given then. */
export async function previousScoreOf(
  db: Db,
  review: Review,
  itemNumber: number,
): Promise<PreviousScore | null> {
  const previous = await findPreviousReview(db, review);
  if (previous === undefined) return null;
  const agreed = (await listAgreedScores(db, previous.id)).find(
    (score) => score.itemNumber === itemNumber,
  );
  if (agreed === undefined) return null;
  const reasons =
    agreed.reason === ''
      ? (await listSubmittedItemScores(db, previous.id))
          .filter((score) => score.itemNumber === itemNumber)
          .map(({ reason }) => reason)
      : [agreed.reason];
  return {
    review: reviewWords(previous),
    score: agreed.score,
    reasons: [...new Set(reasons)].filter((reason) => reason !== ''),
  };
}
