import type { ReturnCounts } from '#app/forms/meeting-return.ts';
import type { Db } from '#db/connection/open-database.ts';
import { countMeetingsHeld, listMeetingsSinceEnrolment } from '#db/queries/client-meetings.ts';
import { firstDayOfMonth, lastDayOfMonth } from '#scoring/calendar/iso-month.ts';
import { bandsOf, meetingBands } from '#scoring/meetings/meeting-bands.ts';

/** The month's return as the team's dated meetings give it; null where no meeting is dated. */
export async function datedReturn(
  db: Db,
  teamId: string,
  month: string,
): Promise<ReturnCounts | null> {
  const to = lastDayOfMonth(month);
  const clients = await listMeetingsSinceEnrolment(db, teamId, to);
  const meetingsHeld = await countMeetingsHeld(db, teamId, { from: firstDayOfMonth(month), to });
  if (meetingsHeld === 0 && clients.every(({ meetings }) => meetings === 0)) return null;
  const bands = bandsOf(clients.map(({ meetings }) => meetings));
  const counts: ReturnCounts = {
    clientsOnBooks: clients.length,
    meetingsHeld,
    clientsWith0: 0,
    clientsWith1To4: 0,
    clientsWith5To8: 0,
    clientsWith9To12: 0,
    clientsWith13OrMore: 0,
  };
  for (const { key, field } of meetingBands) counts[field] = bands[key];
  return counts;
}
