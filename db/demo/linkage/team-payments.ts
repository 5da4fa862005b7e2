import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';

import type { JobEntriesTable } from '../../schema/work.ts';

const HOURLY_PENCE = 1271;
const WEEKS_A_MONTH = 52 / 12;
/** Pence a month from which something is due, and the share of what is above: plausible, of no tax year. */
const due = {
  incomeTax: { from: 104_750, share: 0.2 },
  employeeNi: { from: 104_750, share: 0.08 },
  employerNi: { from: 41_700, share: 0.15 },
};

function poundsDue(pay: number, { from, share }: (typeof due)['incomeTax']): number {
  return Math.round(Math.max(0, pay - from) * share) / 100;
}

/** What a job leaves in the tax records up to a day: a payment on the 28th of each month that begins in it. */
export function paymentsOfJob(
  { startDate, endDate, hoursPerWeek }: JobEntriesTable,
  lastDay: string,
): Contribution[] {
  const pay = HOURLY_PENCE * (hoursPerWeek ?? 16) * WEEKS_A_MONTH;
  const amounts = {
    incomeTax: poundsDue(pay, due.incomeTax),
    employeeNi: poundsDue(pay, due.employeeNi),
    employerNi: poundsDue(pay, due.employerNi),
  };
  const payments: Contribution[] = [];
  const last = endDate === null || endDate > lastDay ? lastDay : endDate;
  const first = `${startDate.slice(0, 7)}-28`;
  for (let month = 0; ; month += 1) {
    const paymentDate = addCalendarMonths(first, month);
    if (paymentDate > last) return payments;
    if (paymentDate >= startDate) payments.push({ paymentDate, ...amounts });
  }
}
