import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { fieldProps, typedIn } from '#app/forms/field-props.ts';
import { contactsBasisNames } from '#app/forms/fidelity/item-answers.ts';
import { noneOfThese, notApplicableField } from '#app/forms/fidelity/item-fields.ts';
import { typedList } from '#app/forms/fidelity/read-numbers.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';
import type { BandRule, CountRule, ItemRule } from '#scoring/fidelity/scale-types.ts';

interface Props<Rule> {
  rule: Rule;
  form: RouteForm;
}

/** What was found, as the item's rule asks for it. */
export function FactFields({ rule, form }: Props<ItemRule>) {
  return (
    <>
      {rule.kind === 'count' && <ComponentFields rule={rule} form={form} />}
      {rule.kind === 'band' && <MeasuredFields rule={rule} form={form} />}
      {rule.kind === 'level' && rule.perSpecialist && (
        <Textarea
          {...fieldProps(form, 'perSpecialist')}
          label="Score of each employment specialist (optional)"
          hint="One whole number from 1 to 5 on each line, one line for each specialist"
          className="govuk-input--width-10"
          rows={4}
        />
      )}
      {rule.conditions.length > 0 && (
        <Checkboxes
          {...listProps(form, 'conditions')}
          label="Which of these hold?"
          hint="Select all that you have evidence for"
          items={rule.conditions.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
    </>
  );
}

function ComponentFields({ rule, form }: Props<CountRule>) {
  return (
    <>
      <Checkboxes
        {...listProps(form, 'components')}
        label="Which parts are in place?"
        hint="Select all that you have evidence for"
        items={[
          ...rule.components.map(({ key, label }) => ({ value: key, label })),
          { divider: 'or' },
          { value: noneOfThese, label: 'None of these' },
        ]}
      />
      {rule.notApplicableCounts && <NotApplicable rule={rule} form={form} />}
    </>
  );
}

function NotApplicable({ rule, form }: Props<CountRule>) {
  const names = rule.components.map(({ key }) => notApplicableField(key));
  const isUsed = names.some((name) => typedIn(form.values, name) !== '' || form.errorFor(name));
  return (
    <Details summary="A part cannot apply here" open={isUsed}>
      <p className="govuk-body">
        A part that cannot apply counts as in place. Say why it cannot apply.
      </p>
      {rule.components.map(({ key, label }) => (
        <TextInput key={key} {...fieldProps(form, notApplicableField(key))} label={label} />
      ))}
    </Details>
  );
}

function MeasuredFields({ rule, form }: Props<BandRule>) {
  return (
    <>
      {rule.perSpecialist && (
        <Textarea
          {...fieldProps(form, 'perSpecialist')}
          label="Number for each employment specialist (optional)"
          hint="One number on each line, one line for each specialist. Each is rated, then the average is taken."
          className="govuk-input--width-10"
          rows={4}
        />
      )}
      {rule.perSpecialist && rule.fullFromJobSeekers !== null && (
        <Textarea
          {...fieldProps(form, 'jobSeekersPerSpecialist')}
          label="People looking for work with each specialist (optional)"
          hint={`In the same order. With fewer than ${rule.fullFromJobSeekers} people looking for work the limits are lower.`}
          className="govuk-input--width-10"
          rows={4}
        />
      )}
      <TextInput
        {...fieldProps(form, 'measured')}
        label={rule.measuredLabel}
        hint={
          <>
            {rule.measuredHow}
            {rule.perSpecialist && ' Used when there is no number for each specialist.'}
          </>
        }
        width={5}
        inputMode="decimal"
        suffix={rule.unit.suffix.trim()}
      />
      {rule.leastCases !== null && (
        <TextInput
          {...fieldProps(form, 'cases')}
          label={`Number of ${rule.leastCases.label}`}
          width={5}
          inputMode="numeric"
        />
      )}
      {rule.fullFromJobSeekers !== null && (
        <TextInput
          {...fieldProps(form, 'jobSeekers')}
          label="People looking for work with the team’s specialists (optional)"
          hint={`Only needed where there are fewer than ${rule.fullFromJobSeekers}`}
          width={5}
          inputMode="numeric"
        />
      )}
      {rule.saysContactsBasis && (
        <Radios
          {...fieldProps(form, 'contactsBasis')}
          label="Which contacts were counted?"
          items={Object.entries(contactsBasisNames).map(([value, label]) => ({ value, label }))}
        />
      )}
    </>
  );
}

function listProps(form: RouteForm, name: string) {
  return {
    id: name,
    name,
    defaultValues: typedList(form.values, name),
    errorMessage: form.errorFor(name),
    register: form.register(name),
  };
}
