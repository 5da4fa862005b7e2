import { z } from 'zod';

/** Building blocks of the form schemas: each takes the words that its errors use. */

/** Hidden one-time identifier of a form that creates a record. */
export const submissionId = z.uuid('Reload the page and try again');

/** Hidden version of the record as the form showed it. */
export const versionField = z
  .string()
  .regex(/^\d{1,15}$/, 'Reload the page and try again')
  .transform(Number);

export const requiredText = (message: string, longest = 200) =>
  z
    .string({ error: message })
    .trim()
    .min(1, message)
    .max(longest, `Use ${longest} characters or fewer`);

export const optionalText = (longest = 2000) =>
  z.string().trim().max(longest, `Use ${longest} characters or fewer`).default('');

export const choice = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  message: string,
) => z.enum(values, { error: message });

export const wholeNumber = (what: string, { from = 0, to = 100_000 } = {}) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, `Enter ${what}`)
    .regex(/^\d+$/, `Enter ${what} as a whole number, like 12`)
    .transform(Number)
    .refine((n) => n >= from && n <= to, `Enter ${what} from ${from} to ${to}`);

/** A number with up to two decimals; empty gives null. */
export const optionalNumber = (what: string, { from = 0, to = 100_000 } = {}) =>
  z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || /^\d+(\.\d{1,2})?$/.test(text),
      `Enter ${what} as a number, like 37.5`,
    )
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((n) => n === null || (n >= from && n <= to), `Enter ${what} from ${from} to ${to}`);

/** The three boxes of a date, as the names `${name}Day`, `${name}Month`, `${name}Year`. */
export const datePart = z.string().trim().max(4, 'Enter a real date').default('');
