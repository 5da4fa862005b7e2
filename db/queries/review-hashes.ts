import { rowHash } from '../audit/hash.ts';
import type { AgreedScoresTable, ItemScoresTable } from '../schema/reviews.ts';

/** A stored item score without its hash. */
export type ItemScoreValues = Omit<ItemScoresTable, 'rowHash'>;

/** A stored agreed score without its hash. */
export type AgreedScoreValues = Omit<AgreedScoresTable, 'rowHash'>;

/**
 * The hash kept beside an item score. The order of the values is part of it and never changes: a new column goes to
 * the end and only into rows written after it, by a migration that hashes every row anew.
 */
export function itemScoreHash(row: ItemScoreValues): string {
  return rowHash([
    row.id,
    row.reviewId,
    row.reviewerId,
    row.itemNumber,
    row.score,
    row.reason,
    row.facts,
    row.proposedScore,
    row.adaptationReason,
    row.updatedAt,
    row.version,
  ]);
}

/** The hash kept beside an agreed score; the same rule about its order. */
export function agreedScoreHash(row: AgreedScoreValues): string {
  return rowHash([
    row.id,
    row.reviewId,
    row.itemNumber,
    row.score,
    row.reason,
    row.decidedBy,
    row.decidedAt,
    row.version,
  ]);
}
