import { randomUUID } from 'node:crypto';

import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import { changedFields } from '../audit/changed-fields.ts';
import type { Db } from '../connection/open-database.ts';
import type { YesNoNotKnown } from '../schema/work.ts';

export interface ClientValues {
  /** The team's own pseudonymous key. */
  reference: string;
  enrolmentDate: string;
  engagementDate: string | null;
  substanceGroup: string;
  sex: string;
  ageAtEnrolment: number | null;
  treatmentStatus: string;
  monthsInTreatment: number | null;
  monthsEngaged: number | null;
  deprivationQuintile: number | null;
  inWorkAtEnrolment: YesNoNotKnown;
  /** Whether the client agreed to the linkage with tax records. */
  linkageConsent: YesNoNotKnown;
  closedOn: string | null;
}

export interface Client extends ClientValues {
  id: string;
  /** Set with the vocational profile. */
  profileDate: string | null;
  version: number;
}

export type ClientState = 'out-of-work' | 'working' | 'closed';

export interface ClientRow {
  id: string;
  reference: string;
  enrolmentDate: string;
  closedOn: string | null;
  isWorking: boolean;
  lastMeeting: string | null;
}

const columns = [
  'id',
  'reference',
  'enrolmentDate',
  'engagementDate',
  'profileDate',
  'substanceGroup',
  'sex',
  'ageAtEnrolment',
  'treatmentStatus',
  'monthsInTreatment',
  'monthsEngaged',
  'deprivationQuintile',
  'inWorkAtEnrolment',
  'linkageConsent',
  'closedOn',
  'version',
] as const;

/** Clients by state on the day: closed, working (a job entry runs on it), or neither. */
function clientsInState(db: Db, teamId: string, day: string, state: ClientState | undefined) {
  const all = db.selectFrom('clients as client').where('client.teamId', '=', teamId);
  if (state === undefined) return all;
  if (state === 'closed') return all.where('client.closedOn', '<=', day);
  return all
    .where((eb) => eb.or([eb('client.closedOn', 'is', null), eb('client.closedOn', '>', day)]))
    .where((eb) => {
      const job = eb.exists(
        eb
          .selectFrom('jobEntries as job')
          .select('job.id')
          .whereRef('job.clientId', '=', 'client.id')
          .where('job.startDate', '<=', day)
          .where((or) => or.or([or('job.endDate', 'is', null), or('job.endDate', '>=', day)])),
      );
      return state === 'working' ? job : eb.not(job);
    });
}

export interface ClientListing {
  day: string;
  state?: ClientState | undefined;
  limit: number;
  offset: number;
}

/** Newest enrolment first. */
export async function listClients(
  db: Db,
  teamId: string,
  { day, state, limit, offset }: ClientListing,
): Promise<ClientRow[]> {
  const rows = await clientsInState(db, teamId, day, state)
    .select(['client.id', 'client.reference', 'client.enrolmentDate', 'client.closedOn'])
    .select((eb) => [
      eb
        .selectFrom('clientMeetings as meeting')
        .select(({ fn }) => fn.max('meeting.meetingDate').as('last'))
        .whereRef('meeting.clientId', '=', 'client.id')
        .where('meeting.undoneAt', 'is', null)
        .as('lastMeeting'),
      eb
        .selectFrom('jobEntries as running')
        .select(({ fn }) => fn.count<number | string>('running.id').as('jobs'))
        .whereRef('running.clientId', '=', 'client.id')
        .where('running.startDate', '<=', day)
        .where((or) => or.or([or('running.endDate', 'is', null), or('running.endDate', '>=', day)]))
        .as('jobs'),
    ])
    .orderBy('client.enrolmentDate', 'desc')
    .orderBy('client.reference')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ jobs, ...row }) => ({ ...row, isWorking: Number(jobs) > 0 }));
}

export async function countClients(
  db: Db,
  teamId: string,
  day: string,
  state?: ClientState,
): Promise<number> {
  const row = await clientsInState(db, teamId, day, state)
    .select(({ fn }) => fn.countAll<number | string>().as('clients'))
    .executeTakeFirstOrThrow();
  return Number(row.clients);
}

export async function findClient(db: Db, teamId: string, id: string): Promise<Client | undefined> {
  return db
    .selectFrom('clients')
    .select(columns)
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findClientByReference(
  db: Db,
  teamId: string,
  reference: string,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('clients')
    .select('id')
    .where('teamId', '=', teamId)
    .where('reference', '=', reference)
    .executeTakeFirst();
}

/** Clients on the books on the day, by reference: those whom a clinic can have met. */
export async function listClientsOnBooks(
  db: Db,
  teamId: string,
  day: string,
): Promise<{ id: string; reference: string; enrolmentDate: string }[]> {
  return db
    .selectFrom('clients')
    .select(['id', 'reference', 'enrolmentDate'])
    .where('teamId', '=', teamId)
    .where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', day)]))
    .orderBy('reference')
    .execute();
}

/** Thrown inside a change when the team has another client with this reference. */
export class ReferenceTakenError extends Error {
  constructor() {
    super('the reference belongs to another client of the team');
    this.name = 'ReferenceTakenError';
  }
}

async function requireFreeReference(
  trx: Trx,
  teamId: string,
  reference: string,
  ownId?: string,
): Promise<void> {
  const holder = await findClientByReference(trx, teamId, reference);
  if (holder !== undefined && holder.id !== ownId) throw new ReferenceTakenError();
}

export async function insertClient(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  values: ClientValues,
  actor: Actor,
): Promise<string> {
  await requireFreeReference(trx, teamId, values.reference);
  const id = randomUUID();
  await trx
    .insertInto('clients')
    .values({ id, teamId, ...values, profileDate: null, createdAt: actor.at, version: 1 })
    .execute();
  await record({ action: 'insert', entity: 'client', entityId: id, teamId });
  return id;
}

export async function updateClient(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { id, version, values }: { id: string; version: number; values: ClientValues },
): Promise<void> {
  await requireFreeReference(trx, teamId, values.reference, id);
  const before = await findClient(trx, teamId, id);
  const result = await trx
    .updateTable('clients')
    .set({ ...values, version: version + 1 })
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new StaleVersionError('client');
  const detail = { fields: changedFields(before, values) };
  await record({ action: 'update', entity: 'client', entityId: id, teamId, detail });
}

/** Sex and age come with an imported baseline; the rest of the record stays as it is. */
export async function updateClientSexAndAge(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { id, sex, ageAtEnrolment }: Pick<Client, 'id' | 'sex' | 'ageAtEnrolment'>,
): Promise<void> {
  await trx
    .updateTable('clients')
    .set((eb) => ({ sex, ageAtEnrolment, version: eb('version', '+', 1) }))
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .execute();
  const detail = { fields: ['sex', 'ageAtEnrolment'] };
  await record({ action: 'update', entity: 'client', entityId: id, teamId, detail });
}
