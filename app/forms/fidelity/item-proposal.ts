import { itemProposal, type ItemFacts, type ItemProposal } from '#scoring/fidelity/proposal.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

/**
 * The proposal for one item without the rest of its scale, so that a page needs to carry only the item it shows. The
 * rule of an item looks at nothing else.
 */
export function proposalForItem(item: ScaleItem, facts: ItemFacts): ItemProposal {
  const onlyThis = { id: '', name: '', source: '', sourceUrl: '', note: '' };
  return itemProposal({ ...onlyThis, sections: [], bands: [], items: [item] }, item.number, facts);
}

export function proposedScoreOf(proposal: ItemProposal): number | null {
  return proposal.status === 'proposed' ? proposal.score : null;
}
