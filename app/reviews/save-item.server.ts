import { isDeepStrictEqual } from 'node:util';

import { conflictBetween } from '#app/forms/conflict.ts';
import { itemAnswers } from '#app/forms/fidelity/item-answers.ts';
import type { Conflict } from '#app/forms/form-values.ts';
import { StaleVersionError, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  findOwnItemScore,
  saveItemScore,
  type ItemScoreEntry,
  type ItemScoreKey,
} from '#db/queries/review-scores.ts';
import { ReviewRefusedError, type ReviewRefusal } from '#db/queries/review-state.ts';
import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

export type SaveOutcome =
  | { kind: 'saved' }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'refused'; refusal: ReviewRefusal };

/** Only the reviewer of an open review saves, who sees every number as it is. */
const ownEntry = { viewer: 'own-team', policy: defaultDisclosurePolicy } as const;

/**
 * Saves one item. The same answers posted twice (double click, retry on bad Wi-Fi) are saved once and both posts
 * succeed; other answers saved meanwhile are not written over but shown beside these.
 */
export async function saveItem(
  db: Db,
  actor: Actor,
  item: ScaleItem,
  key: ItemScoreKey,
  entry: ItemScoreEntry,
): Promise<SaveOutcome> {
  try {
    await saveItemScore(db, actor, key, entry);
    return { kind: 'saved' };
  } catch (error) {
    if (error instanceof ReviewRefusedError) return { kind: 'refused', refusal: error.refusal };
    if (!(error instanceof StaleVersionError)) throw error;
  }
  const saved = await findOwnItemScore(db, key);
  if (saved === undefined) throw new Error('saveItem: a stale score must exist');
  if (isSameEntry(saved, entry)) return { kind: 'saved' };
  const conflict = conflictBetween(
    saved.version,
    itemAnswers(item, entry, ownEntry),
    itemAnswers(item, saved, ownEntry),
  );
  return { kind: 'conflict', conflict };
}

function isSameEntry(saved: ItemScoreEntry, entry: ItemScoreEntry): boolean {
  const plain = ({ score, reason, facts, adaptationReason, evidence }: ItemScoreEntry) => ({
    score,
    reason,
    facts: JSON.parse(JSON.stringify(facts)) as unknown,
    adaptationReason,
    evidence: [...evidence].sort((a, b) => a.source.localeCompare(b.source)),
  });
  return isDeepStrictEqual(plain(saved), plain(entry));
}
