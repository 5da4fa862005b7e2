import { addDays, formatMonth, monthOf } from '#scoring/calendar/iso-day.ts';
import { addMonths, lastDayOfMonth, listMonths } from '#scoring/calendar/iso-month.ts';
import { activeClientsOn, caseloadSize, type MonthEndCaseload } from '../measure-caseload.ts';
import { someRecords, type RecordedItem } from './recorded-item.ts';
import {
  activeDays,
  fteOn,
  isOpenOn,
  type RecordedClient,
  type RecordedStaff,
} from './team-records.ts';

interface MonthEnd extends MonthEndCaseload {
  openWithoutContact: number;
}

const inRole = (staff: readonly RecordedStaff[], role: RecordedStaff['role'], day: string) =>
  staff
    .filter((person) => person.role === role)
    .reduce((sum, person) => sum + fteOn(person, day), 0);

/** undefined where the month end is not recorded: see recordedCaseload. */
function monthEnd(
  month: string,
  clients: readonly RecordedClient[],
  staff: readonly RecordedStaff[],
  openedOn: string,
): MonthEnd | undefined {
  const day = lastDayOfMonth(month);
  if (day < openedOn) return undefined;
  const open = clients.filter((client) => isOpenOn(client, day));
  const activeClients = activeClientsOn(
    open.map(({ enrolledOn, closedOn, meetings }) => ({
      enrolledOn,
      closedOn,
      contactDays: meetings.map(({ on }) => on),
    })),
    day,
  );
  if (open.length > 0 && activeClients === 0) return undefined;
  return {
    month,
    activeClients,
    openWithoutContact: open.length - activeClients,
    specialistFte: inRole(staff, 'employment-specialist', day),
    leaderCaseloadFte: inRole(staff, 'team-leader', day),
  };
}

/**
 * The last six month ends up to a day: the first and last month, and the days whose records they need.
 *
 * For: item 1, and for the query that reads its records.
 * Formula: the last month is that of the day when the day ends it, else the one before. The first day is 27
 * days before the first month end.
 * @param day ISO day
 * @returns ISO months and ISO days
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, item 1. Checked: the last day of a month and the one before it, by hand.
 */
export function caseloadWindow(day: string): {
  firstMonth: string;
  lastMonth: string;
  from: string;
  to: string;
} {
  const month = monthOf(day);
  const lastMonth = lastDayOfMonth(month) === day ? month : addMonths(month, -1);
  const firstMonth = addMonths(lastMonth, -5);
  const from = addDays(lastDayOfMonth(firstMonth), 1 - activeDays);
  return { firstMonth, lastMonth, from, to: lastDayOfMonth(lastMonth) };
}

/**
 * Caseload size as a team's own records tell it: item 1.
 *
 * For: the item page of a review.
 * Formula: caseloadSize over the six month ends up to the day. A specialist counts with the hours in force on
 * the month's last day, a leader's recorded hours are the share in which the leader carries a caseload. A month
 * end before the team opened, or with open clients of whom none has a dated contact in the 28 days before it, is
 * not recorded, rather than a month without active clients (ours): a team that returns its meetings as monthly
 * counts would else score 5.
 * @param clients clients of the team with their meetings
 * @param staff members of staff with their hours
 * @param times `openedOn`: the team's first day; `day`: the day to look back from, both ISO days
 * @returns clients per full-time equivalent, the six months one by one, and the fact a reviewer may take
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "How a number meets a band", item 1. Checked: by hand, edges included.
 */
export function recordedCaseload(
  clients: readonly RecordedClient[],
  staff: readonly RecordedStaff[],
  { openedOn, day }: { openedOn: string; day: string },
): RecordedItem {
  const { firstMonth, lastMonth, to } = caseloadWindow(day);
  const months = listMonths(firstMonth, lastMonth);
  const monthEnds = months.flatMap((month) => monthEnd(month, clients, staff, openedOn) ?? []);
  const measurement = caseloadSize(monthEnds, lastMonth);
  const left = monthEnds.reduce((sum, { openWithoutContact }) => sum + openWithoutContact, 0);
  return {
    measured: {
      label: 'Active clients per full-time employment specialist',
      suffix: '',
      measurement,
      made: 'divided',
      partLabel: 'active clients',
      wholeLabel: 'full-time equivalents, means of six month ends',
      from: lastDayOfMonth(firstMonth),
      to,
      unused: someRecords([
        {
          count: left,
          what: 'times a client was open at a month’s end without a contact in the 28 days before',
        },
      ]),
    },
    beside: [],
    breakdown: {
      caption: 'The six month ends',
      headings: ['Month end', 'Active', 'No contact', 'Full time'],
      rows: months.map((month) => {
        const row = monthEnds.find((end) => end.month === month);
        const numbers =
          row === undefined
            ? [null, null, null]
            : [
                row.activeClients,
                row.openWithoutContact,
                row.specialistFte + row.leaderCaseloadFte,
              ];
        return { label: formatMonth(month), numbers };
      }),
    },
    facts: measurement.status === 'measured' ? { measured: measurement.value } : null,
    cautions: [
      'A leader’s recorded hours count as the share in which the leader carries a caseload.',
      ...(monthEnds.length < months.length
        ? [
            'A month end counts as missing before the team opened, and where clients were open but no contact with any of them is dated in the 28 days before.',
          ]
        : []),
    ],
  };
}
