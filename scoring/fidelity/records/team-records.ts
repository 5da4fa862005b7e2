import type { SpecialistEmployment } from '#scoring/employers/team-contact-rates.ts';

/** What a team's records hold about its clients and staff, as the figures beside the items need it. */

export interface RecordedMeeting {
  on: string;
  isInPerson: boolean;
  /** null where it is not recorded who met the client. */
  specialistId: string | null;
}

export interface RecordedJob {
  startedOn: string;
  /** The last day in the job, or null while it goes on. */
  endedOn: string | null;
}

export interface RecordedClient {
  enrolledOn: string;
  /** The day the client's case was closed, or null while it is open. */
  closedOn: string | null;
  meetings: readonly RecordedMeeting[];
  jobs: readonly RecordedJob[];
}

export interface RecordedStaff extends SpecialistEmployment {
  name: string;
  role: 'employment-specialist' | 'team-leader';
}

/** The days of contact that make a client active: a day and the 27 before it. */
export const activeDays = 28;

export function isOpenOn({ enrolledOn, closedOn }: RecordedClient, day: string): boolean {
  return enrolledOn <= day && (closedOn === null || closedOn > day);
}

/** The last day in a job is still a day in it. */
export function isRunningOn({ startedOn, endedOn }: RecordedJob, day: string): boolean {
  return startedOn <= day && (endedOn === null || endedOn >= day);
}

export function isInWorkOn({ jobs }: RecordedClient, day: string): boolean {
  return jobs.some((job) => isRunningOn(job, day));
}

/** Whether the client was met from one day to another, both included. */
export function hasMeeting(
  { meetings }: RecordedClient,
  { from, to }: { from: string; to: string },
  kind: 'any' | 'in-person',
): boolean {
  return meetings.some(
    ({ on, isInPerson }) => from <= on && on <= to && (kind === 'any' || isInPerson),
  );
}

/** Full-time equivalents that a member of staff is employed for on a day. */
export function fteOn(staff: RecordedStaff, day: string): number {
  const isEmployed =
    staff.employedFrom <= day && (staff.employedTo === null || staff.employedTo >= day);
  if (!isEmployed) return 0;
  const inForce = staff.patterns.filter(({ fromDay }) => fromDay <= day);
  return inForce.reduce(
    (latest, pattern) => (pattern.fromDay >= latest.fromDay ? pattern : latest),
    { fromDay: '', fte: 0 },
  ).fte;
}
