import type {
  ClientFactorsTable,
  ClientMeetingsTable,
  ClientsTable,
  JobEntriesTable,
} from '../schema/work.ts';
import { isoDay, LAST_DAY, momentOf } from './calendar.ts';
import { recordedFactors } from './client-profile.ts';
import type { ClientCourse } from './client-course.ts';
import type { RowReferences } from './contact-rows.ts';
import { between, exponential, isDrawn, streamOf, weighted, type SeededRandom } from './draw.ts';
import type { Identities } from './identities.ts';
import type { InventedEmployer } from './names/employer-names.ts';

export interface ClientRows {
  client: ClientsTable;
  factors: ClientFactorsTable | undefined;
  meetings: ClientMeetingsTable[];
  jobEntries: JobEntriesTable[];
}

const draw = {
  statusOfWorking: weighted({
    'in treatment': 35,
    'successfully completed': 52,
    'unplanned exit': 13,
    'not-known': 3,
  }),
  statusOfOthers: weighted({
    'in treatment': 35,
    'successfully completed': 38,
    'unplanned exit': 24,
    'not-known': 3,
  }),
  longHours: weighted({ '16': 14, '20': 14, '24': 10, '30': 14, '35': 12, '37.5': 26, '40': 10 }),
  fourHoursDone: weighted({ yes: 96, no: 2, 'not-known': 2 }),
  permanent: weighted({ yes: 62, no: 29, 'not-known': 9 }),
  form: weighted({ 'in-person': 62, telephone: 28, video: 7, message: 3 }),
};

const MONTH_DAYS = 30.4375;
/** Numbers left for each client, more than any client needs. */
const MEETINGS_A_CLIENT = 500;
const JOBS_A_CLIENT = 4;

const inMonths = (days: number) => Math.round((days / MONTH_DAYS) * 10) / 10;

/** Treatment goes on for six in ten; whoever works has more often completed it. */
function treatmentStatus(random: SeededRandom, course: ClientCourse): string {
  const hasWorked = course.jobStarts.length > 0;
  if (course.closed === null && isDrawn(random, 0.75)) return 'in treatment';
  return hasWorked ? draw.statusOfWorking(random) : draw.statusOfOthers(random);
}

/** Three in four jobs are for 16 hours or more. */
function weeklyHours(random: SeededRandom): number | null {
  if (isDrawn(random, 0.03)) return null;
  if (isDrawn(random, 0.25)) return between(random, 4, 15);
  return Number(draw.longHours(random));
}

function jobEntryRow(
  random: SeededRandom,
  course: ClientCourse,
  { place, start }: { place: number; start: number },
  references: RowReferences,
  employers: readonly InventedEmployer[],
  ids: Identities,
): JobEntriesTable {
  const chosen = isDrawn(random, 0.96) ? random.integer(employers.length) : undefined;
  const next = course.jobStarts[place + 1];
  // A mean of 180 days leaves six in ten in the job after 13 weeks.
  const length = Math.max(1, Math.round(exponential(random, 180)));
  const last = next === undefined ? start + length : Math.min(start + length, next - 1);
  const evidenced = start + between(random, 6, 40);
  const hasEvidence = evidenced <= LAST_DAY && isDrawn(random, 0.93);
  const isNew = LAST_DAY - start < 7;
  return {
    id: ids.jobEntry(course.number * JOBS_A_CLIENT + place),
    teamId: references.teamId,
    clientId: ids.client(course.number),
    // No employer means self-employment.
    employerId: chosen === undefined ? null : (references.employerIds[chosen] ?? null),
    startDate: isoDay(start),
    endDate: last <= LAST_DAY ? isoDay(last) : null,
    hoursPerWeek: weeklyHours(random),
    fourHoursDone: isNew ? 'not-known' : draw.fourHoursDone(random),
    jobType: chosen === undefined ? 'self-employed' : (employers[chosen]?.jobType ?? ''),
    permanent: draw.permanent(random),
    evidence: hasEvidence ? 'provider-evidenced' : 'none',
    evidencedOn: hasEvidence ? isoDay(evidenced) : null,
    createdAt: momentOf(start, 12),
    createdBy: null,
    version: hasEvidence ? 2 : 1,
  };
}

/** One client's rows. Every part draws from the client's own streams. */
export function clientRows(
  course: ClientCourse,
  reference: string,
  references: RowReferences,
  employers: readonly InventedEmployer[],
  seed: number,
  ids: Identities,
): ClientRows {
  const random = streamOf(seed, 'client record', course.number);
  const { profile } = course;
  const clientId = ids.client(course.number);
  const client: ClientsTable = {
    id: clientId,
    teamId: references.teamId,
    reference,
    enrolmentDate: isoDay(course.enrolled),
    engagementDate: course.engaged === null ? null : isoDay(course.engaged),
    profileDate: course.profiled === null ? null : isoDay(course.profiled),
    substanceGroup: profile.substanceGroup,
    sex: profile.sex,
    ageAtEnrolment: isDrawn(random, 0.01) ? null : profile.age,
    treatmentStatus: treatmentStatus(random, course),
    monthsInTreatment: isDrawn(random, 0.02) ? null : profile.monthsInTreatment,
    monthsEngaged: inMonths(course.supportDays),
    deprivationQuintile: profile.deprivationQuintile,
    inWorkAtEnrolment: profile.inWork,
    linkageConsent: isDrawn(streamOf(seed, 'linkage consent', course.number), 0.95)
      ? 'yes'
      : 'not-known',
    closedOn: course.closed === null ? null : isoDay(course.closed),
    createdAt: momentOf(course.enrolled, 11),
    version: 1,
  };
  const factors = isDrawn(random, 0.97)
    ? { clientId, ...recordedFactors(random, profile), version: 1 }
    : undefined;
  const meetings = course.meetings.map(({ day, staff }, place) => ({
    id: ids.meeting(course.number * MEETINGS_A_CLIENT + place),
    teamId: references.teamId,
    clientId,
    specialistId: references.specialistId(staff),
    meetingDate: isoDay(day),
    form: draw.form(random),
    createdAt: momentOf(day),
    createdBy: references.userId(staff),
    undoneAt: null,
  }));
  const jobEntries = course.jobStarts.map((start, place) =>
    jobEntryRow(random, course, { place, start }, references, employers, ids),
  );
  return { client, factors: factors, meetings, jobEntries };
}
