import { Form } from '@remix-run/react';

import { Button } from '#app/components/govuk/button.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { returnFields, type ReturnCounts } from '#app/forms/meeting-return.ts';

interface Props {
  counts: ReturnCounts;
  /** In the form already, the same as what is saved, or other numbers. */
  state: 'filled' | 'same' | 'other';
}

/** What the team's own dated meetings give for the month, and a button that puts it into the form. */
export function DatedNumbers({ counts, state }: Props) {
  if (state === 'filled') {
    return (
      <InsetText>The numbers below come from your dated meetings. Check them, then save.</InsetText>
    );
  }
  if (state === 'same') {
    return <InsetText>Your dated meetings give the same numbers.</InsetText>;
  }
  return (
    <section aria-labelledby="dated-title">
      <h2 className="govuk-heading-m" id="dated-title">
        What your dated meetings give
      </h2>
      <SummaryList
        rows={returnFields.map(({ field, label }) => ({ key: label, value: counts[field] }))}
      />
      <Form method="get">
        <input type="hidden" name="fill" value="dated" />
        <Button variant="secondary">Fill in these numbers</Button>
      </Form>
    </section>
  );
}
