import { afterEach, beforeEach, expect, test } from 'vitest';

import { inChange, StaleVersionError } from '#db/audit/change.ts';
import {
  countMeetingNotes,
  findMeetingNote,
  insertMeetingNote,
  listMeetingNotes,
  updateMeetingNote,
} from '#db/queries/meeting-notes.ts';

import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;
const actor = { userId: null, at: '2026-07-01T10:00:00.000Z' };

beforeEach(async () => {
  database = await temporaryDatabase();
});

afterEach(() => database.close());

async function add(heldOn: string, text: string): Promise<string> {
  return inChange(database.db, actor, (trx, record) =>
    insertMeetingNote(trx, record, { heldOn, text }, actor),
  );
}

test('notes are listed newest meeting first, page by page', async () => {
  await add('2026-05-01', 'May');
  await add('2026-06-01', 'June');
  await add('2026-04-01', 'April');
  const texts = async (offset: number) =>
    (await listMeetingNotes(database.db, { limit: 2, offset })).map(({ text }) => text);
  expect([await texts(0), await texts(2)]).toEqual([['June', 'May'], ['April']]);
  expect(await countMeetingNotes(database.db)).toBe(3);
});

test('a change from an old version is refused', async () => {
  const noteId = await add('2026-05-01', 'As written');
  const change = (text: string) =>
    inChange(database.db, actor, (trx, record) =>
      updateMeetingNote(trx, record, { noteId, version: 1 }, { heldOn: '2026-05-02', text }),
    );
  await change('First');
  await expect(change('Second')).rejects.toThrow(StaleVersionError);
  expect(await findMeetingNote(database.db, noteId)).toMatchObject({ text: 'First', version: 2 });
});
