import { addCalendarMonths, monthOf } from '#scoring/calendar/iso-day.ts';
import { firstDayOfMonth, lastDayOfMonth, listMonths } from '#scoring/calendar/iso-month.ts';
import type { ClientJobEntries } from './client-job-entries.ts';
import { jobEntryVersionOn, type JobEntryDefinition } from './job-entry-definitions.ts';
import { jobEntryRate, type RateResult } from './job-entry-rate.ts';

export interface MonthlyJobEntryRate {
  /** ISO month of engagement. */
  month: string;
  rate: RateResult;
}

export interface MonthlyJobEntryRates {
  /** Calendar months from engagement in which a start counts. */
  windowMonths: number;
  /** In order of engagement, from the first month in which anybody engaged. */
  months: MonthlyJobEntryRate[];
}

/**
 * The share of clients with a job start within so many months of engagement, by the month in which they engaged.
 *
 * For: the control chart of job entries. Every month's clients have had the same time to find work, so that months can
 * be held against each other, which months of a rate over a running period cannot.
 * Formula: jobEntryRate of the definition over the clients engaged in each month. A month counts once the window of
 * whoever engaged on its last day has passed: a month of which only the first days count would be another group.
 * @param definition one that counts starts within months of engagement, on the count date
 * @param clients the team's clients with all their job entries
 * @param countDate day up to which records are counted, ISO
 * @returns the rate of each month, 'none' where nobody engaged; no months where nobody's window has passed
 * @throws RangeError for another kind of definition, a day that is none
 * Source: outcome definitions, sections 4 and 13; by month (ours). Checked: by clients written out by hand at the edges
 * of window and month; the months add up to jobEntryRate of all their clients.
 */
export function monthlyJobEntryRates(
  definition: JobEntryDefinition,
  clients: readonly ClientJobEntries[],
  countDate: string,
): MonthlyJobEntryRates {
  const { rule } = jobEntryVersionOn(definition, countDate);
  if (rule.kind !== 'within-months-of-engagement') {
    throw new RangeError(
      `monthlyJobEntryRates: ${definition.key} does not count from engagement, so that months cannot be compared`,
    );
  }
  const { windowMonths } = rule;
  const isOver = (month: string): boolean =>
    addCalendarMonths(lastDayOfMonth(month), windowMonths) <= countDate;
  const engaged = clients.flatMap((client) =>
    client.engagementDate === null ? [] : [{ client, month: monthOf(client.engagementDate) }],
  );
  const thisMonth = monthOf(countDate);
  const first = engaged.map(({ month }) => month).reduce((a, b) => (b < a ? b : a), thisMonth);
  return {
    windowMonths,
    months: listMonths(first, thisMonth)
      .filter(isOver)
      .map((month) => {
        const inMonth = engaged.filter((entry) => entry.month === month);
        const window = { from: firstDayOfMonth(month), to: lastDayOfMonth(month), countDate };
        const rate = jobEntryRate(
          definition,
          inMonth.map(({ client }) => client),
          window,
        );
        return { month, rate };
      }),
  };
}
