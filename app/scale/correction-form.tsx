import { Form, useActionData } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { dateIds, dateProps, fieldProps, typedIn } from '#app/forms/field-props.ts';
import { typedList } from '#app/forms/fidelity/read-numbers.ts';
import {
  anchorField,
  limitField,
  scaleCorrectionLists,
} from '#app/forms/fidelity/scale-correction.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { useRouteForm, type RouteForm } from '#app/forms/use-route-form.ts';
import type { BandRule, FidelityScale, ScaleItem } from '#scoring/fidelity/scale-types.ts';

interface Props {
  versionName: string;
  scale: FidelityScale;
  item: ScaleItem;
  /** The first day of the version that is copied: a correction cannot begin before it. */
  validFrom: string;
  initial: FormValues;
}

/** The second step: the item's wording, its checked marks and its limits, with the reason. */
export function CorrectionForm({ versionName, scale, item, validFrom, initial }: Props) {
  const form = useRouteForm(
    async () =>
      (await import('#app/forms/fidelity/scale-correction.schema.ts')).scaleCorrectionSchema(
        scale,
        item,
        validFrom,
      ),
    initial,
    scaleCorrectionLists,
  );
  const answer = useActionData();
  return (
    <>
      <FormErrors errors={form.errors} fieldIds={dateIds('validFrom')} focusKey={answer} />
      <ConflictNotice conflict={form.conflict} what={`a version that changes the scale`} />
      <span className="govuk-caption-l">Corrected version of “{versionName}”</span>
      <h1 className="govuk-heading-l">
        Item {item.number}: {item.title}
      </h1>
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields
          submissionId={typedIn(form.values, 'submissionId')}
          version={typedIn(form.values, 'version')}
        />
        <Textarea {...fieldProps(form, 'definition')} label="Definition" labelSize="m" rows={3} />
        <h2 className="govuk-heading-m">Descriptions</h2>
        {item.anchors.map(({ score }) => (
          <Textarea
            key={score}
            {...fieldProps(form, anchorField(score))}
            label={`Description of ${score}`}
            rows={2}
          />
        ))}
        <Checkboxes
          id="checked"
          name="checked"
          label="Which descriptions have been checked against the official form?"
          labelSize="m"
          items={item.anchors.map(({ score }) => ({
            value: String(score),
            label: `Description of ${score}`,
          }))}
          defaultValues={typedList(form.values, 'checked')}
          errorMessage={form.errorFor('checked')}
          register={form.register('checked')}
        />
        {item.rule.kind === 'band' && <Limits rule={item.rule} form={form} />}
        <h2 className="govuk-heading-m">The new version</h2>
        <TextInput {...fieldProps(form, 'name')} label="Name" />
        <DateInput
          {...dateProps(form, 'validFrom')}
          label="From which day does it hold?"
          hint="Reviews set up from this day on start with it."
        />
        <Textarea
          {...fieldProps(form, 'note')}
          label="Why are you publishing this version?"
          hint="Everybody who reads the scale sees this."
          rows={3}
        />
        <Button preventDoubleClick>Publish this version</Button>
      </Form>
    </>
  );
}

function Limits({ rule, form }: { rule: BandRule; form: RouteForm }) {
  return (
    <>
      <h2 className="govuk-heading-m">Limits</h2>
      <p className="govuk-body">{rule.measuredHow}</p>
      {rule.thresholds.map(({ score, limitReaches }) => (
        <TextInput
          key={score}
          {...fieldProps(form, limitField(score))}
          label={`Limit for a score of ${score}`}
          hint={limitHint(rule.better, limitReaches)}
          width={5}
          inputMode="decimal"
          suffix={rule.unit.suffix.trim()}
        />
      ))}
    </>
  );
}

function limitHint(better: BandRule['better'], limitReaches: boolean): string {
  if (better === 'higher') return limitReaches ? 'This number or more' : 'More than this number';
  return limitReaches ? 'This number or fewer' : 'Fewer than this number';
}
