import { Form, useActionData } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { EmployerRadios } from '#app/employers/employer-radios.tsx';
import type { KnownEmployer } from '#app/employers/name-matching.ts';
import { notKnownItem, yesNo } from '#app/forms/client.ts';
import { dateIds, dateProps, fieldProps } from '#app/forms/field-props.ts';
import { evidenceItems, noEmployer } from '#app/forms/job-entry.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

interface Props {
  form: RouteForm;
  employers: readonly KnownEmployer[];
  submissionId?: string;
  version?: number;
}

export function JobEntryForm({ form, employers, submissionId, version }: Props) {
  const dates = dateIds('startDate', 'evidencedOn', 'endDate');
  return (
    <>
      <FormErrors errors={form.errors} fieldIds={dates} focusKey={useActionData()} />
      <ConflictNotice conflict={form.conflict} what="this job entry" />
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} version={form.conflict?.version ?? version} />
        <EmployerRadios form={form} employers={employers} label="Employer" none={noEmployer} />
        <DateInput {...dateProps(form, 'startDate')} label="First day of the job" labelSize="s" />
        <TextInput
          {...fieldProps(form, 'jobType')}
          label="Kind of work"
          labelSize="s"
          hint="For example retail, care or driving"
          width={20}
          autoComplete="off"
        />
        <TextInput
          {...fieldProps(form, 'hoursPerWeek')}
          label="Hours a week (optional)"
          labelSize="s"
          hint="A number, like 16 or 37.5. Leave empty if not known."
          width={4}
          inputMode="decimal"
          autoComplete="off"
        />
        <Radios
          {...fieldProps(form, 'fourHoursDone')}
          label="Has the client done at least 4 hours of paid work?"
          labelSize="s"
          inline
          items={[...yesNo, notKnownItem]}
        />
        <Radios
          {...fieldProps(form, 'permanent')}
          label="Is the job permanent?"
          labelSize="s"
          inline
          items={[...yesNo, notKnownItem]}
        />
        <Radios
          {...fieldProps(form, 'evidence')}
          label="What evidence is there of the start?"
          labelSize="s"
          items={evidenceItems.map((item) =>
            item.value === 'none' ? item : { ...item, conditional: <EvidenceDate form={form} /> },
          )}
        />
        <DateInput
          {...dateProps(form, 'endDate')}
          label="Last day of the job (optional)"
          labelSize="s"
          hint="Only if the job has ended. A client who cannot be reached has not left."
        />
        <Button preventDoubleClick>Save job entry</Button>
      </Form>
    </>
  );
}

function EvidenceDate({ form }: { form: RouteForm }) {
  return <DateInput {...dateProps(form, 'evidencedOn')} label="When was the evidence seen?" />;
}
