import { addDays, daysBetween, weekday } from '#scoring/calendar/iso-day.ts';
import { bankHolidayDaysEngland } from '#scoring/employers/bank-holidays-england.ts';

import { RECORDS_FROM, RECORDS_TO } from './demo-constants.ts';

/** Days of the records as numbers, 0 for the first: adding to them costs nothing, and half a million are added up. */
export const LAST_DAY = daysBetween(RECORDS_FROM, RECORDS_TO);

/** Long enough for support, next steps and jobs that run on after the demo day. */
const LAST_WORKED_OUT = LAST_DAY + 690;
const isoDays: readonly string[] = Array.from({ length: LAST_WORKED_OUT + 10 }, (_, day) =>
  addDays(RECORDS_FROM, day),
);

const workingDays: readonly boolean[] = isoDays.map(
  (day) => weekday(day) <= 5 && !bankHolidayDaysEngland.has(day),
);

/** Number of a day; negative before the records begin. */
export function dayNumber(day: string): number {
  return daysBetween(RECORDS_FROM, day);
}

export function isoDay(day: number): string {
  return isoDays[day] ?? addDays(RECORDS_FROM, day);
}

/** Monday to Friday, bank holidays left out. */
export function isWorkingDay(day: number): boolean {
  return workingDays[day] ?? false;
}

/** The day itself or the first working day after it. */
export function workingDayFrom(day: number): number {
  if (!Number.isInteger(day) || day < 0 || day >= LAST_WORKED_OUT) {
    throw new RangeError(`workingDayFrom: day ${day} lies outside the demo's calendar`);
  }
  let next = day;
  while (!isWorkingDay(next)) next += 1;
  return next;
}

/** A time stamp in working hours, told apart by the hour. */
export function momentOf(day: number, hour = 15): string {
  return `${isoDay(day)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
}
