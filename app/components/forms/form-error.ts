/** One thing wrong with a form. Without a field it concerns the form as a whole. */
export interface FormError {
  field?: string | undefined;
  message: string;
}

/** The words to print at a field: the same as in the summary, the first when there are several. */
export function fieldError(
  errors: readonly FormError[] | undefined,
  field: string,
): string | undefined {
  return errors?.find((error) => error.field === field)?.message;
}
