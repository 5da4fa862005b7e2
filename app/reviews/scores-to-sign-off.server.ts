import type { Db } from '#db/connection/open-database.ts';
import {
  listAgreedScores,
  type AgreedScore,
  type AgreedScoreEntry,
} from '#db/queries/agreed-scores.ts';
import { listSubmittedItemScores } from '#db/queries/review-scores.ts';
import type { Review } from '#db/queries/reviews.ts';

interface ScoresToSignOff {
  /** What the review would be signed off with. */
  scores: Pick<AgreedScore, 'itemNumber' | 'score'>[];
  /** Those of them that are not stored as agreed yet. */
  agreed: AgreedScoreEntry[];
}

/** The agreed scores; with one reviewer only, the submitted scores, which become the agreed ones. */
export async function scoresToSignOff(db: Db, review: Review): Promise<ScoresToSignOff> {
  if (review.reviewers.length > 1) {
    return { scores: await listAgreedScores(db, review.id), agreed: [] };
  }
  const submitted = await listSubmittedItemScores(db, review.id);
  const agreed = submitted.flatMap(({ itemNumber, score, reason }) =>
    score === null ? [] : [{ itemNumber, score, reason, version: 0 }],
  );
  return { scores: agreed, agreed };
}
