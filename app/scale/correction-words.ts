import type { AnswerWords } from '#app/forms/conflict.ts';
import { thresholdsOf } from '#app/forms/fidelity/scale-correction.ts';
import type { FidelityScale } from '#scoring/fidelity/scale-types.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';

/** What a version says about one item, in words, to set two versions side by side. */
export function correctionWords(scale: FidelityScale, itemNumber: number): AnswerWords {
  const item = getScaleItem(scale, itemNumber);
  return [
    { label: 'Definition', text: item.definition },
    ...item.anchors.map(({ score, text, verification }) => ({
      label: `Description of ${score}`,
      text: `${text} (${verification === 'verified' ? 'checked' : 'to be checked'})`,
    })),
    ...thresholdsOf(item).map(({ score, limit }) => ({
      label: `Limit for a score of ${score}`,
      text: String(limit),
    })),
  ];
}
