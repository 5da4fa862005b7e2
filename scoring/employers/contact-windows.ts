import { addDays, startOfWeek } from '#scoring/calendar/iso-day.ts';

export const contactWindowWeeks = [1, 4, 12] as const;

export type ContactWindowWeeks = (typeof contactWindowWeeks)[number];

/** Whole calendar weeks, from a Monday to a Sunday, both included. */
export interface ContactWindow {
  weeks: ContactWindowWeeks;
  from: string;
  to: string;
}

/**
 * The windows of the contact rates: 1, 4 and 12 calendar weeks ending on the last complete week.
 *
 * For: rates that do not dip because the present week is young. A Sunday is still part of its week, so
 * on a Sunday the last complete week is the one before.
 * Formula: to = the Sunday before the week of `today`; from = to - 7 x weeks + 1 day.
 * @param today ISO day
 * @returns three windows, shortest first
 * @throws RangeError for a day that is none
 * Source: outcome definitions, section 8. Checked: by example and by property over random days.
 */
export function contactWindows(today: string): ContactWindow[] {
  const thisMonday = startOfWeek(today);
  return contactWindowWeeks.map((weeks) => ({
    weeks,
    from: addDays(thisMonday, -7 * weeks),
    to: addDays(thisMonday, -1),
  }));
}
