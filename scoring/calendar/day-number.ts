import { daysBetween } from './iso-day.ts';

const FIRST_DAY = '1970-01-01';

/**
 * A day as a whole number that grows by one from day to day.
 *
 * For: lengths and overlaps of many periods, where adding and comparing whole numbers is quick and exact.
 * Formula: days since 1 January 1970, which is 0; earlier days are negative.
 * @param day ISO day
 * @returns a whole number
 * @throws RangeError for a day that is none
 * Source: calendar arithmetic. Checked: differences are those of daysBetween.
 */
export function dayNumber(day: string): number {
  return daysBetween(FIRST_DAY, day);
}
