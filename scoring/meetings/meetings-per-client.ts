import { listMonths } from '#scoring/calendar/iso-month.ts';
import { meetingBands, type MeetingBandKey } from './meeting-bands.ts';
import { meetingReturnProblems, type MeetingReturn } from './meeting-return.ts';

export interface MeetingBandShare {
  key: Exclude<MeetingBandKey, 'none'>;
  label: string;
  clients: number;
  /** Share (0 to 1) of the clients with at least one meeting; null when nobody has one. */
  share: number | null;
}

export interface MeetingBandShares {
  /** The last month returned in the period, which these are as at the end of. */
  month: string;
  clientsOnBooks: number;
  clientsWithMeetings: number;
  /** Clients without a meeting since enrolment, shown beside and in no share. */
  clientsWithoutMeetings: number;
  shares: MeetingBandShare[];
}

export interface MeanMeetingsSinceEnrolment {
  mean: number;
  clients: number;
  /** Where the number comes from. */
  basis: 'dated-meetings' | 'form-total';
}

export interface MeetingsPerClientMeasured {
  status: 'measured';
  /** Meetings held / clients on the books, over the months returned. */
  meetingsPerClientMonth: number;
  meetingsHeld: number;
  clientMonths: number;
  bandShares: MeetingBandShares;
  meanMeetingsSinceEnrolment: MeanMeetingsSinceEnrolment | null;
  monthsReturned: string[];
  monthsMissing: string[];
}

export interface MeetingsPerClientTooFew {
  status: 'too-few';
  reason: string;
  monthsReturned: string[];
  monthsMissing: string[];
}

export type MeetingsPerClient = MeetingsPerClientMeasured | MeetingsPerClientTooFew;

export interface MeetingsPerClientInput {
  returns: readonly MeetingReturn[];
  /** First and last month of the period, both included. */
  firstMonth: string;
  lastMonth: string;
  /** Meetings since enrolment of each client on the books at the period's end, where dated. */
  datedMeetingsByClient?: readonly number[] | undefined;
}

function bandSharesOf(last: MeetingReturn): MeetingBandShares {
  const clientsWithoutMeetings = last.clientsWith0;
  const clientsWithMeetings = last.clientsOnBooks - clientsWithoutMeetings;
  const shares = meetingBands.flatMap(({ key, field, label }) => {
    if (key === 'none') return [];
    const clients = last[field];
    return [
      {
        key,
        label,
        clients,
        share: clientsWithMeetings === 0 ? null : clients / clientsWithMeetings,
      },
    ];
  });
  return {
    month: last.month,
    clientsOnBooks: last.clientsOnBooks,
    clientsWithMeetings,
    clientsWithoutMeetings,
    shares,
  };
}

function meanSinceEnrolment(
  last: MeetingReturn,
  dated: readonly number[] | undefined,
): MeanMeetingsSinceEnrolment | null {
  if (dated !== undefined && dated.length > 0) {
    if (dated.some((meetings) => !Number.isInteger(meetings) || meetings < 0)) {
      throw new RangeError('meetingsPerClient: meetings of a client must be whole, 0 or more');
    }
    const sum = dated.reduce((total, meetings) => total + meetings, 0);
    return { mean: sum / dated.length, clients: dated.length, basis: 'dated-meetings' };
  }
  const { meetingsSinceEnrolment: total, clientsOnBooks: clients } = last;
  if (total == null || clients === 0) return null;
  return { mean: total / clients, clients, basis: 'form-total' };
}

function requireReturns(returns: readonly MeetingReturn[]): void {
  for (const given of returns) {
    const [problem] = meetingReturnProblems(given);
    if (problem !== undefined) {
      throw new RangeError(`meetingsPerClient: return of ${given.month}: ${problem.message}`);
    }
  }
  if (new Set(returns.map(({ month }) => month)).size !== returns.length) {
    throw new RangeError('meetingsPerClient: each month must be returned once');
  }
}

/**
 * How often a team meets its clients in a period.
 *
 * For: team pages, and the relation of meetings to job entry.
 * Formula: meetings per client-month = sum of meetings held / sum of clients on the books, over the months
 * returned. Band shares from the last month returned, over clients with at least one meeting, clients
 * without one beside. Mean meetings since enrolment from dated meetings, else from the form's total, else
 * null.
 * @param input monthly returns (others than the period's are left aside), first and last ISO month
 * @returns rates and shares with their counts and the months missing, or 'too-few' with a reason
 * @throws RangeError for a return that breaks a rule, a month returned twice, a period that ends before it
 *   starts
 * Source: outcome definitions, section 8. Checked: by hand, and shares add up to 1 over random returns.
 */
export function meetingsPerClient(input: MeetingsPerClientInput): MeetingsPerClient {
  const months = listMonths(input.firstMonth, input.lastMonth);
  const returns = input.returns
    .filter(({ month }) => months.includes(month))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  requireReturns(returns);
  const monthsReturned = returns.map(({ month }) => month);
  const monthsMissing = months.filter((month) => !monthsReturned.includes(month));
  const last = returns.at(-1);
  if (last === undefined) {
    const reason = 'No month of this period has been returned.';
    return { status: 'too-few', reason, monthsReturned, monthsMissing };
  }
  const meetingsHeld = returns.reduce((sum, row) => sum + row.meetingsHeld, 0);
  const clientMonths = returns.reduce((sum, row) => sum + row.clientsOnBooks, 0);
  if (clientMonths === 0) {
    const reason = 'No clients were on the books in the months returned.';
    return { status: 'too-few', reason, monthsReturned, monthsMissing };
  }
  return {
    status: 'measured',
    meetingsPerClientMonth: meetingsHeld / clientMonths,
    meetingsHeld,
    clientMonths,
    bandShares: bandSharesOf(last),
    meanMeetingsSinceEnrolment: meanSinceEnrolment(last, input.datedMeetingsByClient),
    monthsReturned,
    monthsMissing,
  };
}

/**
 * How many people the meetings per client and month are a mean over: clients on the books, on average over the months
 * returned, rounded down.
 *
 * For: a mean over few people is hidden from others. Formula: floor(client-months / months returned).
 * @param meetings what meetingsPerClient measured
 * @returns people, a whole number, at least 1 where anybody was on the books
 * Errors: none of its own.
 * Source: small-number rule (ours). Checked: by example.
 */
export function clientsBehindMeetings({
  clientMonths,
  monthsReturned,
}: Pick<MeetingsPerClientMeasured, 'clientMonths' | 'monthsReturned'>): number {
  return Math.max(1, Math.floor(clientMonths / monthsReturned.length));
}
