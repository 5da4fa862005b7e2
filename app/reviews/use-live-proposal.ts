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

/**
 * The proposal for what is in the form at this moment, by the same functions that the action uses. While a number is
 * half typed the last proposal stays. Without JavaScript a button asks the server.
 */
export function useLiveProposal(item: ScaleItem, values: FormValues) {
  const [proposal, setProposal] = useState(() => proposalOf(item, values) ?? notYet);
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const typed = formValues(new FormData(event.currentTarget), itemScoreLists);
    setProposal((last) => proposalOf(item, typed) ?? last);
  };
  return { proposal, onChange };
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
