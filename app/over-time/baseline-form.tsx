import { Form } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { longestReason } from '#app/forms/chart-baseline.ts';
import { fieldProps } from '#app/forms/field-props.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';
import { formatMonth } from '#scoring/calendar/iso-day.ts';

interface Props {
  form: RouteForm;
  measure: string;
  /** ISO months to choose from. */
  months: readonly string[];
  /** Those in which a new baseline begins already. */
  taken: readonly string[];
  submissionId: string;
}

export function BaselineForm({ form, measure, months, taken, submissionId }: Props) {
  const choices = months.map((month) => {
    const isTaken = taken.includes(month);
    const label = isTaken ? `${formatMonth(month)}: begins already` : formatMonth(month);
    return { value: month, label, disabled: isTaken };
  });
  return (
    <>
      <FormErrors errors={form.errors} focusKey={form.errors} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{measure}</span>
        Begin a new baseline
      </h1>
      <p className="govuk-body">
        From the month you choose on, mean and limits are worked out anew. Do this where you know
        that the work changed, not to make a signal go away.
      </p>
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} />
        <Select
          {...fieldProps(form, 'month')}
          label="First month of the new baseline"
          labelSize="s"
          items={[{ value: '', label: 'Choose a month' }, ...choices]}
        />
        <Textarea
          {...fieldProps(form, 'reason')}
          label="Reason"
          labelSize="s"
          hint={`What changed about the work, in up to ${longestReason} characters. Everybody who may see the chart reads it: no names, and nothing about a client.`}
          rows={4}
        />
        <Button preventDoubleClick>Begin new baseline</Button>
      </Form>
    </>
  );
}
