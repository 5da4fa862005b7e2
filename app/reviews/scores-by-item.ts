import { fidelityTotal, type FidelityTotal } from '#scoring/fidelity/total.ts';
import type { FidelityScale } from '#scoring/fidelity/scale-types.ts';

interface Scored {
  itemNumber: number;
  score: number | null;
}

/** Item number to score; drafts are left out. */
export function scoresByItem(scores: readonly Scored[]): Record<number, number> {
  return Object.fromEntries(
    scores.flatMap(({ itemNumber, score }) => (score === null ? [] : [[itemNumber, score]])),
  );
}

export function totalOf(scale: FidelityScale, scores: readonly Scored[]): FidelityTotal {
  return fidelityTotal(scale, scoresByItem(scores));
}

/** The first item without a score after this one, or from the beginning; undefined when all are scored. */
export function nextUnscoredItem(
  scale: FidelityScale,
  scores: readonly Scored[],
  after: number,
): number | undefined {
  const scored = scoresByItem(scores);
  const open = scale.items.map(({ number }) => number).filter((number) => !(number in scored));
  return open.find((number) => number > after) ?? open[0];
}
