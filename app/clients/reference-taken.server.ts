import type { FieldError } from '#app/forms/form-values.ts';
import { ReferenceTakenError } from '#db/queries/clients.ts';

/** The field's error where another client has the reference; any other failure goes on. */
export function referenceTaken(error: unknown): FieldError {
  if (!(error instanceof ReferenceTakenError)) throw error;
  return { field: 'reference', message: 'Another client of your team has this reference' };
}
