import { randomUUID } from 'node:crypto';

import type { ItemFacts } from '#scoring/fidelity/proposal-types.ts';

import { inChange, StaleVersionError, type Actor, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { EvidenceSource, ItemScoresTable } from '../schema/reviews.ts';
import { itemScoreHash, requireWholeItemScore } from './review-hashes.ts';
import { requireOpenReview, ReviewRefusedError } from './review-state.ts';

/** What a reviewer records about an item. */
export interface ItemScoreEntry {
  /** null while the item is a draft. */
  score: number | null;
  reason: string;
  facts: ItemFacts;
  proposedScore: number | null;
  adaptationReason: string | null;
  evidence: EvidenceNote[];
}

export interface EvidenceNote {
  source: EvidenceSource;
  note: string;
}

export interface StoredItemScore extends ItemScoreEntry {
  itemNumber: number;
  updatedAt: string;
  version: number;
}

export interface OwnScores {
  reviewId: string;
  reviewerId: string;
}

/** One reviewer's own scores, in the order of the items. `reviewerId` is always the person who asks. */
export async function listOwnItemScores(
  db: Db | Trx,
  { reviewId, reviewerId }: OwnScores,
): Promise<StoredItemScore[]> {
  const rows = await db
    .selectFrom('itemScores')
    .selectAll()
    .where('reviewId', '=', reviewId)
    .where('reviewerId', '=', reviewerId)
    .orderBy('itemNumber')
    .execute();
  return withEvidence(db, rows);
}

export async function findOwnItemScore(
  db: Db | Trx,
  { reviewId, reviewerId, itemNumber }: OwnScores & { itemNumber: number },
): Promise<StoredItemScore | undefined> {
  const rows = await db
    .selectFrom('itemScores')
    .selectAll()
    .where('reviewId', '=', reviewId)
    .where('reviewerId', '=', reviewerId)
    .where('itemNumber', '=', itemNumber)
    .execute();
  const [score] = await withEvidence(db, rows);
  return score;
}

export interface SubmittedItemScore extends StoredItemScore {
  reviewerId: string;
}

/**
 * Every reviewer's scores. The condition is part of the query: while one reviewer has not submitted the answer is
 * empty, so that no caller can hand a reviewer anything of another's before both are done.
 */
export async function listSubmittedItemScores(
  db: Db,
  reviewId: string,
): Promise<SubmittedItemScore[]> {
  const rows = await db
    .selectFrom('itemScores as score')
    .selectAll('score')
    .where('score.reviewId', '=', reviewId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('reviewReviewers as reviewer')
            .select('reviewer.id')
            .where('reviewer.reviewId', '=', reviewId)
            .where('reviewer.submittedAt', 'is', null),
        ),
      ),
    )
    .orderBy('score.itemNumber')
    .orderBy('score.reviewerId')
    .execute();
  const scores = await withEvidence(db, rows);
  return scores.map((score, index) => ({ ...score, reviewerId: rows[index]?.reviewerId ?? '' }));
}

async function withEvidence(db: Db | Trx, rows: ItemScoresTable[]): Promise<StoredItemScore[]> {
  for (const row of rows) requireWholeItemScore(row);
  const notes =
    rows.length === 0
      ? []
      : await db
          .selectFrom('itemEvidence')
          .select(['itemScoreId', 'source', 'note'])
          .where(
            'itemScoreId',
            'in',
            rows.map(({ id }) => id),
          )
          .execute();
  return rows.map((row) => ({
    itemNumber: row.itemNumber,
    score: row.score,
    reason: row.reason,
    facts: JSON.parse(row.facts) as ItemFacts,
    proposedScore: row.proposedScore,
    adaptationReason: row.adaptationReason,
    evidence: notes
      .filter(({ itemScoreId }) => itemScoreId === row.id)
      .map(({ source, note }) => ({ source, note })),
    updatedAt: row.updatedAt,
    version: row.version,
  }));
}

export interface ItemScoreKey extends OwnScores {
  itemNumber: number;
  /** 0 for an item that had nothing saved when the page was read. */
  version: number;
}

/** Saves a reviewer's own score, scored or draft, and answers its new version. */
export async function saveItemScore(
  db: Db,
  actor: Actor,
  { version, ...key }: ItemScoreKey,
  entry: ItemScoreEntry,
): Promise<number> {
  return inChange(db, actor, async (trx, record) => {
    const state = await requireOpenReview(trx, key.reviewId, key.reviewerId);
    if (state.submittedAt !== null) throw new ReviewRefusedError('submitted');
    const before = await trx
      .selectFrom('itemScores')
      .selectAll()
      .where('reviewId', '=', key.reviewId)
      .where('reviewerId', '=', key.reviewerId)
      .where('itemNumber', '=', key.itemNumber)
      .executeTakeFirst();
    if ((before?.version ?? 0) !== version) throw new StaleVersionError('item score');
    const values = {
      id: before?.id ?? randomUUID(),
      ...key,
      score: entry.score,
      reason: entry.reason,
      facts: JSON.stringify(entry.facts),
      proposedScore: entry.proposedScore,
      adaptationReason: entry.adaptationReason,
      updatedAt: actor.at,
      version: version + 1,
    };
    const row: ItemScoresTable = { ...values, rowHash: itemScoreHash(values) };
    if (before === undefined) await trx.insertInto('itemScores').values(row).execute();
    else await trx.updateTable('itemScores').set(row).where('id', '=', row.id).execute();
    await replaceEvidence(trx, row.id, entry.evidence);
    await record({
      action: before === undefined ? 'insert' : 'update',
      entity: 'item score',
      entityId: row.id,
      teamId: state.teamId,
      detail: {
        reviewId: key.reviewId,
        itemNumber: key.itemNumber,
        score: entry.score,
        proposedScore: entry.proposedScore,
        evidence: entry.evidence.map(({ source }) => source),
        hasReason: entry.reason !== '',
        hasAdaptation: entry.adaptationReason !== null,
        version: row.version,
      },
    });
    return row.version;
  });
}

async function replaceEvidence(
  trx: Trx,
  itemScoreId: string,
  evidence: readonly EvidenceNote[],
): Promise<void> {
  await trx.deleteFrom('itemEvidence').where('itemScoreId', '=', itemScoreId).execute();
  const rows = evidence.map((note) => ({ id: randomUUID(), itemScoreId, ...note }));
  if (rows.length > 0) await trx.insertInto('itemEvidence').values(rows).execute();
}

export interface Submission extends OwnScores {
  /** How many items the scale has: all of them need a score. */
  items: number;
  /** The sum of the versions of the scores that were checked: a score saved since makes it differ. */
  version: number;
}

/** Makes a reviewer's own scores final. */
export async function submitOwnScores(
  db: Db,
  actor: Actor,
  { items, version, ...own }: Submission,
): Promise<void> {
  await inChange(db, actor, async (trx, record) => {
    const state = await requireOpenReview(trx, own.reviewId, own.reviewerId);
    if (state.submittedAt !== null) throw new ReviewRefusedError('submitted');
    const scores = await listOwnItemScores(trx, own);
    if (scores.reduce((sum, score) => sum + score.version, 0) !== version) {
      throw new StaleVersionError('item scores');
    }
    if (scores.filter(({ score }) => score !== null).length !== items) {
      throw new ReviewRefusedError('incomplete');
    }
    await trx
      .updateTable('reviewReviewers')
      .set({ submittedAt: actor.at })
      .where('reviewId', '=', own.reviewId)
      .where('userId', '=', own.reviewerId)
      .execute();
    await record({
      action: 'submit',
      entity: 'fidelity review',
      entityId: own.reviewId,
      teamId: state.teamId,
      detail: { reviewerId: own.reviewerId, items },
    });
  });
}
