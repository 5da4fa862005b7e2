import { Form, useActionData } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import {
  contactForWhom,
  contactModes,
  contactOutcomes,
  contactWithWhom,
  emptyContact,
} from '#app/forms/employer-contact.ts';
import { dateIds, dateProps, fieldProps, typedIn } from '#app/forms/field-props.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

import type { ContactPeople } from './contact-people.server.ts';
import { EmployerRadios } from './employer-radios.tsx';
import type { KnownEmployer } from './name-matching.ts';

interface Props {
  form: RouteForm;
  employers: readonly KnownEmployer[];
  people: ContactPeople;
  submissionId?: string;
  version?: number;
}

/** Three answers and Save on one screen of a phone; the rest is pre-set and folded away. */
export function ContactForm({ form, employers, people, submissionId, version }: Props) {
  const answer = useActionData();
  return (
    <>
      <FormErrors
        errors={form.errors}
        fieldIds={dateIds('contactDate', 'nextStep')}
        focusKey={answer}
      />
      <ConflictNotice conflict={form.conflict} what="this contact" />
      <Form method="post" noValidate className="gt-compact" onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} version={form.conflict?.version ?? version} />
        {people.choices.length > 0 && (
          <Select
            {...fieldProps(form, 'specialistId')}
            label="Who made the contact?"
            items={[
              { value: '', label: 'Choose a person' },
              ...people.choices.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <EmployerRadios form={form} employers={employers} label="Employer" className="gt-taps" />
        <Radios
          {...fieldProps(form, 'mode')}
          label="How?"
          labelSize="s"
          className="gt-taps"
          items={contactModes.map((mode) =>
            mode.value === 'message' ? { ...mode, conditional: <Answered form={form} /> } : mode,
          )}
        />
        <Radios
          {...fieldProps(form, 'outcome')}
          label="What came of it?"
          labelSize="s"
          className="gt-taps"
          items={contactOutcomes}
        />
        <MoreAnswers form={form} />
        <Button preventDoubleClick>Save contact</Button>
      </Form>
    </>
  );
}

function Answered({ form }: { form: RouteForm }) {
  return (
    <Radios
      {...fieldProps(form, 'answered')}
      label="Was the message answered?"
      inline
      small
      items={[
        { value: 'no', label: 'Not yet' },
        { value: 'yes', label: 'Yes' },
      ]}
    />
  );
}

const preset: FormValues = emptyContact;
const moreFields = [
  ...['when', 'contactDateDay', 'contactDateMonth', 'contactDateYear', 'withWhom', 'forWhom'],
  ...['note', 'nextStepDay', 'nextStepMonth', 'nextStepYear'],
];
const presetMore = 'Today, with a say in hiring, for clients in general: change this or add a note';
const allMore = 'Date, with whom, for whom, note and next step';
const moreErrors = ['when', 'contactDate', 'withWhom', 'forWhom', 'note', 'nextStep'];

/** Open where something in it is wrong or was already answered otherwise than pre-set. */
function MoreAnswers({ form }: { form: RouteForm }) {
  const isAnswered = moreFields.some((field) => typedIn(form.values, field) !== preset[field]);
  const hasError = form.errors.some(({ field }) => moreErrors.includes(field));
  return (
    <Details summary={isAnswered ? allMore : presetMore} open={isAnswered || hasError}>
      <Radios
        {...fieldProps(form, 'when')}
        label="When?"
        labelSize="s"
        items={[
          { value: 'today', label: 'Today' },
          { value: 'yesterday', label: 'Yesterday' },
          {
            value: 'other',
            label: 'Another date',
            conditional: (
              <DateInput {...dateProps(form, 'contactDate')} label="Date of the contact" />
            ),
          },
        ]}
      />
      <Radios
        {...fieldProps(form, 'withWhom')}
        label="With whom?"
        labelSize="s"
        items={contactWithWhom}
      />
      <Radios
        {...fieldProps(form, 'forWhom')}
        label="For whom?"
        labelSize="s"
        items={contactForWhom}
      />
      <Textarea
        {...fieldProps(form, 'note')}
        label="Note (optional)"
        labelSize="s"
        hint="No names of clients"
        rows={3}
      />
      <DateInput
        {...dateProps(form, 'nextStep')}
        label="Date of the next step (optional)"
        labelSize="s"
      />
    </Details>
  );
}
