import type { FidelityScale, ScaleItem } from './scale-types.ts';

/**
 * One item of a scale version by its number.
 *
 * For: every page and rule that looks at one item.
 * @param scale scale version
 * @param itemNumber 1 to 25
 * @returns the item
 * @throws RangeError when the scale has no item of that number
 * Formula: none. Source: the scale version. Checked: by example.
 */
export function getScaleItem(scale: FidelityScale, itemNumber: number): ScaleItem {
  const item = scale.items.find((candidate) => candidate.number === itemNumber);
  if (item === undefined) {
    throw new RangeError(`getScaleItem: scale ${scale.id} has no item ${itemNumber}`);
  }
  return item;
}
