import { bandOf, meetingBands } from '#scoring/meetings/meeting-bands.ts';

import { smallCohort, type Client } from '../client-model/small-cohort.ts';

/** Meetings that stand for each band. */
const meetingsOf: Readonly<Record<string, number>> = { '1 to 4': 3, '5 to 8': 6, '9 to 12': 9 };

export const bands = Object.keys(meetingsOf);

function bandLabel(meetings: number): string {
  return meetingBands.find(({ key }) => key === bandOf(meetings))?.label ?? '';
}

/** A client whose meetings are those of the band, and who has a day of the job only with a job start. */
export function withMeetings(client: Client): Client {
  const meetings = meetingsOf[String(client.meeting_band)] ?? 0;
  return {
    ...client,
    meetings,
    meeting_band: bandLabel(meetings),
    meetings_first_60_days: Math.min(meetings, 6),
    days_to_job: client.job_start === 1 ? 120 : null,
  };
}

/** The small cohort, with meetings that differ from team to team. */
export function meetingCohort(): Client[] {
  return smallCohort().map((client, index) =>
    withMeetings({ ...client, meeting_band: bands[(index + (index % 7 < 3 ? 0 : 1)) % 3] ?? '' }),
  );
}
