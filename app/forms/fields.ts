import { z } from 'zod';

import { isIsoDay } from '#scoring/calendar/iso-day.ts';

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

export interface DateParts {
  day: string;
  month: string;
  year: string;
}

export type DateReading = { ok: true; day: string | null } | { ok: false; message: string };

/** An ISO day from three boxes: all empty gives null, anything else must be a real date. `what` fits "Enter …". */
export function readDate({ day, month, year }: DateParts, what: string): DateReading {
  if (day === '' && month === '' && year === '') return { ok: true, day: null };
  const isNumeric = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isNumeric || !isIsoDay(iso)) {
    return { ok: false, message: `Enter ${what} as a real date, like 27 3 2026` };
  }
  return { ok: true, day: iso };
}

/** The three boxes' values for a day that is already known. */
export function datePartsOf(day: string | null): DateParts {
  if (day === null) return { day: '', month: '', year: '' };
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}
