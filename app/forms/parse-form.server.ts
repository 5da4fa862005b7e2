import type { z } from 'zod';

import { fieldOrder, inFieldOrder } from './form-schema.ts';
import { formValues, type FieldError, type FormFailure, type FormValues } from './form-values.ts';

export type Parsed<T> = { ok: true; value: T; values: FormValues } | ({ ok: false } & FormFailure);

/**
 * Reads a posted form through its schema: the value, or errors by field with what was typed. `fillIn` may replace
 * values that the person asked to have filled in.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  lists: readonly string[] = [],
  fillIn: (typed: FormValues) => FormValues | Promise<FormValues> = (typed) => typed,
): Promise<Parsed<z.output<Schema>>> {
  const values = await fillIn(await readForm(request, lists));
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data, values };
  const errors = inFieldOrder(errorsOf(result.error), ({ field }) => field, fieldOrder(schema));
  return { ok: false, errors, values };
}

async function readForm(request: Request, lists: readonly string[]): Promise<FormValues> {
  try {
    return formValues(await request.formData(), lists);
  } catch (error) {
    if (error instanceof RangeError) throw new Response('Bad form', { status: 400 });
    throw error;
  }
}

/** The first problem of each field, in the order the schema found them. */
export function errorsOf(error: z.ZodError): FieldError[] {
  const byField = new Map<string, string>();
  for (const issue of error.issues) {
    const field =
      issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue.path[0] ?? 'form');
    if (!byField.has(field)) byField.set(field, issue.message);
  }
  return [...byField].map(([field, message]) => ({ field, message }));
}
