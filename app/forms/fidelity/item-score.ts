import type { ItemFacts } from '#scoring/fidelity/proposal.ts';
import type { EvidenceSource, ScaleItem } from '#scoring/fidelity/scale-types.ts';

import { proposalForItem } from './item-proposal.ts';

/**
 * continue: to the next item without a score. list: save and come back. propose: save the facts, show the proposal.
 * take-recorded: the same, with the numbers of the team's own records as facts.
 */
export const itemScoreIntents = ['continue', 'list', 'propose', 'take-recorded'] as const;
export type ItemScoreIntent = (typeof itemScoreIntents)[number];

export interface ItemScoreForm {
  version: number;
  intent: ItemScoreIntent;
  score: number | null;
  reason: string;
  facts: ItemFacts;
  proposedScore: number | null;
  adaptationReason: string | null;
  evidence: { source: EvidenceSource; note: string }[];
}

/**
 * A score that differs from what the rule proposes needs the reviewer's reason, and so does one where the average of
 * the specialists lies exactly between two scores. Given the item, facts and all, as stored or as typed.
 */
export function reasonMissing(
  item: ScaleItem,
  entry: Pick<ItemScoreForm, 'score' | 'reason' | 'facts' | 'proposedScore'>,
): string | undefined {
  const { score, reason, facts, proposedScore } = entry;
  if (score === null || reason !== '') return undefined;
  if (proposedScore !== null) {
    if (score === proposedScore) return undefined;
    return `Give a reason: you score ${score} and the rule proposes ${proposedScore}`;
  }
  const proposal = proposalForItem(item, facts);
  const isLeftOpen = proposal.status === 'no-proposal' && proposal.reviewersDecide === true;
  return isLeftOpen ? 'Give a reason: the average lies exactly between two scores' : undefined;
}
