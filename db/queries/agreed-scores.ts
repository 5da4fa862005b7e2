import { randomUUID } from 'node:crypto';

import {
  inChange,
  StaleVersionError,
  type Actor,
  type RecordChange,
  type Trx,
} from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { AgreedScoresTable } from '../schema/reviews.ts';
import { agreedScoreHash, requireWholeAgreedScore } from './review-hashes.ts';
import { requireOpenReview, ReviewRefusedError, type ReviewState } from './review-state.ts';

export interface AgreedScore {
  itemNumber: number;
  score: number;
  reason: string;
  version: number;
}

export interface AgreedScoreEntry {
  itemNumber: number;
  score: number;
  reason: string;
  /** 0 where nothing was agreed yet when the page was read. */
  version: number;
}

/** The agreed scores of a review, in the order of the items; there are none before every reviewer has submitted. */
export async function listAgreedScores(db: Db | Trx, reviewId: string): Promise<AgreedScore[]> {
  const rows = await db
    .selectFrom('agreedScores')
    .selectAll()
    .where('reviewId', '=', reviewId)
    .orderBy('itemNumber')
    .execute();
  return rows.map((row) => {
    requireWholeAgreedScore(row);
    const { itemNumber, score, reason, version } = row;
    return { itemNumber, score, reason, version };
  });
}

/** Agreed scores of several reviews at once, by review. */
export async function listAgreedScoresOf(
  db: Db,
  reviewIds: readonly string[],
): Promise<Map<string, Record<number, number>>> {
  const scores = new Map<string, Record<number, number>>();
  if (reviewIds.length === 0) return scores;
  const rows = await db
    .selectFrom('agreedScores')
    .selectAll()
    .where('reviewId', 'in', reviewIds)
    .execute();
  for (const row of rows) {
    requireWholeAgreedScore(row);
    const known = scores.get(row.reviewId) ?? {};
    known[row.itemNumber] = row.score;
    scores.set(row.reviewId, known);
  }
  return scores;
}

/** Saves agreed scores, all or none. Either reviewer may, once every reviewer has submitted. */
export async function saveAgreedScores(
  db: Db,
  actor: Actor & { userId: string },
  reviewId: string,
  entries: readonly AgreedScoreEntry[],
): Promise<void> {
  await inChange(db, actor, async (trx, record) => {
    const state = await requireAllSubmitted(trx, reviewId, actor.userId);
    for (const entry of entries) await writeAgreedScore(trx, actor, reviewId, entry);
    await recordAgreed(record, reviewId, state.teamId, entries);
  });
}

export interface SignOff {
  reviewId: string;
  /** Version of the review as it was read. */
  version: number;
  /** How many items the scale has: all of them need an agreed score. */
  items: number;
  /** With one reviewer only: their scores, which become the agreed ones. */
  agreed: readonly AgreedScoreEntry[];
}

/** Signs a review off: from then on nothing in it changes. */
export async function signOffReview(
  db: Db,
  actor: Actor & { userId: string },
  { reviewId, version, items, agreed }: SignOff,
): Promise<void> {
  await inChange(db, actor, async (trx, record) => {
    const state = await requireAllSubmitted(trx, reviewId, actor.userId);
    if (!state.isLead) throw new ReviewRefusedError('not-lead');
    if (state.version !== version) throw new StaleVersionError('fidelity review');
    for (const entry of agreed) await writeAgreedScore(trx, actor, reviewId, entry);
    if (agreed.length > 0) await recordAgreed(record, reviewId, state.teamId, agreed);
    if ((await listAgreedScores(trx, reviewId)).length !== items) {
      throw new ReviewRefusedError('incomplete');
    }
    await trx
      .updateTable('fidelityReviews')
      .set({
        status: 'signed-off',
        signedOffAt: actor.at,
        signedOffBy: actor.userId,
        version: version + 1,
      })
      .where('id', '=', reviewId)
      .execute();
    await record({
      action: 'sign-off',
      entity: 'fidelity review',
      entityId: reviewId,
      teamId: state.teamId,
      detail: { items, version: version + 1 },
    });
  });
}

async function requireAllSubmitted(
  trx: Trx,
  reviewId: string,
  userId: string,
): Promise<ReviewState> {
  const state = await requireOpenReview(trx, reviewId, userId);
  if (state.reviewersSubmitted !== state.reviewers) throw new ReviewRefusedError('waiting');
  return state;
}

async function writeAgreedScore(
  trx: Trx,
  actor: Actor,
  reviewId: string,
  { itemNumber, score, reason, version }: AgreedScoreEntry,
): Promise<void> {
  const before = await trx
    .selectFrom('agreedScores')
    .select(['id', 'version'])
    .where('reviewId', '=', reviewId)
    .where('itemNumber', '=', itemNumber)
    .executeTakeFirst();
  if ((before?.version ?? 0) !== version) throw new StaleVersionError('agreed score');
  const values = {
    id: before?.id ?? randomUUID(),
    reviewId,
    itemNumber,
    score,
    reason,
    decidedBy: actor.userId,
    decidedAt: actor.at,
    version: version + 1,
  };
  const row: AgreedScoresTable = { ...values, rowHash: agreedScoreHash(values) };
  if (before === undefined) await trx.insertInto('agreedScores').values(row).execute();
  else await trx.updateTable('agreedScores').set(row).where('id', '=', row.id).execute();
}

async function recordAgreed(
  record: RecordChange,
  reviewId: string,
  teamId: string,
  entries: readonly AgreedScoreEntry[],
): Promise<void> {
  await record({
    action: 'agree scores',
    entity: 'fidelity review',
    entityId: reviewId,
    teamId,
    detail: {
      scores: entries.map(({ itemNumber, score, reason }) => ({
        itemNumber,
        score,
        hasReason: reason !== '',
      })),
    },
  });
}
