import { daysBetween, isIsoDay, weekday } from '#scoring/calendar/iso-day.ts';

/** From `fromDay` on, the specialist works this many full-time equivalents, until the next pattern. */
export interface WorkingPattern {
  fromDay: string;
  fte: number;
}

/** A day of leave; part 1 is the whole day, 0.5 half of it. */
export interface LeaveDay {
  day: string;
  part: number;
}

export interface WorkingWeeksInput {
  patterns: readonly WorkingPattern[];
  leave: readonly LeaveDay[];
  /** ISO days of the bank holidays of England. */
  bankHolidays: ReadonlySet<string> | readonly string[];
  employedFrom: string;
  /** Last day of employment, or null while it goes on. */
  employedTo: string | null;
  /** First day of the window. */
  from: string;
  /** Last day of the window, included. */
  to: string;
}

function requireDay(day: string, what: string): void {
  if (!isIsoDay(day)) {
    throw new RangeError(`workingWeeks: ${what} must be a day written YYYY-MM-DD, not "${day}"`);
  }
}

function requireInput(input: WorkingWeeksInput): void {
  requireDay(input.from, 'the first day of the window');
  requireDay(input.to, 'the last day of the window');
  requireDay(input.employedFrom, 'the first day of employment');
  if (input.employedTo !== null) requireDay(input.employedTo, 'the last day of employment');
  if (input.to < input.from) {
    throw new RangeError('workingWeeks: the last day of the window must not be before the first');
  }
  for (const { fromDay, fte } of input.patterns) {
    requireDay(fromDay, 'the first day of a working pattern');
    if (!(fte >= 0 && fte <= 1.5)) {
      throw new RangeError(`workingWeeks: full-time equivalents must be from 0 to 1.5, not ${fte}`);
    }
  }
  for (const { day, part } of input.leave) {
    requireDay(day, 'a day of leave');
    if (!(part > 0 && part <= 1)) {
      throw new RangeError(
        `workingWeeks: a day of leave must have a part above 0 and up to 1, not ${part}`,
      );
    }
  }
}

/** Weekdays from one day to another, both included, counted without stepping through them. */
function weekdaysBetween(from: string, to: string): number {
  const days = daysBetween(from, to) + 1;
  const wholeWeeks = Math.floor(days / 7);
  let rest = 0;
  for (let step = wholeWeeks * 7; step < days; step += 1) {
    if ((weekday(from) - 1 + step) % 7 < 5) rest += 1;
  }
  return wholeWeeks * 5 + rest;
}

/** Weekdays from one day to another that are no bank holiday; none when the window is empty. */
function workingDays(from: string, to: string, holidays: readonly string[]): number {
  if (to < from) return 0;
  const free = holidays.filter((day) => from <= day && day <= to && weekday(day) <= 5).length;
  return weekdaysBetween(from, to) - free;
}

function earlier(first: string, second: string): string {
  return first < second ? first : second;
}

function later(first: string, second: string): string {
  return first > second ? first : second;
}

/** Days of leave in the window; leave on a weekend or a bank holiday takes nothing away twice. */
function leaveDays(
  leave: readonly LeaveDay[],
  from: string,
  to: string,
  holidays: ReadonlySet<string>,
): number {
  const byDay = new Map<string, number>();
  for (const { day, part } of leave) {
    if (day < from || day > to || weekday(day) > 5 || holidays.has(day)) continue;
    byDay.set(day, Math.min(1, (byDay.get(day) ?? 0) + part));
  }
  return [...byDay.values()].reduce((sum, part) => sum + part, 0);
}

/**
 * The working weeks of one employment specialist in a window: the denominator of every contact rate.
 *
 * For: a rate that is fair to part-time work, leave, bank holidays, starters and leavers.
 * Formula: sum over the window's days of (FTE in force x [weekday and not a bank holiday] / 5), minus
 * leave days / 5; never below 0. Before the first pattern and outside employment the FTE is 0. A day of
 * leave is a day the specialist would have worked, so it is not multiplied by the FTE; leave on a
 * weekend, a bank holiday or outside employment takes nothing away.
 * @param input patterns (FTE 0 to 1.5), leave in days, bank holidays, employment and window as ISO days
 * @returns full-time working weeks, 0 or more; 1 is five weekdays of a full-time specialist
 * @throws RangeError for a day that is none, a window that ends before it starts, an FTE outside 0 to
 *   1.5, a part of leave outside 0 to 1
 * Source: outcome definitions, section 8. Checked: its example (FTE 0.6, four weeks, one bank holiday:
 * 2.28, less two leave days: 1.88) and, over random input, against a day-by-day count.
 */
export function workingWeeks(input: WorkingWeeksInput): number {
  requireInput(input);
  const holidays = [...new Set(input.bankHolidays)];
  const from = later(input.from, input.employedFrom);
  const to = earlier(input.to, input.employedTo ?? input.to);
  if (to < from) return 0;
  const patterns = [...input.patterns].sort((a, b) =>
    a.fromDay === b.fromDay ? 0 : a.fromDay < b.fromDay ? -1 : 1,
  );
  let fullTimeDays = 0;
  patterns.forEach((pattern, index) => {
    const next = patterns[index + 1];
    const start = later(from, pattern.fromDay);
    const days = workingDays(start, to, holidays);
    const daysUnderNext =
      next === undefined ? 0 : workingDays(later(start, next.fromDay), to, holidays);
    fullTimeDays += pattern.fte * (days - daysUnderNext);
  });
  const leave = leaveDays(input.leave, from, to, new Set(holidays));
  return Math.max(0, (fullTimeDays - leave) / 5);
}
