import { monthOf } from '#scoring/calendar/iso-day.ts';
import { firstDayOfMonth, lastDayOfMonth, listMonths } from '#scoring/calendar/iso-month.ts';
import { contactRate, type ContactRate } from './contact-rate.ts';
import type { DailyContactCounts, SpecialistEmployment } from './team-contact-rates.ts';
import { workingWeeks } from './working-weeks.ts';

export interface MonthlyContactRate {
  /** ISO month. */
  month: string;
  strict: ContactRate;
  allModes: ContactRate;
}

/**
 * A team's employer contacts a working week, month by month.
 *
 * For: the control chart of contacts. A month is long enough for the counts of a few specialists to carry a rate.
 * Formula: for each calendar month the contacts of the listed specialists / the sum of their working weeks, strict and
 * all modes. The first month is that of the first contact and begins on its day: what was not yet recorded is not
 * counted as work without contacts.
 * @param specialists employment of each specialist of the team
 * @param counts contacts by specialist and day; of those not listed they are left out
 * @param bankHolidays ISO days of the bank holidays of England
 * @param lastMonth ISO month up to which rates are wanted, over by the time of counting
 * @returns every month from the first contact's to the last, in order, 'too-few' where there were under 0.5 working
 *   weeks; none without a contact by then
 * @throws RangeError for a day or month that is none, counts below 0 or not whole
 * Source: outcome definitions, section 8. Checked: worked example by hand; over random months against workingWeeks of
 * the whole stretch, sums against parts.
 */
export function monthlyContactRates(
  specialists: readonly SpecialistEmployment[],
  counts: readonly DailyContactCounts[],
  bankHolidays: ReadonlySet<string> | readonly string[],
  lastMonth: string,
): MonthlyContactRate[] {
  const listed = new Set(specialists.map(({ specialistId }) => specialistId));
  const end = lastDayOfMonth(lastMonth);
  const own = counts
    .filter(({ specialistId, day }) => listed.has(specialistId) && day <= end)
    .map((count) => ({ ...count, month: monthOf(count.day) }));
  if (own.length === 0) return [];
  const first = own.map(({ day }) => day).reduce((a, b) => (b < a ? b : a), end);
  const holidays = new Set(bankHolidays);
  return listMonths(monthOf(first), lastMonth).map((month) => {
    const from = month === monthOf(first) ? first : firstDayOfMonth(month);
    const to = lastDayOfMonth(month);
    const weeks = sum(
      specialists.map((person) => workingWeeks({ ...person, bankHolidays: holidays, from, to })),
    );
    const inMonth = own.filter((count) => count.month === month);
    return {
      month,
      strict: contactRate(sum(inMonth.map(({ strict }) => strict)), weeks),
      allModes: contactRate(sum(inMonth.map(({ allModes }) => allModes)), weeks),
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
