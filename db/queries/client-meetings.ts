import { randomUUID } from 'node:crypto';

import type { Actor, RecordChange, Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { ContactMode } from '../schema/work.ts';

export interface ClientMeeting {
  id: string;
  meetingDate: string;
  form: ContactMode;
  specialistName: string | null;
}

export interface NewClientMeeting {
  clientId: string;
  specialistId: string | null;
  meetingDate: string;
  form: ContactMode;
}

/** A client's meetings, newest first. */
export async function listClientMeetings(
  db: Db,
  teamId: string,
  clientId: string,
): Promise<ClientMeeting[]> {
  return db
    .selectFrom('clientMeetings as meeting')
    .leftJoin('specialists as specialist', 'specialist.id', 'meeting.specialistId')
    .select([
      'meeting.id',
      'meeting.meetingDate',
      'meeting.form',
      'specialist.name as specialistName',
    ])
    .where('meeting.teamId', '=', teamId)
    .where('meeting.clientId', '=', clientId)
    .where('meeting.undoneAt', 'is', null)
    .orderBy('meeting.meetingDate', 'desc')
    .orderBy('meeting.createdAt', 'desc')
    .execute();
}

export async function findClientMeeting(
  db: Db,
  teamId: string,
  clientId: string,
  id: string,
): Promise<{ id: string; meetingDate: string; isUndone: boolean } | undefined> {
  const row = await db
    .selectFrom('clientMeetings')
    .select(['id', 'meetingDate', 'undoneAt'])
    .where('teamId', '=', teamId)
    .where('clientId', '=', clientId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { id: row.id, meetingDate: row.meetingDate, isUndone: row.undoneAt !== null };
}

/** For each client on the books at the end of the day: meetings from enrolment up to and including it. */
export async function listMeetingsSinceEnrolment(
  db: Db,
  teamId: string,
  day: string,
): Promise<{ clientId: string; meetings: number }[]> {
  const rows = await db
    .selectFrom('clients as client')
    .leftJoin('clientMeetings as meeting', (join) =>
      join
        .onRef('meeting.clientId', '=', 'client.id')
        .onRef('meeting.meetingDate', '>=', 'client.enrolmentDate')
        .on('meeting.meetingDate', '<=', day)
        .on('meeting.undoneAt', 'is', null),
    )
    .select(['client.id as clientId'])
    .select(({ fn }) => fn.count<number | string>('meeting.id').as('meetings'))
    .where('client.teamId', '=', teamId)
    .where('client.enrolmentDate', '<=', day)
    .where((eb) => eb.or([eb('client.closedOn', 'is', null), eb('client.closedOn', '>', day)]))
    .groupBy('client.id')
    .execute();
  return rows.map(({ clientId, meetings }) => ({ clientId, meetings: Number(meetings) }));
}

/** Meetings dated from one day to another, both included, whoever they were with. */
export async function countMeetingsHeld(
  db: Db,
  teamId: string,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const row = await db
    .selectFrom('clientMeetings')
    .select(({ fn }) => fn.countAll<number | string>().as('meetings'))
    .where('teamId', '=', teamId)
    .where('meetingDate', '>=', from)
    .where('meetingDate', '<=', to)
    .where('undoneAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.meetings);
}

/** One meeting for each client named: a clinic's whole list in one change. */
export async function insertClientMeetings(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  meetings: readonly NewClientMeeting[],
  actor: Actor,
): Promise<string[]> {
  const ids: string[] = [];
  for (const meeting of meetings) {
    const id = randomUUID();
    const written = { createdAt: actor.at, createdBy: actor.userId, undoneAt: null };
    await trx
      .insertInto('clientMeetings')
      .values({ id, teamId, ...meeting, ...written })
      .execute();
    const detail = { meetingDate: meeting.meetingDate, form: meeting.form };
    await record({ action: 'insert', entity: 'client meeting', entityId: id, teamId, detail });
    ids.push(id);
  }
  return ids;
}

/** Takes a meeting out of every count; the row stays. */
export async function undoClientMeeting(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  id: string,
  at: string,
): Promise<void> {
  const result = await trx
    .updateTable('clientMeetings')
    .set({ undoneAt: at })
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  const action = result.numUpdatedRows === 1n ? 'undo' : 'undo repeated';
  await record({ action, entity: 'client meeting', entityId: id, teamId });
}
