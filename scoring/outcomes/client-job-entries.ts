import { isIsoDay } from '#scoring/calendar/iso-day.ts';

export interface JobEntry {
  /** First day of work, ISO. */
  readonly startDate: string;
  /** Whether 4 hours of paid work were done; null where not recorded. */
  readonly fourHoursDone: boolean | null;
  readonly hoursPerWeek: number | null;
  readonly evidence: 'none' | 'provider-evidenced';
  /** Day the evidence was seen, ISO; null where there is none or it was not recorded. */
  readonly evidencedOn: string | null;
}

/** What a rate needs to know of a client of a team. */
export interface ClientJobEntries {
  /** First meaningful contact after agreeing to IPS (access), ISO day. */
  readonly enrolmentDate: string;
  /** Vocational form completed at the second meeting, ISO day; null where not yet. */
  readonly engagementDate: string | null;
  readonly inWorkAtEnrolment: 'yes' | 'no' | 'not-known';
  readonly jobEntries: readonly JobEntry[];
}

/** Refuses days that are none: compared as texts they would count silently. */
export function requireClientDays(caller: string, client: ClientJobEntries): void {
  const days = [
    client.enrolmentDate,
    client.engagementDate,
    ...client.jobEntries.flatMap(({ startDate, evidencedOn }) => [startDate, evidencedOn]),
  ];
  for (const day of days) {
    if (day !== null && !isIsoDay(day)) {
      throw new RangeError(`${caller}: a day must be written YYYY-MM-DD, not "${day}"`);
    }
  }
}
