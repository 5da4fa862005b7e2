import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { ClientsTable, JobEntriesTable } from '#db/schema/work.ts';

import { insertRows, setUp, setUpAt } from './set-up.ts';

export type Job = Partial<JobEntriesTable> & { startDate: string };

/** A job entry with four paid hours done and no evidence yet. */
export function startedOn(startDate: string, facts: Partial<JobEntriesTable> = {}): Job {
  return { startDate, ...facts };
}

/** A job entry that the provider evidenced on a day, or on one that was not recorded. */
export function evidencedStart(startDate: string, evidencedOn: string | null): Job {
  return { startDate, evidence: 'provider-evidenced', evidencedOn };
}

interface NewClient extends Partial<ClientsTable> {
  jobs?: readonly Job[];
}

/** A client out of work at enrolment, with the jobs given. */
export async function aClient(db: Db, teamId: string, facts: NewClient = {}): Promise<string> {
  const [id = ''] = await clientsOf(db, teamId, [facts]);
  return id;
}

/** Several clients at once. */
export async function clientsOf(
  db: Db,
  teamId: string,
  clients: readonly NewClient[],
): Promise<string[]> {
  const rows = clients.map(({ jobs = [], ...facts }) => {
    const client = clientRow(teamId, facts);
    return { client, jobs: jobs.map((job) => jobRow(client, job)) };
  });
  await setUp(db, async (trx) => {
    await insertRows(
      trx,
      'clients',
      rows.map(({ client }) => client),
    );
    await insertRows(
      trx,
      'jobEntries',
      rows.flatMap(({ jobs }) => jobs),
    );
  });
  return rows.map(({ client }) => client.id);
}

/** So many clients enrolled on a day, of whom so many started a job that counts under every definition. */
export async function countedClients(
  db: Db,
  teamId: string,
  { clients, entries, enrolled }: { clients: number; entries: number; enrolled: string },
): Promise<void> {
  const jobs = [evidencedStart(enrolled, enrolled)];
  const rows = Array.from({ length: clients }, (_, index) => ({
    enrolmentDate: enrolled,
    engagementDate: enrolled,
    jobs: index < entries ? jobs : [],
  }));
  await clientsOf(db, teamId, rows);
}

function clientRow(teamId: string, facts: Partial<ClientsTable>): ClientsTable {
  const id = randomUUID();
  return {
    id,
    teamId,
    reference: `REF-${id}`,
    enrolmentDate: '2026-02-02',
    engagementDate: null,
    profileDate: null,
    substanceGroup: 'Opiates',
    sex: 'female',
    ageAtEnrolment: 40,
    treatmentStatus: 'in treatment',
    monthsInTreatment: 6,
    monthsEngaged: 3,
    deprivationQuintile: 1,
    inWorkAtEnrolment: 'no',
    linkageConsent: 'not-known',
    closedOn: null,
    createdAt: setUpAt,
    version: 1,
    ...facts,
  };
}

function jobRow({ id: clientId, teamId }: ClientsTable, job: Job): JobEntriesTable {
  return {
    id: randomUUID(),
    teamId,
    clientId,
    employerId: null,
    endDate: null,
    hoursPerWeek: 20,
    fourHoursDone: 'yes',
    jobType: 'Shop work',
    permanent: 'not-known',
    evidence: 'none',
    evidencedOn: null,
    createdAt: setUpAt,
    createdBy: null,
    version: 1,
    ...job,
  };
}
