import { useState, type MouseEvent } from 'react';

import { Button } from '#app/components/govuk/button.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import type { FormValues } from '#app/forms/form-values.ts';
import type { ItemProposal } from '#scoring/fidelity/proposal.ts';

interface Props {
  /** The id of the form whose fields are filled in. */
  formId: string;
  values: FormValues;
  /** What the rule would propose from these numbers, with the conditions ticked at this moment. */
  proposal: ItemProposal;
  onTaken: (form: HTMLFormElement) => void;
}

/**
 * Takes the recorded numbers over as facts, when the reviewer says so. With JavaScript they are written into the
 * fields, to be saved with everything else; without it the button posts the form and the action fills them in.
 */
export function TakeRecorded({ formId, values, proposal, onTaken }: Props) {
  const isOne = Object.keys(values).length === 1;
  const [isTaken, setIsTaken] = useState(false);
  const take = (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    if (form === null) return;
    event.preventDefault();
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name);
      if (isWritable(field) && typeof value === 'string') field.value = value;
    }
    onTaken(form);
    setIsTaken(true);
  };
  return (
    <div className="gt-recorded__take">
      {proposal.status === 'proposed' ? (
        <>
          <p>
            From this the rule would propose <strong>{proposal.score}</strong>.
          </p>
          <Details summary="Why this score">
            <p className="govuk-body-s">{proposal.explanation}</p>
          </Details>
        </>
      ) : (
        <p>From this the rule would propose no score. {proposal.reason}</p>
      )}
      <Button form={formId} name="intent" value="take-recorded" variant="secondary" onClick={take}>
        {isOne ? 'Use this number' : 'Use these numbers'}
      </Button>
      <p className="govuk-hint" role="status">
        {isTaken
          ? 'Written into what you found. It is saved when you save the item.'
          : 'Only if you agree: what you found yourself comes first.'}
      </p>
    </div>
  );
}

function isWritable(
  field: Element | RadioNodeList | null,
): field is HTMLInputElement | HTMLTextAreaElement | RadioNodeList {
  return (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof RadioNodeList
  );
}
