import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Fieldset } from '#app/components/govuk/fieldset.tsx';
import { LabelledField } from '#app/components/govuk/labelled-field.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { fieldError } from '#app/components/forms/form-error.ts';
import { boxesOf, boxNames } from '#app/forms/date-boxes.ts';
import { typedIn } from '#app/forms/field-props.ts';
import type { FieldError, FormValues } from '#app/forms/form-values.ts';

interface Props {
  values: FormValues;
  errors: readonly FieldError[];
  layouts: readonly string[];
  megabytes: number;
}

/** What is said of a return, and its files. */
export function ImportFields({ values, errors, layouts, megabytes }: Props) {
  const text = (name: string) => ({
    id: name,
    name,
    defaultValue: typedIn(values, name),
    errorMessage: fieldError(errors, name),
  });
  const date = (name: string) => ({
    id: name,
    name,
    names: boxNames(name),
    defaultValue: boxesOf(values, name),
    errorMessage: fieldError(errors, name),
  });
  const number = { width: 10, inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <>
      <TextInput
        {...text('name')}
        label="Name of the round"
        labelSize="s"
        hint="As it is named on the outcomes page, for example 2025 data linkage report"
        autoComplete="off"
      />
      <DateInput
        {...date('linkageDate')}
        label="Linkage date"
        labelSize="s"
        hint="For example 1 12 2024"
      />
      <Fieldset legend="Control totals, as the sender states them" legendSize="m">
        <TextInput {...text('sent')} {...number} label="People sent" />
        <TextInput
          {...text('matched')}
          {...number}
          label="People matched, which is rows of people"
        />
        <TextInput {...text('employmentRows')} {...number} label="Rows of employment" />
        <TextInput
          {...text('contributionRows')}
          {...number}
          label="Rows of contributions (optional)"
        />
      </Fieldset>
      <Fieldset legend="Files" legendSize="m">
        <FileInput name="people" label="People" errors={errors} megabytes={megabytes} />
        <FileInput name="employment" label="Employment" errors={errors} megabytes={megabytes} />
        <FileInput
          name="contributions"
          label="Contributions (optional)"
          errors={errors}
          megabytes={megabytes}
        />
        <Select
          {...text('layoutName')}
          label="Layout of the files"
          items={layouts.map((name) => ({ value: name, label: name }))}
        />
      </Fieldset>
      <Fieldset legend="Key of the coded field" legendSize="m">
        <TextInput
          {...text('passphrase')}
          label="Passphrase"
          hint="The one the extract was made with. Leave it empty where you choose a key file, or the layout has no coded field."
          type="password"
          autoComplete="off"
        />
        <LabelledField id="keyFile" label="Key file">
          {(describedBy) => (
            <input
              className="govuk-file-upload"
              id="keyFile"
              name="keyFile"
              type="file"
              aria-describedby={describedBy}
            />
          )}
        </LabelledField>
      </Fieldset>
      <Fieldset legend="Enrolment dates of the round (optional)" legendSize="m">
        <DateInput
          {...date('firstEnrolment')}
          label="First enrolment date"
          hint="People who enrolled earlier are left out"
        />
        <DateInput
          {...date('lastEnrolment')}
          label="Last enrolment date"
          hint="People who enrolled later are left out"
        />
      </Fieldset>
    </>
  );
}

interface FileProps {
  name: string;
  label: string;
  errors: readonly FieldError[];
  megabytes: number;
}

function FileInput({ name, label, errors, megabytes }: FileProps) {
  const hint = `A CSV file in UTF-8, smaller than ${megabytes} MB`;
  return (
    <LabelledField id={name} label={label} hint={hint} errorMessage={fieldError(errors, name)}>
      {(describedBy) => (
        <input
          className="govuk-file-upload"
          id={name}
          name={name}
          type="file"
          accept=".csv,text/csv"
          aria-describedby={describedBy}
        />
      )}
    </LabelledField>
  );
}
