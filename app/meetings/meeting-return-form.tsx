import { Form, useActionData } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Fieldset } from '#app/components/govuk/fieldset.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { fieldProps } from '#app/forms/field-props.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { returnFields } from '#app/forms/meeting-return.ts';
import { useRouteForm, type RouteForm } from '#app/forms/use-route-form.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import { lastDayOfMonth } from '#scoring/calendar/iso-month.ts';

interface Props {
  month: string;
  initial: FormValues;
  /** null for a month that has no return yet. */
  version: number | null;
  submissionId: string;
}

export function MeetingReturnForm({ month, initial, version, submissionId }: Props) {
  const form = useRouteForm(
    async () => (await import('#app/forms/meeting-return.schema.ts')).meetingReturnSchema(month),
    initial,
  );
  const [onBooks, held, ...bands] = returnFields;
  const readVersion = form.conflict?.version ?? version ?? undefined;
  return (
    <>
      <FormErrors errors={form.errors} focusKey={useActionData()} />
      <ConflictNotice conflict={form.conflict} what="the return for this month" />
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields
          submissionId={readVersion === undefined ? submissionId : undefined}
          version={readVersion}
        />
        {onBooks && (
          <Count form={form} {...onBooks} hint={`On ${formatDay(lastDayOfMonth(month))}`} />
        )}
        {held && (
          <Count form={form} {...held} hint="Every dated contact of any form is one meeting" />
        )}
        <Fieldset legend="Clients on the books by meetings since enrolment" legendSize="m">
          <p className="govuk-hint">The five must add up to the clients on the books.</p>
          {bands.map((band) => (
            <Count key={band.field} form={form} {...band} />
          ))}
        </Fieldset>
        <Button preventDoubleClick>Save return</Button>
      </Form>
    </>
  );
}

interface CountProps {
  form: RouteForm;
  field: string;
  label: string;
  hint?: string;
}

function Count({ form, field, label, hint }: CountProps) {
  return (
    <TextInput
      {...fieldProps(form, field)}
      label={label}
      hint={hint}
      width={4}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}
