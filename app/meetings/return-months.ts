import { addMonths, isIsoMonth, listMonths } from '#scoring/calendar/iso-month.ts';

export interface TeamLife {
  startDate: string;
  endDate: string | null;
}

/** A return describes a team as at the month's last day: the present month has none yet. */
export function lastMonthToReturn(team: TeamLife, today: string): string {
  const ended = addMonths(today.slice(0, 7), -1);
  const closed = team.endDate?.slice(0, 7) ?? ended;
  return closed < ended ? closed : ended;
}

/** Months that a team returns, newest first: from its first month to the last one that has ended. */
export function monthsToReturn(team: TeamLife, today: string): string[] {
  const first = team.startDate.slice(0, 7);
  const last = lastMonthToReturn(team, today);
  return first > last ? [] : listMonths(first, last).toReversed();
}

export function isMonthToReturn(month: string, team: TeamLife, today: string): boolean {
  return isIsoMonth(month) && monthsToReturn(team, today).includes(month);
}

export type ReturnState = 'returned' | 'due' | 'missing';

/** Only the month that ended last is due; an older one without a return is missing. */
export function returnState(month: string, isReturned: boolean, today: string): ReturnState {
  if (isReturned) return 'returned';
  return month === addMonths(today.slice(0, 7), -1) ? 'due' : 'missing';
}
