import { lastDayOfMonth, listMonths } from '#scoring/calendar/iso-month.ts';

import type { MeetingReturnsTable } from '../schema/work.ts';
import { DEMO_MOMENT, RECORDS_TO } from './demo-constants.ts';
import { dayNumber, momentOf, workingDayFrom } from './calendar.ts';
import type { ClientCourse } from './client-course.ts';
import { recordsFrom, type TeamProfile } from './team-profiles.ts';

/** Months that some teams have not returned, by team index: two gaps, and one late for June 2026. */
const missingReturns: Readonly<Record<number, readonly string[]>> = {
  20: ['2025-11'],
  44: ['2026-02'],
  71: ['2026-06'],
};

type MonthCounts = Omit<
  MeetingReturnsTable,
  'id' | 'teamId' | 'month' | 'updatedAt' | 'updatedBy' | 'version'
>;

/** What the team's dated meetings say of a month, as at its last day. */
function monthCounts(clients: readonly ClientCourse[], month: string): MonthCounts {
  const first = dayNumber(`${month}-01`);
  const last = dayNumber(lastDayOfMonth(month));
  const counts = {
    clientsOnBooks: 0,
    meetingsHeld: 0,
    clientsWith0: 0,
    clientsWith1To4: 0,
    clientsWith5To8: 0,
    clientsWith9To12: 0,
    clientsWith13OrMore: 0,
  };
  for (const { enrolled, closed, meetings } of clients) {
    if (enrolled > last) continue;
    let soFar = 0;
    for (const { day } of meetings) {
      if (day > last) break;
      soFar += 1;
      if (day >= first) counts.meetingsHeld += 1;
    }
    if (closed !== null && closed <= last) continue;
    counts.clientsOnBooks += 1;
    if (soFar === 0) counts.clientsWith0 += 1;
    else if (soFar <= 4) counts.clientsWith1To4 += 1;
    else if (soFar <= 8) counts.clientsWith5To8 += 1;
    else if (soFar <= 12) counts.clientsWith9To12 += 1;
    else counts.clientsWith13OrMore += 1;
  }
  return counts;
}

/** A return for every complete month of the records, sent within the first working days of the next. */
export function meetingReturnRows(
  team: TeamProfile,
  teamId: string,
  clients: readonly ClientCourse[],
  identifier: (key: string) => string,
): MeetingReturnsTable[] {
  const months = listMonths(recordsFrom(team).slice(0, 7), RECORDS_TO.slice(0, 7)).slice(0, -1);
  return months
    .filter((month) => missingReturns[team.index]?.includes(month) !== true)
    .map((month) => {
      const sent = momentOf(
        workingDayFrom(dayNumber(lastDayOfMonth(month)) + 1 + (team.index % 3)),
        10,
      );
      return {
        id: identifier(`${team.index}/${month}`),
        teamId,
        month,
        ...monthCounts(clients, month),
        updatedAt: sent < DEMO_MOMENT ? sent : DEMO_MOMENT,
        updatedBy: null,
        version: 1,
      };
    });
}
