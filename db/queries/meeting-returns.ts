import { randomUUID } from 'node:crypto';

import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import { changedFields } from '../audit/changed-fields.ts';
import type { Db } from '../connection/open-database.ts';

export interface MeetingReturnCounts {
  clientsOnBooks: number;
  meetingsHeld: number;
  clientsWith0: number;
  clientsWith1To4: number;
  clientsWith5To8: number;
  clientsWith9To12: number;
  clientsWith13OrMore: number;
}

export interface MeetingReturnRecord extends MeetingReturnCounts {
  id: string;
  month: string;
  updatedAt: string;
  version: number;
}

const columns = [
  'id',
  'month',
  'clientsOnBooks',
  'meetingsHeld',
  'clientsWith0',
  'clientsWith1To4',
  'clientsWith5To8',
  'clientsWith9To12',
  'clientsWith13OrMore',
  'updatedAt',
  'version',
] as const;

/** Newest month first. */
export async function listMeetingReturns(db: Db, teamId: string): Promise<MeetingReturnRecord[]> {
  return db
    .selectFrom('meetingReturns')
    .select(columns)
    .where('teamId', '=', teamId)
    .orderBy('month', 'desc')
    .execute();
}

export async function findMeetingReturn(
  db: Db,
  teamId: string,
  month: string,
): Promise<MeetingReturnRecord | undefined> {
  return db
    .selectFrom('meetingReturns')
    .select(columns)
    .where('teamId', '=', teamId)
    .where('month', '=', month)
    .executeTakeFirst();
}

/** A month is returned once: somebody else's return of it is a newer version of this one. */
export async function insertMeetingReturn(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { month, ...counts }: MeetingReturnCounts & { month: string },
  actor: Actor,
): Promise<string> {
  if ((await findMeetingReturn(trx, teamId, month)) !== undefined) {
    throw new StaleVersionError('meeting return');
  }
  const id = randomUUID();
  const written = { updatedAt: actor.at, updatedBy: actor.userId };
  await trx
    .insertInto('meetingReturns')
    .values({ id, teamId, month, ...counts, ...written, version: 1 })
    .execute();
  const detail = { month };
  await record({ action: 'insert', entity: 'meeting return', entityId: id, teamId, detail });
  return id;
}

export async function updateMeetingReturn(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { month, version, counts }: { month: string; version: number; counts: MeetingReturnCounts },
  actor: Actor,
): Promise<void> {
  const before = await findMeetingReturn(trx, teamId, month);
  const row = await trx
    .updateTable('meetingReturns')
    .set({ ...counts, updatedAt: actor.at, updatedBy: actor.userId, version: version + 1 })
    .where('teamId', '=', teamId)
    .where('month', '=', month)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) throw new StaleVersionError('meeting return');
  const detail = { fields: changedFields(before, counts), month };
  await record({ action: 'update', entity: 'meeting return', entityId: row.id, teamId, detail });
}
