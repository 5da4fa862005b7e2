import { Form, useActionData } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import {
  notKnownItem,
  quintiles,
  sexes,
  substanceGroups,
  treatmentStatuses,
  yesNo,
} from '#app/forms/client.ts';
import { dateIds, dateProps, fieldProps } from '#app/forms/field-props.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

interface Props {
  form: RouteForm;
  submissionId?: string;
  version?: number;
}

const substances = substanceGroups.map((group) => ({ value: group, label: group }));

/** A client without name, address or date of birth. Every answer but reference and enrolment can stay open. */
export function ClientForm({ form, submissionId, version }: Props) {
  const dates = dateIds('enrolmentDate', 'engagementDate', 'closedOn');
  return (
    <>
      <FormErrors errors={form.errors} fieldIds={dates} focusKey={useActionData()} />
      <ConflictNotice conflict={form.conflict} what="this client" />
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} version={form.conflict?.version ?? version} />
        <TextInput
          {...fieldProps(form, 'reference')}
          label="Your team’s reference for the client"
          labelSize="m"
          hint="A code of your own, like LDS-0412. Never a name, initials with a date of birth, an e-mail address, a National Insurance number or an NHS number."
          width={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <DateInput
          {...dateProps(form, 'enrolmentDate')}
          label="Date of enrolment"
          labelSize="m"
          hint="The first meaningful contact after the client agreed to IPS"
        />
        <DateInput
          {...dateProps(form, 'engagementDate')}
          label="Date of engagement (optional)"
          labelSize="m"
          hint="When the vocational form was completed, at the second meeting"
        />
        <Radios
          {...fieldProps(form, 'inWorkAtEnrolment')}
          label="Was the client in work at enrolment?"
          labelSize="m"
          inline
          items={[...yesNo, notKnownItem]}
        />
        <Radios
          {...fieldProps(form, 'sex')}
          label="Sex"
          labelSize="m"
          inline
          items={[...sexes, notKnownItem]}
        />
        <TextInput
          {...fieldProps(form, 'ageAtEnrolment')}
          label="Age at enrolment (optional)"
          labelSize="m"
          hint="In completed years. Leave empty if not known."
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
        <Treatment form={form} />
        <Radios
          {...fieldProps(form, 'linkageConsent')}
          label="Did the client agree to the linkage with tax records?"
          labelSize="m"
          hint="Only a client who said yes is in the twice-yearly extract"
          inline
          items={[...yesNo, notKnownItem]}
        />
        <DateInput
          {...dateProps(form, 'closedOn')}
          label="Date of closing (optional)"
          labelSize="m"
          hint="When the client left the service"
        />
        <Button preventDoubleClick>Save client</Button>
      </Form>
    </>
  );
}

function Treatment({ form }: { form: RouteForm }) {
  return (
    <>
      <Select
        {...fieldProps(form, 'substanceGroup')}
        label="Substance group"
        labelSize="m"
        items={[notKnownItem, ...substances]}
      />
      <Radios
        {...fieldProps(form, 'treatmentStatus')}
        label="Treatment status"
        labelSize="m"
        items={[...treatmentStatuses, notKnownItem]}
      />
      <TextInput
        {...fieldProps(form, 'monthsInTreatment')}
        label="Months in treatment (optional)"
        labelSize="m"
        width={4}
        inputMode="decimal"
        autoComplete="off"
      />
      <TextInput
        {...fieldProps(form, 'monthsEngaged')}
        label="Months engaged with IPS (optional)"
        labelSize="m"
        width={4}
        inputMode="decimal"
        autoComplete="off"
      />
      <Select
        {...fieldProps(form, 'deprivationQuintile')}
        label="Deprivation quintile of the client’s neighbourhood"
        labelSize="m"
        items={[notKnownItem, ...quintiles]}
      />
    </>
  );
}
