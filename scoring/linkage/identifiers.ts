import { isIsoDay } from '#scoring/calendar/iso-day.ts';

/** What a person is matched by, as it was written somewhere. */
export interface WrittenIdentifiers {
  readonly initials: string;
  readonly dateOfBirth: string;
  readonly postcode: string;
  readonly nationalInsuranceNumber: string;
}

/**
 * A National Insurance number in one form: two letters and six digits, capital, without spaces.
 *
 * For: the matcher and the extract's check of completeness. Rule (ours): the suffix letter is left out whether written or
 * not, since it only ever told the quarter of a card's issue and many people write the number without it; spaces, full
 * stops and hyphens are set aside. Letters are not checked against those in use: a rehearsal has none of them.
 * @param text as written
 * @returns eight characters, or null for what is no such number
 * Errors: none. Source: outcome definitions, section 14. Checked: by example, with and without suffix.
 */
export function nationalInsuranceNumber(text: string): string | null {
  const plain = text.toUpperCase().replaceAll(/[\s.-]/g, '');
  return /^[A-Z]{2}\d{6}[A-D]?$/.test(plain) ? plain.slice(0, 8) : null;
}

/**
 * A postcode in one form: capital, without spaces.
 *
 * @param text as written; any spaces
 * @returns five to seven characters, or null for what has not the shape of a postcode
 * For: the matcher. Rule: one or two letters, a digit, perhaps a digit or letter, then a digit and two letters.
 * Errors: none. Source: outcome definitions, section 14. Checked: every shape in use by example.
 */
export function postcode(text: string): string | null {
  const plain = text.toUpperCase().replaceAll(/[\s.]/g, '');
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain) ? plain : null;
}

/**
 * A date of birth as an ISO day.
 *
 * @param text 1985-03-07, or 07/03/1985 with the day first; strokes, full stops or hyphens, spaces anywhere
 * @returns the day, or null for a day that is none
 * For: the matcher. Rule: ISO where the year comes first, else day, month, year; a year has four digits.
 * Errors: none. Source: outcome definitions, section 14. Checked: both orders, 31 February.
 */
export function dateOfBirth(text: string): string | null {
  const plain = text.replaceAll(/\s/g, '');
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain) ?? [];
  const iso =
    day === undefined || month === undefined || year === undefined
      ? plain
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDay(iso) ? iso : null;
}

/** Initials as capital letters alone: "J. P." and "jp" are the same. */
export function initials(text: string): string {
  return text.toUpperCase().replaceAll(/[^\p{L}]/gu, '');
}
