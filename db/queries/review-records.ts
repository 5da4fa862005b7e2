import type { Db } from '../connection/open-database.ts';
import type { ContactMode, YesNoNotKnown } from '../schema/work.ts';

/**
 * A team's own records, read for the items of a fidelity review of that team. Plain rows of one team in a window of
 * days, both included; what counts, and for which item, is for scoring to say.
 */
export interface RecordsWindow {
  from: string;
  to: string;
}

/** The first day of the team: no record can be missed before it. */
export async function getTeamOpening(db: Db, teamId: string): Promise<string> {
  const { startDate } = await db
    .selectFrom('teams')
    .select('startDate')
    .where('id', '=', teamId)
    .executeTakeFirstOrThrow();
  return startDate;
}

export interface ClientRecord {
  clientId: string;
  enrolledOn: string;
  closedOn: string | null;
  /** The date of the vocational profile. */
  profileOn: string | null;
  meetings: { on: string; isInPerson: boolean; specialistId: string | null }[];
  jobs: { startedOn: string; endedOn: string | null }[];
}

/** Clients enrolled by the window's end, with their meetings in it and the jobs that ran at some time in it. */
export async function listClientRecords(
  db: Db,
  teamId: string,
  window: RecordsWindow,
): Promise<ClientRecord[]> {
  const clients = await db
    .selectFrom('clients')
    .select([
      'id as clientId',
      'enrolmentDate as enrolledOn',
      'closedOn',
      'profileDate as profileOn',
    ])
    .where('teamId', '=', teamId)
    .where('enrolmentDate', '<=', window.to)
    .orderBy('enrolmentDate')
    .orderBy('id')
    .execute();
  const records = new Map<string, ClientRecord>(
    clients.map((client) => [client.clientId, { ...client, meetings: [], jobs: [] }]),
  );
  for (const { clientId, ...meeting } of await listMeetings(db, teamId, window))
    records.get(clientId)?.meetings.push(meeting);
  for (const { clientId, ...job } of await listJobs(db, teamId, window))
    records.get(clientId)?.jobs.push(job);
  return [...records.values()];
}

async function listMeetings(db: Db, teamId: string, { from, to }: RecordsWindow) {
  const rows = await db
    .selectFrom('clientMeetings')
    .select(['clientId', 'meetingDate', 'form', 'specialistId'])
    .where('teamId', '=', teamId)
    .where('meetingDate', '>=', from)
    .where('meetingDate', '<=', to)
    .where('undoneAt', 'is', null)
    .orderBy('meetingDate')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map(({ clientId, meetingDate, form, specialistId }) => ({
    clientId,
    on: meetingDate,
    isInPerson: form === 'in-person',
    specialistId,
  }));
}

async function listJobs(db: Db, teamId: string, { from, to }: RecordsWindow) {
  return db
    .selectFrom('jobEntries')
    .select(['clientId', 'startDate as startedOn', 'endDate as endedOn'])
    .where('teamId', '=', teamId)
    .where('startDate', '<=', to)
    .where((eb) => eb.or([eb('endDate', 'is', null), eb('endDate', '>=', from)]))
    .orderBy('startDate')
    .orderBy('id')
    .execute();
}

/** Job starts in the window. */
export async function listJobStarts(
  db: Db,
  teamId: string,
  { from, to }: RecordsWindow,
): Promise<{ startedOn: string; jobType: string; employerId: string | null }[]> {
  return db
    .selectFrom('jobEntries')
    .select(['startDate as startedOn', 'jobType', 'employerId'])
    .where('teamId', '=', teamId)
    .where('startDate', '>=', from)
    .where('startDate', '<=', to)
    .orderBy('startDate')
    .orderBy('id')
    .execute();
}

/** Jobs that run on a day; the last day in a job is still one of them. */
export async function listCurrentJobs(
  db: Db,
  teamId: string,
  day: string,
): Promise<{ permanent: YesNoNotKnown }[]> {
  return db
    .selectFrom('jobEntries')
    .select('permanent')
    .where('teamId', '=', teamId)
    .where('startDate', '<=', day)
    .where((eb) => eb.or([eb('endDate', 'is', null), eb('endDate', '>=', day)]))
    .execute();
}

/** The days on which an employer was met in person, each once. */
export async function listEmployerVisits(
  db: Db,
  teamId: string,
  { from, to }: RecordsWindow,
): Promise<{ employerId: string; on: string }[]> {
  return db
    .selectFrom('employerContacts')
    .select(['employerId', 'contactDate as on'])
    .distinct()
    .where('teamId', '=', teamId)
    .where('mode', '=', 'in-person')
    .where('contactDate', '>=', from)
    .where('contactDate', '<=', to)
    .where('undoneAt', 'is', null)
    .execute();
}

/** Meetings with clients in the window, counted by form. */
export async function countMeetingsByForm(
  db: Db,
  teamId: string,
  { from, to }: RecordsWindow,
): Promise<{ form: ContactMode; meetings: number }[]> {
  const rows = await db
    .selectFrom('clientMeetings')
    .select('form')
    .select(({ fn }) => fn.countAll<number | string>().as('meetings'))
    .where('teamId', '=', teamId)
    .where('meetingDate', '>=', from)
    .where('meetingDate', '<=', to)
    .where('undoneAt', 'is', null)
    .groupBy('form')
    .execute();
  return rows.map(({ form, meetings }) => ({ form, meetings: Number(meetings) }));
}
