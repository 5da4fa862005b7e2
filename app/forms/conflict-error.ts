import type { FieldError } from './form-values.ts';

/** The line of the error summary that leads to the two versions of a conflict notice. */
export function conflictError(what: string): FieldError {
  return { field: 'conflict', message: `Compare the two versions of ${what}, then save again` };
}
