import { addDays, formatMonth } from '#scoring/calendar/iso-day.ts';
import { addMonths, listMonths } from '#scoring/calendar/iso-month.ts';
import { measured, notMeasured, type Measurement } from './measure-result.ts';

export interface CaseloadClient {
  enrolledOn: string;
  /** The day the client's case was closed, or null while it is open. */
  closedOn: string | null;
  /** Days of contacts with the client, in any order. */
  contactDays: readonly string[];
}

/** Clients and staff of a team at the end of one month. */
export interface MonthEndCaseload {
  month: string;
  activeClients: number;
  /** Full-time equivalents of the employment specialists. */
  specialistFte: number;
  /** The share of full time in which a leader carries a caseload; 0 when none does. */
  leaderCaseloadFte: number;
}

/**
 * How many clients are active on a day: open, with a contact in the last 28 days.
 *
 * For: the month ends of caseload size (item 1).
 * Formula: enrolled on or before the day, not closed on or before it, and a contact on the day or one of
 * the 27 days before it. Looking for work and in work both count.
 * @param clients clients of the team
 * @param day ISO day, a month's last day
 * @returns whole number of clients
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "How a number meets a band". Checked: both sides of every edge.
 */
export function activeClientsOn(clients: readonly CaseloadClient[], day: string): number {
  const first = addDays(day, -27);
  return clients.filter(
    ({ enrolledOn, closedOn, contactDays }) =>
      enrolledOn <= day &&
      (closedOn === null || closedOn > day) &&
      contactDays.some((contact) => first <= contact && contact <= day),
  ).length;
}

/**
 * Caseload size, the measured number of item 1: active clients per full-time employment specialist.
 *
 * For: the proposal of item 1.
 * Formula: sum of active clients over six month ends / sum of full-time equivalents (specialists and a
 * leader's own caseload share) over the same month ends.
 * @param monthEnds one row a month; other months than the six are left aside
 * @param lastMonth ISO month of the last of the six month ends
 * @returns clients per full-time equivalent on `cases` client-months, `part` and `whole` being means of the
 *   month ends; or 'too-few' naming what is missing
 * @throws RangeError for a month given twice, or numbers below 0
 * Source: fidelity scale facts, "How a number meets a band", item 1. Checked: by hand.
 */
export function caseloadSize(
  monthEnds: readonly MonthEndCaseload[],
  lastMonth: string,
): Measurement {
  const months = listMonths(addMonths(lastMonth, -5), lastMonth);
  const used = monthEnds.filter(({ month }) => months.includes(month));
  if (new Set(used.map(({ month }) => month)).size !== used.length) {
    throw new RangeError('caseloadSize: each month must be given once');
  }
  if (
    used.some(
      (row) => !(Math.min(row.activeClients, row.specialistFte, row.leaderCaseloadFte) >= 0),
    )
  ) {
    throw new RangeError('caseloadSize: clients and full-time equivalents must be 0 or more');
  }
  const clients = used.reduce((sum, row) => sum + row.activeClients, 0);
  const missing = months.filter((month) => !used.some((row) => row.month === month));
  if (missing.length > 0) {
    return notMeasured(`Month ends missing: ${missing.map(formatMonth).join(', ')}.`, clients);
  }
  const fte = used.reduce((sum, row) => sum + row.specialistFte + row.leaderCaseloadFte, 0);
  if (fte === 0) return notMeasured('No employment specialist in these six months.', clients);
  const parts = { part: clients / months.length, whole: fte / months.length };
  return measured(clients / fte, parts, clients);
}
