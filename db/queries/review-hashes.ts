import { rowHash } from '../audit/hash.ts';
import type { AgreedScoresTable, ItemScoresTable } from '../schema/reviews.ts';

/** A stored item score without its hash. */
export type ItemScoreValues = Omit<ItemScoresTable, 'rowHash'>;

/** A stored agreed score without its hash. */
export type AgreedScoreValues = Omit<AgreedScoresTable, 'rowHash'>;

/**
 * The hash kept beside an item score. The order of the values is part of it: it never changes without a migration
 * that hashes every row anew.
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

/** A stored score is not what was saved: the file is damaged, or somebody changed it by hand. */
export class DamagedScoreError extends Error {
  constructor(reviewId: string, itemNumber: number) {
    super(
      `The stored score of item ${itemNumber} of fidelity review ${reviewId} does not match its hash. ` +
        'Restore it from a backup; it is not shown until then.',
    );
    this.name = 'DamagedScoreError';
  }
}

/** Every read of an item score goes through here. */
export function requireWholeItemScore(row: ItemScoresTable): void {
  if (itemScoreHash(row) !== row.rowHash) throw new DamagedScoreError(row.reviewId, row.itemNumber);
}

/** Every read of an agreed score goes through here. */
export function requireWholeAgreedScore(row: AgreedScoresTable): void {
  if (agreedScoreHash(row) !== row.rowHash) {
    throw new DamagedScoreError(row.reviewId, row.itemNumber);
  }
}
