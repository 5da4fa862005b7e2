import { Form } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { dateIds, dateProps, fieldProps } from '#app/forms/field-props.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { evidenceField, type CriterionKey } from '#app/forms/integration-rating.ts';
import { useRouteForm, type RouteForm } from '#app/forms/use-route-form.ts';

import { ratingLabels } from './rating-words.ts';

export interface CriterionText {
  key: CriterionKey;
  title: string;
  question: string;
  /** What 0, 1 and 2 look like for this criterion. */
  levels: readonly [string, string, string];
}

interface Props {
  criteria: readonly CriterionText[];
  initial: FormValues;
  today: string;
  submissionId?: string;
  version?: number;
}

/** The five criteria with their evidence; sums and levels come on the next page. */
export function CriteriaForm({ criteria, initial, today, submissionId, version }: Props) {
  const form = useRouteForm(
    async () =>
      (await import('#app/forms/integration-rating.schema.ts')).integrationRatingForm(today),
    initial,
  );
  return (
    <>
      <FormErrors errors={form.errors} fieldIds={dateIds('ratedOn')} focusKey={form.errors} />
      <ConflictNotice conflict={form.conflict} what="this rating" />
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} version={form.conflict?.version ?? version} />
        <DateInput
          {...dateProps(form, 'ratedOn')}
          label="When did you rate?"
          labelSize="m"
          hint="The day you looked at this together, for example 27 3 2026"
        />
        <Radios
          {...fieldProps(form, 'provider')}
          label="Who runs the two services?"
          labelSize="m"
          hint="This is recorded beside the rating. It does not change the level."
          inline
          items={[
            { value: 'same', label: 'One provider runs both' },
            { value: 'different', label: 'Different providers' },
          ]}
        />
        {criteria.map((criterion) => (
          <Criterion key={criterion.key} criterion={criterion} form={form} />
        ))}
        <ButtonGroup>
          <Button name="intent" value="level" preventDoubleClick>
            Save and see the level
          </Button>
          <Button name="intent" value="draft" variant="secondary" preventDoubleClick>
            Save and come back later
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function Criterion({ criterion, form }: { criterion: CriterionText; form: RouteForm }) {
  const { key, title, question, levels } = criterion;
  return (
    <section className="gt-section" aria-labelledby={`${key}-title`}>
      <h2 className="govuk-heading-m" id={`${key}-title`}>
        {title}
      </h2>
      <Radios
        {...fieldProps(form, key)}
        label={question}
        labelSize="s"
        items={ratingLabels.map((label, rating) => ({
          value: String(rating),
          label: `${rating} – ${label}`,
          hint: levels[rating],
        }))}
      />
      <Textarea
        {...fieldProps(form, evidenceField(key))}
        label={
          <>
            Evidence<span className="govuk-visually-hidden"> for {title}</span>
          </>
        }
        hint="What you saw, read or heard. No names of clients."
        rows={3}
      />
    </section>
  );
}
