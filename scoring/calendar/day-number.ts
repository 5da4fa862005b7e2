import { isIsoDay } from './iso-day.ts';

const millisecondsPerDay = 86_400_000;

/**
 * A day as a whole number that grows by one from day to day.
 *
 * For: lengths and overlaps of many periods, where adding and comparing whole numbers is quick and exact.
 * Formula: days since 1 January 1970, which is 0; earlier days are negative.
 * @param day ISO day
 * @returns a whole number
 * @throws RangeError for a day that is none
 * Source: calendar arithmetic. Checked: differences are those of daysBetween (property test).
 */
export function dayNumber(day: string): number {
  if (!isIsoDay(day)) {
    throw new RangeError(`dayNumber: a day must be a real calendar day written YYYY-MM-DD`);
  }
  // A date without a time is read as midnight UTC, so the division has no remainder.
  return Date.parse(day) / millisecondsPerDay;
}
