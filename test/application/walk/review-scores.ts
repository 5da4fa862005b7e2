import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import { itemScoreHash } from '#db/queries/review-hashes.ts';
import type { ItemEvidenceTable, ItemScoresTable } from '#db/schema/reviews.ts';

import { insertRows, setUp, setUpAt } from '../../builders/set-up.ts';

interface Scores {
  reviewId: string;
  reviewerId: string;
  /** Of every item. */
  score: number;
  /** In every reason, adaptation and note of evidence. */
  words: string;
}

/** Writes all 25 scores of a reviewer over, past every rule: what another reviewer must not notice. */
export async function writeScores(
  db: Db,
  { reviewId, reviewerId, score, words }: Scores,
): Promise<void> {
  const evidence: ItemEvidenceTable[] = [];
  const rows = Array.from({ length: 25 }, (_, index): ItemScoresTable => {
    const values = {
      id: randomUUID(),
      reviewId,
      reviewerId,
      itemNumber: index + 1,
      score,
      reason: `${words}, reason`,
      facts: '{}',
      proposedScore: null,
      adaptationReason: `${words}, adaptation`,
      updatedAt: setUpAt,
      version: 1,
    };
    evidence.push({
      id: randomUUID(),
      itemScoreId: values.id,
      source: 'DOC',
      note: `${words}, evidence`,
    });
    return { ...values, rowHash: itemScoreHash(values) };
  });
  await setUp(db, async (trx) => {
    const own = trx
      .selectFrom('itemScores')
      .select('id')
      .where('reviewId', '=', reviewId)
      .where('reviewerId', '=', reviewerId);
    await trx.deleteFrom('itemEvidence').where('itemScoreId', 'in', own).execute();
    await trx
      .deleteFrom('itemScores')
      .where('reviewId', '=', reviewId)
      .where('reviewerId', '=', reviewerId)
      .execute();
    await insertRows(trx, 'itemScores', rows);
    await insertRows(trx, 'itemEvidence', evidence);
  });
}
