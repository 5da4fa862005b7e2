import type { TagColour } from '#app/components/govuk/tag.tsx';
import { isReasonMissing } from '#app/forms/fidelity/item-score.ts';

/** A state in plain words, as it travels to the page. */
export interface PlainStatus {
  text: string;
  tagColour?: TagColour;
  cannotStart?: boolean;
}

interface SavedScore {
  score: number | null;
  proposedScore: number | null;
  reason: string;
}

/** How an item stands for one reviewer; undefined where nothing is saved yet. */
export function itemStatus(saved: SavedScore | undefined): PlainStatus {
  if (saved === undefined) return { text: 'Not started', tagColour: 'blue' };
  if (saved.score === null) return { text: 'Draft', tagColour: 'teal' };
  if (isReasonMissing(saved)) return { text: 'Reason needed', tagColour: 'yellow' };
  return { text: `Score ${saved.score}` };
}

/** The items that keep a reviewer from submitting, in words; empty when all is there. */
export function itemsNotReady(
  itemNumbers: readonly number[],
  saved: readonly (SavedScore & { itemNumber: number })[],
): { itemNumber: number; message: string }[] {
  return itemNumbers.flatMap((itemNumber) => {
    const entry = saved.find((score) => score.itemNumber === itemNumber);
    if (entry === undefined || entry.score === null) {
      return [{ itemNumber, message: `Score item ${itemNumber}` }];
    }
    if (isReasonMissing(entry)) {
      return [{ itemNumber, message: `Give the reason for your score of item ${itemNumber}` }];
    }
    return [];
  });
}
