import { addDays, daysBetween, weekday } from '#scoring/calendar/iso-day.ts';

/** The longest leave that can be entered at once: a year. */
export const longestLeave = 366;

/** Monday to Friday from the first to the last day, bank holidays left out: the days that leave takes away. */
export function leaveDays(
  firstDay: string,
  lastDay: string,
  bankHolidays: ReadonlySet<string>,
): string[] {
  const length = daysBetween(firstDay, lastDay) + 1;
  return Array.from({ length }, (_, step) => addDays(firstDay, step)).filter(
    (day) => weekday(day) <= 5 && !bankHolidays.has(day),
  );
}
