import { TextInput } from '#app/components/govuk/text-input.tsx';
import { fieldProps } from '#app/forms/field-props.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

export function FteInput({ form }: { form: RouteForm }) {
  return (
    <TextInput
      {...fieldProps(form, 'fte')}
      label="Full-time equivalent"
      labelSize="s"
      hint="1 is full time, 0.6 is three days of five"
      width={4}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}
