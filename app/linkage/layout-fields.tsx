import { fieldError } from '#app/components/forms/form-error.ts';
import { Fieldset } from '#app/components/govuk/fieldset.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { typedIn } from '#app/forms/field-props.ts';
import type { FieldError, FormValues } from '#app/forms/form-values.ts';
import { headingField } from '#app/forms/linkage-layout.ts';

import { columnWords, dateWords, fileWords, separatorWords } from './layout-words.ts';
import { returnFiles, standardColumns, type ReturnLayout } from './layouts.ts';

interface Props {
  groups: ReturnLayout['groups'];
  values: FormValues;
  errors: readonly FieldError[];
}

/** A layout to be filled in: its name, how days and cells are written, and the heading of every column. */
export function LayoutFields({ groups, values, errors }: Props) {
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: typedIn(values, name),
    errorMessage: fieldError(errors, name),
  });
  return (
    <>
      <TextInput
        {...field('name')}
        label="Name of the layout"
        labelSize="s"
        hint="Imports are told by it, and it cannot be changed later"
        autoComplete="off"
      />
      <Radios
        {...field('dates')}
        label="How are days written?"
        labelSize="s"
        items={Object.entries(dateWords).map(([value, label]) => ({ value, label }))}
      />
      <Radios
        {...field('separator')}
        label="What stands between cells?"
        labelSize="s"
        items={Object.entries(separatorWords).map(([value, label]) => ({ value, label }))}
      />
      {returnFiles.map((file) => (
        <Fieldset key={file} legend={fileWords[file]} legendSize="m">
          {standardColumns(file, groups).map((column) => (
            <TextInput
              key={column}
              {...field(headingField(file, column))}
              label={`Heading of ${column}`}
              hint={columnWords[column]}
              width={30}
              autoComplete="off"
              spellCheck={false}
            />
          ))}
        </Fieldset>
      ))}
    </>
  );
}
