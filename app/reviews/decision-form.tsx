import { Form, useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { fieldProps, typedIn } from '#app/forms/field-props.ts';
import {
  agreedReasonField,
  agreedScoreField,
  agreedVersionField,
} from '#app/forms/fidelity/agreed-scores.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { useRouteForm, type RouteForm } from '#app/forms/use-route-form.ts';

interface Item {
  itemNumber: number;
  title: string;
  scores: number[];
  given: { name: string; score: number; reason: string }[];
}

interface Props {
  items: Item[];
  initial: FormValues;
  /** The page's heading and what comes before the decisions: errors come above both. */
  children: ReactNode;
}

/** The items on which the reviewers differ. They start empty: no reviewer's score is put forward. */
export function DecisionForm({ items, initial, children }: Props) {
  const form = useRouteForm(
    async () =>
      (await import('#app/forms/fidelity/agreed-scores.schema.ts')).agreedScoresSchema(items),
    initial,
  );
  const answer = useActionData();
  return (
    <>
      <FormErrors errors={form.errors} focusKey={answer} />
      <ConflictNotice conflict={form.conflict} what="these scores" />
      {children}
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <h2 className="govuk-heading-m">Scores to talk about</h2>
        <p className="govuk-body">
          Decide together. You can leave an item empty and come back to it. A reason is needed where
          scores lie two or more points apart, or where you agree on a score that nobody gave.
        </p>
        {items.map((item) => (
          <Decision key={item.itemNumber} item={item} form={form} />
        ))}
        <Button name="intent" value="save" preventDoubleClick>
          Save agreed scores
        </Button>
      </Form>
    </>
  );
}

function Decision({ item, form }: { item: Item; form: RouteForm }) {
  const { itemNumber, title, given } = item;
  return (
    <section aria-labelledby={`item-${itemNumber}`}>
      <h3 className="govuk-heading-s" id={`item-${itemNumber}`}>
        {itemNumber}. {title}
      </h3>
      <Table
        caption={`Scores of item ${itemNumber}`}
        captionHidden
        columns={[
          { heading: 'Reviewer' },
          { heading: 'Score', numeric: true },
          { heading: 'Reason' },
        ]}
        rows={given.map(({ name, score, reason }, index) => ({
          key: String(index),
          cells: [
            name,
            score,
            <span key="reason" className="gt-typed-text">
              {reason === '' ? 'None given' : reason}
            </span>,
          ],
        }))}
      />
      <input
        type="hidden"
        name={agreedVersionField(itemNumber)}
        value={typedIn(form.values, agreedVersionField(itemNumber))}
      />
      <Radios
        {...fieldProps(form, agreedScoreField(itemNumber))}
        label={`Agreed score of item ${itemNumber}`}
        inline
        items={['1', '2', '3', '4', '5'].map((score) => ({ value: score, label: score }))}
      />
      <Textarea
        {...fieldProps(form, agreedReasonField(itemNumber))}
        label={`Reason for item ${itemNumber}`}
        rows={2}
      />
    </section>
  );
}
