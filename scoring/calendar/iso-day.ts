/**
 * Days as ISO strings ('2026-03-27'). All arithmetic goes through UTC, so that summer time never
 * moves a day; nothing here reads a clock. Strings compare in calendar order, so `a <= b` is enough
 * to compare two days.
 *
 * Method: proleptic Gregorian calendar of ECMAScript's Date in UTC, years 0001 to 9999.
 * Checked against the leap-year rule and the month-end examples of the outcome definitions
 * (31 August 2020 + 18 months = 28 February 2022).
 */

const millisecondsPerDay = 86_400_000;
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Milliseconds of midnight UTC. Date.UTC reads years 0 to 99 as 1900 to 1999, hence the setter. */
function utcMidnight(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function parseDay(day: string): { year: number; month: number; dayOfMonth: number } | undefined {
  const match = dayPattern.exec(day);
  if (match === null) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return { year, month, dayOfMonth };
}

function partsOf(day: string, caller: string): { year: number; month: number; dayOfMonth: number } {
  const parts = parseDay(day);
  if (parts === undefined) {
    throw new RangeError(
      `${caller}: a day must be a real calendar day written YYYY-MM-DD, not "${day}"`,
    );
  }
  return parts;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function dayFromMilliseconds(milliseconds: number, caller: string): string {
  const year = new Date(milliseconds).getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) {
    throw new RangeError(`${caller}: the result must lie in the years 0001 to 9999`);
  }
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function requireWhole(value: number, caller: string, what: string): void {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${caller}: ${what} must be a whole number, not ${value}`);
  }
}

/**
 * Whether a text is a real calendar day written YYYY-MM-DD.
 *
 * For: checking typed and imported dates before any arithmetic.
 * @param day any text
 * @returns true for '2024-02-29', false for '2023-02-29', '2023-2-9' and ''
 * Errors: none. Source: ISO 8601 calendar dates. Checked: leap years by rule, property tests.
 */
export function isIsoDay(day: string): boolean {
  return parseDay(day) !== undefined;
}

/**
 * The day a number of days later (or earlier, when negative).
 *
 * For: windows and due dates. Formula: day + days, counted in whole days of UTC.
 * @param day ISO day
 * @param days whole number of days, may be negative
 * @returns ISO day
 * @throws RangeError for a day that is none, days that are not whole, or a result outside years 1 to 9999
 * Source: calendar arithmetic. Checked: inverse of daysBetween over random days.
 */
export function addDays(day: string, days: number): string {
  const { year, month, dayOfMonth } = partsOf(day, 'addDays');
  requireWhole(days, 'addDays', 'days');
  return dayFromMilliseconds(
    utcMidnight(year, month, dayOfMonth) + days * millisecondsPerDay,
    'addDays',
  );
}

/**
 * Whole days from one day to another: 0 for the same day, negative when `to` is earlier.
 *
 * For: days to a first contact or job, lengths of a window (which has daysBetween + 1 days).
 * Formula: to - from.
 * @param from ISO day
 * @param to ISO day
 * @returns days, a whole number
 * @throws RangeError for a day that is none
 * Source: calendar arithmetic. Checked: inverse of addDays over random days.
 */
export function daysBetween(from: string, to: string): number {
  const start = partsOf(from, 'daysBetween');
  const end = partsOf(to, 'daysBetween');
  const milliseconds =
    utcMidnight(end.year, end.month, end.dayOfMonth) -
    utcMidnight(start.year, start.month, start.dayOfMonth);
  return Math.round(milliseconds / millisecondsPerDay);
}

/**
 * The same day of the month a number of calendar months later, held to that month's last day.
 *
 * For: follow-up of 9 and 18 calendar months, fidelity reviews at most 24 months old.
 * Formula: 31 August 2020 + 18 months = 28 February 2022 (held, never run over into March).
 * @param day ISO day
 * @param months whole number of months, may be negative
 * @returns ISO day
 * @throws RangeError for a day that is none, months that are not whole, or a result outside years 1 to 9999
 * Source: outcome definitions, section 2. Checked: that example, leap days, property tests.
 */
export function addCalendarMonths(day: string, months: number): string {
  const { year, month, dayOfMonth } = partsOf(day, 'addCalendarMonths');
  requireWhole(months, 'addCalendarMonths', 'months');
  const target = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  const held = Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth));
  return dayFromMilliseconds(utcMidnight(targetYear, targetMonth, held), 'addCalendarMonths');
}

/**
 * The day of the week, 1 for Monday to 7 for Sunday.
 *
 * For: working days and weeks.
 * @param day ISO day
 * @returns 1 to 7
 * @throws RangeError for a day that is none
 * Source: ISO 8601 week days. Checked: 1 January 2026 is a Thursday; steps of one over random days.
 */
export function weekday(day: string): number {
  const { year, month, dayOfMonth } = partsOf(day, 'weekday');
  return new Date(utcMidnight(year, month, dayOfMonth)).getUTCDay() || 7;
}

/**
 * The Monday of the week (Monday to Sunday) a day lies in.
 *
 * For: grouping contacts by week.
 * @param day ISO day
 * @returns ISO day of that Monday, the day itself when it is one
 * @throws RangeError for a day that is none
 * Source: ISO 8601 weeks. Checked: property test that it is a Monday at most six days earlier.
 */
export function startOfWeek(day: string): string {
  return addDays(day, 1 - weekday(day));
}

/**
 * The month a day lies in, written YYYY-MM.
 *
 * @param day ISO day
 * @returns ISO month
 * @throws RangeError for a day that is none
 * For: monthly returns. Source: ISO 8601. Checked: by example.
 */
export function monthOf(day: string): string {
  partsOf(day, 'monthOf');
  return day.slice(0, 7);
}

/**
 * A day as the product prints it: '27 March 2026'.
 *
 * For: every date a person reads.
 * @param day ISO day
 * @returns day of the month without a leading zero, month in full, year
 * @throws RangeError for a day that is none
 * Source: GOV.UK style for dates. Checked: by example.
 */
export function formatDay(day: string): string {
  const { year, month, dayOfMonth } = partsOf(day, 'formatDay');
  return `${dayOfMonth} ${monthNames[month - 1] ?? ''} ${year}`;
}

/**
 * A month as the product prints it: 'March 2026'.
 *
 * For: headings of monthly returns.
 * @param month ISO month YYYY-MM
 * @returns month in full and year
 * @throws RangeError for a month that is none
 * Source: GOV.UK style for dates. Checked: by example.
 */
export function formatMonth(month: string): string {
  const { year, month: number } = partsOf(`${month}-01`, 'formatMonth');
  return `${monthNames[number - 1] ?? ''} ${year}`;
}
