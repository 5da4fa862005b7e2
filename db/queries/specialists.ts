import { randomUUID } from 'node:crypto';

import { StaleVersionError, type RecordChange, type Trx } from '../audit/change.ts';
import { changedFields } from '../audit/changed-fields.ts';
import type { Db } from '../connection/open-database.ts';

export interface SpecialistValues {
  name: string;
  role: 'employment-specialist' | 'team-leader';
  /** The account this person signs in with, if any. */
  userId: string | null;
  employedFrom: string;
  employedTo: string | null;
}

export interface Specialist extends SpecialistValues {
  id: string;
  version: number;
}

const columns = ['id', 'name', 'role', 'userId', 'employedFrom', 'employedTo', 'version'] as const;

export async function listSpecialists(db: Db, teamId: string): Promise<Specialist[]> {
  return db
    .selectFrom('specialists')
    .select(columns)
    .where('teamId', '=', teamId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function findSpecialist(
  db: Db,
  teamId: string,
  id: string,
): Promise<Specialist | undefined> {
  return db
    .selectFrom('specialists')
    .select(columns)
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The row of the person who signs in with this account. */
export async function findSpecialistOfUser(
  db: Db,
  teamId: string,
  userId: string,
): Promise<Specialist | undefined> {
  return db
    .selectFrom('specialists')
    .select(columns)
    .where('teamId', '=', teamId)
    .where('userId', '=', userId)
    .orderBy('employedFrom', 'desc')
    .executeTakeFirst();
}

/** Accounts of the team's people, to say which of them a member of staff signs in with. */
export async function listTeamAccounts(
  db: Db,
  teamId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('teamId', '=', teamId)
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .execute();
}

export interface WorkingPatternRow {
  id: string;
  fromDate: string;
  fte: number;
}

export interface LeaveRow {
  id: string;
  day: string;
  part: number;
}

/** Newest first. */
export async function listWorkingPatterns(
  db: Db,
  teamId: string,
  specialistId: string,
): Promise<WorkingPatternRow[]> {
  return db
    .selectFrom('workingPatterns as pattern')
    .innerJoin('specialists as person', 'person.id', 'pattern.specialistId')
    .select(['pattern.id', 'pattern.fromDate', 'pattern.fte'])
    .where('person.teamId', '=', teamId)
    .where('pattern.specialistId', '=', specialistId)
    .orderBy('pattern.fromDate', 'desc')
    .execute();
}

/** Newest first. */
export async function listLeave(db: Db, teamId: string, specialistId: string): Promise<LeaveRow[]> {
  return db
    .selectFrom('specialistLeave as leave')
    .innerJoin('specialists as person', 'person.id', 'leave.specialistId')
    .select(['leave.id', 'leave.day', 'leave.part'])
    .where('person.teamId', '=', teamId)
    .where('leave.specialistId', '=', specialistId)
    .orderBy('leave.day', 'desc')
    .execute();
}

/** The pattern in force on the day for each member of staff who has one. */
export async function listCurrentFte(
  db: Db,
  teamId: string,
  day: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('workingPatterns as pattern')
    .innerJoin('specialists as person', 'person.id', 'pattern.specialistId')
    .select(['pattern.specialistId', 'pattern.fte'])
    .where('person.teamId', '=', teamId)
    .where('pattern.fromDate', '<=', day)
    .orderBy('pattern.fromDate')
    .execute();
  return new Map(rows.map(({ specialistId, fte }) => [specialistId, fte]));
}

export async function insertSpecialist(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { fte, ...values }: SpecialistValues & { fte: number },
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('specialists')
    .values({ id, teamId, ...values, version: 1 })
    .execute();
  await trx
    .insertInto('workingPatterns')
    .values({ id: randomUUID(), specialistId: id, fromDate: values.employedFrom, fte })
    .execute();
  const detail = { role: values.role, fte };
  await record({ action: 'insert', entity: 'specialist', entityId: id, teamId, detail });
  return id;
}

export async function updateSpecialist(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { id, version, values }: { id: string; version: number; values: SpecialistValues },
): Promise<void> {
  const before = await findSpecialist(trx, teamId, id);
  const result = await trx
    .updateTable('specialists')
    .set({ ...values, version: version + 1 })
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new StaleVersionError('specialist');
  const detail = { fields: changedFields(before, values) };
  await record({ action: 'update', entity: 'specialist', entityId: id, teamId, detail });
}

/** Hours and leave hang on a person: another team's is not touched. */
async function requireSpecialist(trx: Trx, teamId: string, id: string): Promise<void> {
  if ((await findSpecialist(trx, teamId, id)) === undefined) {
    throw new Error('specialist: no such person in this team');
  }
}

/** One pattern starts on a day: a second one for the same day takes the first one's place. */
export async function saveWorkingPattern(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  specialistId: string,
  { fromDate, fte }: { fromDate: string; fte: number },
): Promise<void> {
  await requireSpecialist(trx, teamId, specialistId);
  await trx
    .insertInto('workingPatterns')
    .values({ id: randomUUID(), specialistId, fromDate, fte })
    .onConflict((conflict) => conflict.columns(['specialistId', 'fromDate']).doUpdateSet({ fte }))
    .execute();
  const detail = { fromDate, fte };
  const entity = 'working pattern';
  await record({ action: 'update', entity, entityId: specialistId, teamId, detail });
}

export async function deleteWorkingPattern(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  specialistId: string,
  id: string,
): Promise<void> {
  await requireSpecialist(trx, teamId, specialistId);
  await trx
    .deleteFrom('workingPatterns')
    .where('id', '=', id)
    .where('specialistId', '=', specialistId)
    .execute();
  const detail = { id };
  const entity = 'working pattern';
  await record({ action: 'delete', entity, entityId: specialistId, teamId, detail });
}

/** One entry for a day: whole or half. */
export async function saveLeave(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  specialistId: string,
  days: readonly { day: string; part: number }[],
): Promise<void> {
  await requireSpecialist(trx, teamId, specialistId);
  for (const { day, part } of days) {
    await trx
      .insertInto('specialistLeave')
      .values({ id: randomUUID(), specialistId, day, part })
      .onConflict((conflict) => conflict.columns(['specialistId', 'day']).doUpdateSet({ part }))
      .execute();
  }
  const detail = { days: days.length };
  await record({ action: 'update', entity: 'leave', entityId: specialistId, teamId, detail });
}

export async function deleteLeave(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  specialistId: string,
  id: string,
): Promise<void> {
  await requireSpecialist(trx, teamId, specialistId);
  await trx
    .deleteFrom('specialistLeave')
    .where('id', '=', id)
    .where('specialistId', '=', specialistId)
    .execute();
  const detail = { id };
  await record({ action: 'delete', entity: 'leave', entityId: specialistId, teamId, detail });
}
