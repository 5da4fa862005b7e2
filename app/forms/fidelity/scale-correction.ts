import type { FidelityScale, ScaleItem } from '#scoring/fidelity/scale-types.ts';

import { boxValues } from '../date-boxes.ts';
import type { FormValues } from '../form-values.ts';

export const anchorField = (score: number) => `anchor-${score}`;
export const limitField = (score: number) => `limit-${score}`;

/** Fields that may come several times. */
export const scaleCorrectionLists = ['checked'];

export function thresholdsOf({ rule }: ScaleItem) {
  return rule.kind === 'band' ? rule.thresholds : [];
}

/** The name that the form suggests for the version of this number. */
function nextScaleName(name: string, number: number): string {
  return `${name.replace(/, version \d+$/, '')}, version ${number}`;
}

/** What the form starts with: the item as it is in the newest of so many versions. */
export function scaleCorrectionValues(
  scale: FidelityScale,
  item: ScaleItem,
  { versions, validFrom }: { versions: number; validFrom: string },
): FormValues {
  return {
    version: String(versions),
    name: nextScaleName(scale.name, versions + 1),
    ...boxValues('validFrom', validFrom),
    definition: item.definition,
    ...Object.fromEntries(item.anchors.map(({ score, text }) => [anchorField(score), text])),
    ...Object.fromEntries(
      thresholdsOf(item).map(({ score, limit }) => [limitField(score), String(limit)]),
    ),
    checked: item.anchors
      .filter(({ verification }) => verification === 'verified')
      .map(({ score }) => String(score)),
    note: '',
  };
}
