import { randomUUID } from 'node:crypto';

import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import { changedFields } from '../audit/changed-fields.ts';
import type { Db } from '../connection/open-database.ts';
import type { ContactForWhom, ContactMode, ContactWithWhom } from '../schema/work.ts';

export interface EmployerContactValues {
  specialistId: string;
  employerId: string;
  contactDate: string;
  mode: ContactMode;
  answered: boolean;
  outcome: string;
  withWhom: ContactWithWhom;
  forWhom: ContactForWhom;
  note: string;
  nextStepDate: string | null;
}

export interface EmployerContactRecord extends EmployerContactValues {
  id: string;
  employerName: string;
  specialistName: string;
  isUndone: boolean;
  version: number;
}

function selectContacts(db: Db, teamId: string) {
  return db
    .selectFrom('employerContacts as contact')
    .innerJoin('employers as employer', 'employer.id', 'contact.employerId')
    .innerJoin('specialists as specialist', 'specialist.id', 'contact.specialistId')
    .select([
      'contact.id',
      'contact.specialistId',
      'contact.employerId',
      'contact.contactDate',
      'contact.mode',
      'contact.answered',
      'contact.outcome',
      'contact.withWhom',
      'contact.forWhom',
      'contact.note',
      'contact.nextStepDate',
      'contact.undoneAt',
      'contact.version',
      'employer.name as employerName',
      'specialist.name as specialistName',
    ])
    .where('contact.teamId', '=', teamId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectContacts>['execute']>>[number];

function contactOf({ answered, undoneAt, ...row }: Row): EmployerContactRecord {
  return { ...row, answered: answered === 1, isUndone: undoneAt !== null };
}

/** The team's newest contacts that have not been undone. */
export async function listEmployerContacts(
  db: Db,
  teamId: string,
  { specialistId, limit, offset = 0 }: ContactListing,
): Promise<EmployerContactRecord[]> {
  let query = selectContacts(db, teamId)
    .where('contact.undoneAt', 'is', null)
    .orderBy('contact.contactDate', 'desc')
    .orderBy('contact.createdAt', 'desc')
    .orderBy('contact.id')
    .limit(limit)
    .offset(offset);
  if (specialistId !== undefined) query = query.where('contact.specialistId', '=', specialistId);
  return (await query.execute()).map(contactOf);
}

export interface ContactListing {
  specialistId?: string | undefined;
  limit: number;
  offset?: number;
}

export async function countEmployerContacts(
  db: Db,
  teamId: string,
  specialistId?: string,
): Promise<number> {
  let query = db
    .selectFrom('employerContacts')
    .select(({ fn }) => fn.countAll<number | string>().as('contacts'))
    .where('teamId', '=', teamId)
    .where('undoneAt', 'is', null);
  if (specialistId !== undefined) query = query.where('specialistId', '=', specialistId);
  return Number((await query.executeTakeFirstOrThrow()).contacts);
}

export async function findEmployerContact(
  db: Db,
  teamId: string,
  id: string,
): Promise<EmployerContactRecord | undefined> {
  const row = await selectContacts(db, teamId).where('contact.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : contactOf(row);
}

export interface ContactsOfADay {
  specialistId: string;
  day: string;
  mode: ContactMode;
  answered: boolean;
  withWhom: ContactWithWhom;
  forWhom: ContactForWhom;
  contacts: number;
}

/** Contacts by specialist, day and kind. Which kinds are strict is for scoring to say. */
export async function countContactsByDay(
  db: Db,
  teamId: string,
  { from, to }: { from: string; to: string },
): Promise<ContactsOfADay[]> {
  const kind = ['specialistId', 'contactDate', 'mode', 'answered', 'withWhom', 'forWhom'] as const;
  const rows = await db
    .selectFrom('employerContacts')
    .select(kind)
    .select(({ fn }) => fn.countAll<number | string>().as('contacts'))
    .where('teamId', '=', teamId)
    .where('contactDate', '>=', from)
    .where('contactDate', '<=', to)
    .where('undoneAt', 'is', null)
    .groupBy(kind)
    .execute();
  return rows.map(({ contactDate, answered, contacts, ...row }) => ({
    ...row,
    day: contactDate,
    answered: answered === 1,
    contacts: Number(contacts),
  }));
}

export async function insertEmployerContact(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { answered, ...values }: EmployerContactValues,
  actor: Actor,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('employerContacts')
    .values({
      id,
      teamId,
      ...values,
      answered: answered ? 1 : 0,
      createdAt: actor.at,
      createdBy: actor.userId,
      undoneAt: null,
      version: 1,
    })
    .execute();
  const detail = { mode: values.mode, contactDate: values.contactDate };
  await record({ action: 'insert', entity: 'employer contact', entityId: id, teamId, detail });
  return id;
}

export async function updateEmployerContact(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  contact: { id: string; version: number; values: EmployerContactValues },
): Promise<void> {
  const { id, version } = contact;
  const { answered, ...values } = contact.values;
  const before = await findEmployerContact(trx, teamId, id);
  const result = await trx
    .updateTable('employerContacts')
    .set({ ...values, answered: answered ? 1 : 0, version: version + 1 })
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new StaleVersionError('employer contact');
  const detail = { fields: changedFields(before, contact.values) };
  await record({ action: 'update', entity: 'employer contact', entityId: id, teamId, detail });
}

/** Takes a contact out of every count; the row stays. False where there is no such contact to undo. */
export async function undoEmployerContact(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('employerContacts')
    .set((eb) => ({ undoneAt: at, version: eb('version', '+', 1) }))
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  const isUndone = result.numUpdatedRows === 1n;
  const action = isUndone ? 'undo' : 'undo repeated';
  await record({ action, entity: 'employer contact', entityId: id, teamId });
  return isUndone;
}
