import type { TagColour } from '#app/components/govuk/tag.tsx';
import { reasonMissing } from '#app/forms/fidelity/item-score.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

/** A state in plain words, as it travels to the page. */
export interface PlainStatus {
  text: string;
  tagColour?: TagColour;
  cannotStart?: boolean;
}

type SavedScore = Parameters<typeof reasonMissing>[1];

/** How an item stands for one reviewer; undefined where nothing is saved yet. */
export function itemStatus(item: ScaleItem, saved: SavedScore | undefined): PlainStatus {
  if (saved === undefined) return { text: 'Not started', tagColour: 'blue' };
  if (saved.score === null) return { text: 'Draft', tagColour: 'teal' };
  if (reasonMissing(item, saved) !== undefined) {
    return { text: 'Reason needed', tagColour: 'yellow' };
  }
  // A space that does not break: the score stays beside its word on a phone.
  return { text: `Score\u00a0${saved.score}` };
}

/** The items that keep a reviewer from submitting, in words; empty when all is there. */
export function itemsNotReady(
  items: readonly ScaleItem[],
  saved: readonly (SavedScore & { itemNumber: number })[],
): { itemNumber: number; message: string }[] {
  return items.flatMap((item) => {
    const { number: itemNumber } = item;
    const entry = saved.find((score) => score.itemNumber === itemNumber);
    if (entry === undefined || entry.score === null) {
      return [{ itemNumber, message: `Score item ${itemNumber}` }];
    }
    if (reasonMissing(item, entry) !== undefined) {
      return [{ itemNumber, message: `Give the reason for your score of item ${itemNumber}` }];
    }
    return [];
  });
}
