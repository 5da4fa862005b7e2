import { Form } from '@remix-run/react';
import { useEffect, useRef } from 'react';

import { Button } from '#app/components/govuk/button.tsx';
import { focusOnce } from '#app/components/govuk/focus.ts';
import { anotherEmployer } from '#app/forms/employer-choice.ts';
import { typedIn } from '#app/forms/field-props.ts';
import type { FormValues } from '#app/forms/form-values.ts';

import { employerLabel, type KnownEmployer } from './name-matching.ts';

export interface EmployerQuestionProps {
  /** Everything that was answered: sent again with the answer to this one question. */
  values: FormValues;
  matches: readonly KnownEmployer[];
}

/** What an action may answer: nothing, errors, or the known employers that were perhaps meant. */
export type EmployerQuestionAnswer = { matches?: KnownEmployer[] } | undefined;

/** Asked when a typed employer may be a known one. Each answer is a button: one tap, and the record is saved. */
export function EmployerQuestion({ values, matches }: EmployerQuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const typed = typedIn(values, 'employerName');
  // The question takes the form's place without a new page: it has to be heard.
  useEffect(() => {
    if (heading.current) focusOnce(heading.current);
  }, []);
  const kept = Object.entries(values).filter(
    ([name, value]) => typeof value === 'string' && !asked.includes(name),
  );
  return (
    <Form method="post" noValidate>
      <h1 className="govuk-heading-l" ref={heading}>
        Did you mean one of these?
      </h1>
      <p className="govuk-body">
        You typed “{typed}”. Nothing is saved until you choose; your other answers are kept.
      </p>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <input type="hidden" name="isNewEmployer" value="yes" />
      <ul className="govuk-list gt-answers">
        {matches.map((employer) => (
          <li key={employer.id}>
            <Button name="employer" value={employer.id} variant="secondary" preventDoubleClick>
              {employerLabel(employer)}
            </Button>
          </li>
        ))}
        <li>
          <Button name="employer" value={anotherEmployer} preventDoubleClick>
            No, add “{typed}”
          </Button>
        </li>
      </ul>
    </Form>
  );
}

const asked = ['employer', 'isNewEmployer'];
