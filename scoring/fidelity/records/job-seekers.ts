import { addDays } from '#scoring/calendar/iso-day.ts';
import { activeDays, isInWorkOn, isOpenOn, type RecordedClient } from './team-records.ts';

export interface JobSeekers {
  total: number;
  /** null where it is not recorded for everybody: too few for one specialist would lower the limits wrongly. */
  bySpecialist: ReadonlyMap<string, number> | null;
  /** People whose last meeting does not say which specialist it was with. */
  withoutSpecialist: number;
}

/** The newest meeting up to a day; of two on one day the later in the list. */
function lastMeeting({ meetings }: RecordedClient, from: string, day: string) {
  return meetings
    .filter(({ on }) => from <= on && on <= day)
    .reduce<RecordedClient['meetings'][number] | undefined>(
      (last, meeting) => (last === undefined || meeting.on >= last.on ? meeting : last),
      undefined,
    );
}

/**
 * The people looking for work on a day, with the specialist of each.
 *
 * For: item 17, whose limits shrink where a specialist has fewer than three.
 * Formula: clients who are open, were met in the last 28 days and have no job that day; each belongs to the
 * specialist of the last meeting (ours: no record says whose client somebody is).
 * @param clients clients of the team with the meetings of the 28 days up to the day
 * @param day ISO day
 * @returns counts, or null where no meeting with any client is dated in these 28 days: nobody can be counted
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "How a number meets a band", items 1 and 17. Checked: by hand.
 */
export function jobSeekersOn(clients: readonly RecordedClient[], day: string): JobSeekers | null {
  const from = addDays(day, 1 - activeDays);
  const met = clients.flatMap((client) => {
    const meeting = lastMeeting(client, from, day);
    return meeting === undefined ? [] : [{ client, specialistId: meeting.specialistId }];
  });
  if (met.length === 0) return null;
  const seeking = met.filter(({ client }) => isOpenOn(client, day) && !isInWorkOn(client, day));
  const bySpecialist = new Map<string, number>();
  let withoutSpecialist = 0;
  for (const { specialistId } of seeking) {
    if (specialistId === null) withoutSpecialist += 1;
    else bySpecialist.set(specialistId, (bySpecialist.get(specialistId) ?? 0) + 1);
  }
  return {
    total: seeking.length,
    bySpecialist: withoutSpecialist === 0 ? bySpecialist : null,
    withoutSpecialist,
  };
}
