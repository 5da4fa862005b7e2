import { isIsoMonth } from '#scoring/calendar/iso-month.ts';
import { meetingBands, type MeetingBandField } from './meeting-bands.ts';

/** What a team returns for a month, as at the month's last day. */
export interface MeetingReturn {
  month: string;
  clientsOnBooks: number;
  /** Meetings held in the month. */
  meetingsHeld: number;
  /** Clients on the books by meetings since enrolment: the five bands. */
  clientsWith0: number;
  clientsWith1To4: number;
  clientsWith5To8: number;
  clientsWith9To12: number;
  clientsWith13OrMore: number;
  /** Meetings since enrolment of all clients on the books, where the form asks for it. */
  meetingsSinceEnrolment?: number | null | undefined;
}

export type MeetingReturnField =
  'month' | 'clientsOnBooks' | 'meetingsHeld' | 'meetingsSinceEnrolment' | MeetingBandField;

export interface MeetingReturnProblem {
  field: MeetingReturnField;
  message: string;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function countProblems(given: MeetingReturn): MeetingReturnProblem[] {
  const counts: [MeetingReturnField, string, number][] = [
    ['clientsOnBooks', 'Clients on the books', given.clientsOnBooks],
    ['meetingsHeld', 'Meetings held in the month', given.meetingsHeld],
    ...meetingBands.map(({ field, label }): [MeetingReturnField, string, number] => [
      field,
      `Clients with ${label} meetings`,
      given[field],
    ]),
  ];
  if (given.meetingsSinceEnrolment != null) {
    counts.push([
      'meetingsSinceEnrolment',
      'Meetings since enrolment',
      given.meetingsSinceEnrolment,
    ]);
  }
  return counts
    .filter(([, , value]) => !isCount(value))
    .map(([field, name]) => ({ field, message: `${name} must be a whole number, 0 or more` }));
}

/** The total must be possible with the bands: at least every band's low end, at most its high end. */
function totalProblems(given: MeetingReturn): MeetingReturnProblem[] {
  const total = given.meetingsSinceEnrolment;
  if (total == null) return [];
  const bounds = meetingBands.map(({ field, from, to }) => {
    const clients = given[field];
    return { least: clients * from, most: clients === 0 ? 0 : clients * (to ?? Infinity) };
  });
  const least = bounds.reduce((sum, bound) => sum + bound.least, 0);
  const most = bounds.reduce((sum, bound) => sum + bound.most, 0);
  if (total >= least && total <= most) return [];
  const range = most === Infinity ? `${least} or more` : `from ${least} to ${most}`;
  return [
    {
      field: 'meetingsSinceEnrolment',
      message: `Meetings since enrolment must fit the bands: ${range}, not ${total}`,
    },
  ];
}

/**
 * What is wrong with a monthly return.
 *
 * For: refusing a return that cannot be right, on the form and at import.
 * Rules: the month is written YYYY-MM; every count is a whole number of 0 or more; the five bands add up
 * to the clients on the books; a total of meetings since enrolment is possible with the bands.
 * @param given the return
 * @returns field and message for each broken rule; empty when all hold
 * Errors: none. Source: outcome definitions, section 8. Checked: each rule broken by itself; returns made
 * from random meetings have no problem.
 */
export function meetingReturnProblems(given: MeetingReturn): MeetingReturnProblem[] {
  const problems: MeetingReturnProblem[] = [];
  if (!isIsoMonth(given.month)) {
    problems.push({ field: 'month', message: 'Month must be written YYYY-MM' });
  }
  const counts = countProblems(given);
  problems.push(...counts);
  if (counts.length > 0) return problems;
  const banded = meetingBands.reduce((sum, { field }) => sum + given[field], 0);
  if (banded !== given.clientsOnBooks) {
    problems.push({
      field: 'clientsOnBooks',
      message: `The five bands must add up to the clients on the books: they add up to ${banded}, not ${given.clientsOnBooks}`,
    });
  }
  problems.push(...totalProblems(given));
  return problems;
}
