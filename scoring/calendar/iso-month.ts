import { addCalendarMonths, addDays, isIsoDay } from './iso-day.ts';

function firstDay(month: string, caller: string): string {
  if (!isIsoMonth(month)) {
    throw new RangeError(`${caller}: a month must be written YYYY-MM, not "${month}"`);
  }
  return `${month}-01`;
}

/**
 * Whether a text is a calendar month written YYYY-MM.
 *
 * For: checking typed and imported months.
 * @param month any text
 * @returns true for '2026-03', false for '2026-13' and '2026-3'
 * Errors: none. Source: ISO 8601. Checked: by example and property tests.
 */
export function isIsoMonth(month: string): boolean {
  return month.length === 7 && isIsoDay(`${month}-01`);
}

/**
 * The first day of a month.
 *
 * @param month ISO month
 * @returns ISO day
 * @throws RangeError for a month that is none
 * For: windows by month. Source: calendar. Checked: by example.
 */
export function firstDayOfMonth(month: string): string {
  return firstDay(month, 'firstDayOfMonth');
}

/**
 * The last day of a month.
 *
 * @param month ISO month
 * @returns ISO day, 28 to 31
 * @throws RangeError for a month that is none
 * For: monthly returns, which describe a team as at the month's last day. Source: calendar.
 * Checked: the day after it is the first of the next month, over random months.
 */
export function lastDayOfMonth(month: string): string {
  return addDays(addCalendarMonths(firstDay(month, 'lastDayOfMonth'), 1), -1);
}

/**
 * The month a number of months later (or earlier, when negative).
 *
 * @param month ISO month
 * @param months whole number
 * @returns ISO month
 * @throws RangeError for a month that is none or months that are not whole
 * For: six month ends, previous months. Source: calendar. Checked: inverse of monthsBetween.
 */
export function addMonths(month: string, months: number): string {
  return addCalendarMonths(firstDay(month, 'addMonths'), months).slice(0, 7);
}

/**
 * Whole months from one month to another: 0 for the same month, negative when `to` is earlier.
 *
 * @param from ISO month
 * @param to ISO month
 * @returns months, a whole number
 * @throws RangeError for a month that is none
 * For: how late a return is. Formula: 12 x difference of years + difference of months.
 * Source: calendar. Checked: inverse of addMonths.
 */
export function monthsBetween(from: string, to: string): number {
  firstDay(from, 'monthsBetween');
  firstDay(to, 'monthsBetween');
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(to) - count(from);
}

/**
 * All months from the first to the last, both included.
 *
 * @param first ISO month
 * @param last ISO month, not before the first
 * @returns ISO months in order
 * @throws RangeError for a month that is none, or a last month before the first
 * For: naming the months a team has not returned. Source: calendar. Checked: by example.
 */
export function listMonths(first: string, last: string): string[] {
  const steps = monthsBetween(first, last);
  if (steps < 0) {
    throw new RangeError(
      `listMonths: the last month ${last} must not be before the first ${first}`,
    );
  }
  return Array.from({ length: steps + 1 }, (_, step) => addMonths(first, step));
}
