import { Form } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { dateIds, dateProps, fieldProps } from '#app/forms/field-props.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

interface Props {
  form: RouteForm;
  submissionId?: string;
  version?: number;
}

export function NoteForm({ form, submissionId, version }: Props) {
  return (
    <>
      <FormErrors errors={form.errors} fieldIds={dateIds('heldOn')} focusKey={form.errors} />
      <ConflictNotice conflict={form.conflict} what="this note" />
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} version={form.conflict?.version ?? version} />
        <DateInput
          {...dateProps(form, 'heldOn')}
          label="Date of the meeting"
          labelSize="s"
          hint="For example 27 3 2026"
        />
        <Textarea
          {...fieldProps(form, 'text')}
          label="Note"
          labelSize="s"
          hint="What was said, decided and promised, by whom and by when. Nothing about a client."
          rows={15}
        />
        <Button preventDoubleClick>Save note</Button>
      </Form>
    </>
  );
}
