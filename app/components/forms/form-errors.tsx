import { ErrorSummary } from '../govuk/error-summary.tsx';
import type { FormError } from './form-error.ts';

export interface FormErrorsProps {
  errors: readonly FormError[] | undefined;
  /** The id to link to, where it is not the field's name: a date links to its first wrong part. */
  fieldIds?: Readonly<Record<string, string>> | undefined;
  /** The answer of the action: a second answer with the same errors takes focus again. */
  focusKey?: unknown;
}

/** The summary at the top of a form that was refused; nothing when it was not. */
export function FormErrors({ errors = [], fieldIds, focusKey }: FormErrorsProps) {
  return (
    <ErrorSummary
      errors={errors.map(({ field, message }) => ({
        href: field === undefined ? undefined : `#${fieldIds?.[field] ?? field}`,
        text: message,
      }))}
      focusKey={focusKey}
    />
  );
}
