import { isIsoDay } from './iso-day.ts';

/**
 * Calendar half-years, the periods in which teams are compared: '2026-H1' is January to June 2026,
 * '2026-H2' July to December 2026.
 */

const halfYearPattern = /^(\d{4})-H([12])$/;

function halfOf(halfYear: string, caller: string): { year: number; half: 1 | 2 } {
  const match = halfYearPattern.exec(halfYear);
  if (match === null || match[1] === '0000') {
    throw new RangeError(
      `${caller}: a half-year must be written like 2026-H1 or 2026-H2, not "${halfYear}"`,
    );
  }
  return { year: Number(match[1]), half: match[2] === '1' ? 1 : 2 };
}

function halfYearAt(position: number, caller: string): string {
  const year = Math.floor(position / 2);
  if (!(year >= 1 && year <= 9999)) {
    throw new RangeError(`${caller}: the result must lie in the years 0001 to 9999`);
  }
  return `${String(year).padStart(4, '0')}-H${(position % 2) + 1}`;
}

function position(halfYear: string, caller: string): number {
  const { year, half } = halfOf(halfYear, caller);
  return year * 2 + half - 1;
}

/**
 * Whether a text names a half-year.
 *
 * @param halfYear any text
 * @returns true for '2026-H1'
 * For: checking an address or a form. Errors: none. Source: our notation. Checked: by example.
 */
export function isHalfYear(halfYear: string): boolean {
  return halfYearPattern.test(halfYear) && !halfYear.startsWith('0000');
}

/**
 * The half-year a day lies in.
 *
 * @param day ISO day
 * @returns half-year, such as '2026-H1'
 * @throws RangeError for a day that is none
 * For: placing records in a period. Formula: months 1 to 6 first half, 7 to 12 second.
 * Source: definition of the period, outcome definitions section 8. Checked: lies within its bounds.
 */
export function halfYearOf(day: string): string {
  if (!isIsoDay(day)) {
    throw new RangeError(`halfYearOf: a day must be written YYYY-MM-DD, not "${day}"`);
  }
  return `${day.slice(0, 4)}-H${day.slice(5, 7) <= '06' ? 1 : 2}`;
}

/**
 * The first and last day of a half-year.
 *
 * @param halfYear such as '2026-H1'
 * @returns ISO days, both included: 1 January to 30 June or 1 July to 31 December
 * @throws RangeError for a half-year that is none
 * For: windows of queries. Source: calendar. Checked: by example.
 */
export function halfYearBounds(halfYear: string): { from: string; to: string } {
  const { half } = halfOf(halfYear, 'halfYearBounds');
  const year = halfYear.slice(0, 4);
  return half === 1
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` };
}

/**
 * The half-year before.
 *
 * @param halfYear such as '2026-H1'
 * @returns '2025-H2'
 * @throws RangeError for a half-year that is none
 * For: "previous period beside it". Source: calendar. Checked: inverse of nextHalfYear.
 */
export function previousHalfYear(halfYear: string): string {
  return halfYearAt(position(halfYear, 'previousHalfYear') - 1, 'previousHalfYear');
}

/**
 * The half-year after.
 *
 * @param halfYear such as '2025-H2'
 * @returns '2026-H1'
 * @throws RangeError for a half-year that is none
 * For: stepping through periods. Source: calendar. Checked: inverse of previousHalfYear.
 */
export function nextHalfYear(halfYear: string): string {
  return halfYearAt(position(halfYear, 'nextHalfYear') + 1, 'nextHalfYear');
}

/**
 * All half-years from the first to the last, both included.
 *
 * @param first half-year
 * @param last half-year, not before the first
 * @returns half-years in order
 * @throws RangeError for a half-year that is none, or a last one before the first
 * For: choosing a period, time series. Source: calendar. Checked: by example.
 */
export function listHalfYears(first: string, last: string): string[] {
  const start = position(first, 'listHalfYears');
  const end = position(last, 'listHalfYears');
  if (end < start) {
    throw new RangeError(
      `listHalfYears: the last, ${last}, must not be before the first, ${first}`,
    );
  }
  return Array.from({ length: end - start + 1 }, (_, step) =>
    halfYearAt(start + step, 'listHalfYears'),
  );
}

/**
 * A half-year as the product prints it: 'January to June 2026'.
 *
 * @param halfYear such as '2026-H1'
 * @returns words
 * @throws RangeError for a half-year that is none
 * For: headings. Source: GOV.UK style for dates. Checked: by example.
 */
export function formatHalfYear(halfYear: string): string {
  const { year, half } = halfOf(halfYear, 'formatHalfYear');
  return `${half === 1 ? 'January to June' : 'July to December'} ${year}`;
}
