import { useState, type FormEvent } from 'react';

import { formValues, type FormValues } from '#app/forms/form-values.ts';
import { itemScoreLists } from '#app/forms/fidelity/item-fields.ts';
import { proposalForItem } from '#app/forms/fidelity/item-proposal.ts';
import { readFacts } from '#app/forms/fidelity/read-facts.ts';
import { typedText } from '#app/forms/fidelity/read-numbers.ts';
import type { ItemProposal } from '#scoring/fidelity/proposal.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

const notYet: ItemProposal = {
  status: 'no-proposal',
  reason: 'Correct what you found, then the rule can propose one.',
};

interface Proposals {
  /** From what stands in the fields. */
  proposal: ItemProposal;
  /** From the team's own records instead, with the conditions that are ticked. */
  recordedProposal: ItemProposal;
}

/**
 * The proposal for what is in the form at this moment, by the same functions that the action uses, and beside it the
 * one for the numbers of the team's own records. While a number is half typed the last proposal stays. Without
 * JavaScript a button asks the server.
 */
export function useLiveProposal(
  item: ScaleItem,
  values: FormValues,
  recordedValues: FormValues = {},
) {
  const [proposals, setProposals] = useState(() =>
    proposalsOf(item, values, recordedValues, { proposal: notYet, recordedProposal: notYet }),
  );
  const refresh = (form: HTMLFormElement) => {
    const typed = formValues(new FormData(form), itemScoreLists);
    setProposals((last) => proposalsOf(item, typed, recordedValues, last));
  };
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    refresh(event.currentTarget);
  };
  return { ...proposals, onChange, refresh };
}

function proposalsOf(
  item: ScaleItem,
  typed: FormValues,
  recordedValues: FormValues,
  last: Proposals,
): Proposals {
  return {
    proposal: proposalOf(item, typed) ?? last.proposal,
    recordedProposal: proposalOf(item, { ...typed, ...recordedValues }) ?? last.recordedProposal,
  };
}

/** undefined while something in the facts cannot be read. */
function proposalOf(item: ScaleItem, values: FormValues): ItemProposal | undefined {
  const score = typedText(values, 'score');
  const problems: string[] = [];
  const facts = readFacts(item, values, score === '' ? null : Number(score), (field) =>
    problems.push(field),
  );
  return problems.length === 0 ? proposalForItem(item, facts) : undefined;
}
