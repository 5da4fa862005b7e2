import { TextInput } from '#app/components/govuk/text-input.tsx';
import { fieldProps } from '#app/forms/field-props.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

import { unitInWords } from './benchmark-words.ts';

/** Name, value and source, which a new value and a correction share. */
export function BenchmarkFields({ form, unit }: { form: RouteForm; unit: string }) {
  return (
    <>
      <TextInput {...fieldProps(form, 'name')} label="Name" autoComplete="off" />
      <TextInput
        {...fieldProps(form, 'value')}
        label="Value"
        hint={unit === 'rate' ? 'In percent, for example 40' : `In ${unitInWords(unit)}`}
        width={5}
        inputMode="decimal"
        autoComplete="off"
      />
      <TextInput
        {...fieldProps(form, 'source')}
        label="Source"
        hint="Who published it, and when"
        autoComplete="off"
      />
    </>
  );
}
