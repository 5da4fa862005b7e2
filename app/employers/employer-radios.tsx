import { Radios } from '#app/components/govuk/radios.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { anotherEmployer } from '#app/forms/employer-choice.ts';
import { fieldProps } from '#app/forms/field-props.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

import { employerLabel, type KnownEmployer } from './name-matching.ts';

interface Props {
  form: RouteForm;
  employers: readonly KnownEmployer[];
  label: string;
  className?: string;
  /** A last choice besides the known employers and a typed one. */
  none?: { value: string; label: string };
}

/** Employers met lately, one tap each, and a box for any other. */
export function EmployerRadios({ form, employers, label, className, none }: Props) {
  const another = {
    value: anotherEmployer,
    label: 'Another employer',
    conditional: (
      <TextInput
        {...fieldProps(form, 'employerName')}
        label="Employer’s name"
        hint="Add the postcode if there are several branches"
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
      />
    ),
  };
  return (
    <Radios
      {...fieldProps(form, 'employer')}
      label={label}
      labelSize="s"
      className={className}
      items={[
        ...employers.map((employer) => ({
          value: employer.id,
          label: shortLabel(employer, employers),
        })),
        ...(none === undefined ? [] : [none]),
        another,
      ]}
    />
  );
}

/** The postcode only where it tells two apart: on a phone every line counts. */
function shortLabel(employer: KnownEmployer, all: readonly KnownEmployer[]): string {
  const namesakes = all.filter(({ name }) => name === employer.name);
  return namesakes.length > 1 ? employerLabel(employer) : employer.name;
}
