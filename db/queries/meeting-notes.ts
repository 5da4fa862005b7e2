import { randomUUID } from 'node:crypto';

import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';

export interface MeetingNoteValues {
  heldOn: string;
  text: string;
}

export interface MeetingNote extends MeetingNoteValues {
  id: string;
  version: number;
}

const columns = ['id', 'heldOn', 'text', 'version'] as const;

/** Newest meeting first. */
export async function listMeetingNotes(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<MeetingNote[]> {
  return db
    .selectFrom('meetingNotes')
    .select(columns)
    .orderBy('heldOn', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countMeetingNotes(db: Db): Promise<number> {
  const row = await db
    .selectFrom('meetingNotes')
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

export async function findMeetingNote(db: Db, noteId: string): Promise<MeetingNote | undefined> {
  return db.selectFrom('meetingNotes').select(columns).where('id', '=', noteId).executeTakeFirst();
}

export async function insertMeetingNote(
  trx: Trx,
  record: RecordChange,
  values: MeetingNoteValues,
  actor: Actor,
): Promise<string> {
  const id = randomUUID();
  const made = { createdAt: actor.at, createdBy: actor.userId };
  await trx
    .insertInto('meetingNotes')
    .values({ id, ...values, ...made, version: 1 })
    .execute();
  const detail = { heldOn: values.heldOn };
  await record({ action: 'insert', entity: 'meeting note', entityId: id, detail });
  return id;
}

export async function updateMeetingNote(
  trx: Trx,
  record: RecordChange,
  { noteId, version }: { noteId: string; version: number },
  values: MeetingNoteValues,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('meetingNotes')
    .set({ ...values, version: version + 1 })
    .where('id', '=', noteId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StaleVersionError('meeting note');
  const detail = { fields: Object.keys(values) };
  await record({ action: 'update', entity: 'meeting note', entityId: noteId, detail });
}
