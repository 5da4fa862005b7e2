import { isIsoDay } from '#scoring/calendar/iso-day.ts';

/** The boxes' names for the date input, and their values for a day that is known. */
export function boxNames(name: string): Record<'day' | 'month' | 'year', string> {
  return { day: `${name}Day`, month: `${name}Month`, year: `${name}Year` };
}

export function boxValues(name: string, day: string | null): Record<string, string> {
  const parts = datePartsOf(day);
  return { [`${name}Day`]: parts.day, [`${name}Month`]: parts.month, [`${name}Year`]: parts.year };
}

/** What the boxes hold, whatever else is wrong with the form. */
export function boxesOf(values: unknown, name: string): DateParts {
  const box = (part: string) => textOf(values, `${name}${part}`);
  return { day: box('Day'), month: box('Month'), year: box('Year') };
}

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

/** A field of a form that may not have passed its own check yet. */
export function textOf(values: unknown, name: string): string {
  if (typeof values !== 'object' || values === null) return '';
  const value: unknown = Object.hasOwn(values, name) ? Reflect.get(values, name) : '';
  return typeof value === 'string' ? value.trim() : '';
}

/** The day in the boxes, null when they are empty. Only for a form that has passed `checkDate`. */
export function dayIn(values: unknown, name: string): string | null {
  const reading = readDate(boxesOf(values, name), name);
  return reading.ok ? reading.day : null;
}
