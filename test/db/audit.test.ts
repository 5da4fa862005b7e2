import { readFileSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { findBrokenAuditRecord, getDataVersion } from '#db/audit/audit-records.ts';
import { inChange } from '#db/audit/change.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { openDatabase } from '#db/connection/open-database.ts';

import { addUser } from '../application/add-user.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

const actor = { userId: null, at: '2026-07-03T08:00:00.000Z' };

let database: TemporaryDatabase;

beforeEach(async () => {
  database = await temporaryDatabase();
});

afterEach(async () => {
  await database.close();
});

async function addHoliday(day: string, name = 'A day'): Promise<void> {
  await inChange(database.db, actor, async (trx, record) => {
    await trx.insertInto('bankHolidays').values({ day, name }).execute();
    await record({ action: 'insert', entity: 'bank holiday', entityId: day });
  });
}

describe('a change and its record', () => {
  test('are written together', async () => {
    await addHoliday('2026-12-25');
    expect(await getDataVersion(database.db)).toBe(1);
    const [row] = await database.db.selectFrom('auditRecords').selectAll().execute();
    expect(row).toMatchObject({ seq: 1, action: 'insert', entity: 'bank holiday', at: actor.at });
  });

  test('a change without a record is refused and undone', async () => {
    const silent = inChange(database.db, actor, async (trx) => {
      await trx.insertInto('bankHolidays').values({ day: '2026-12-25', name: 'x' }).execute();
    });
    await expect(silent).rejects.toThrow('must write an audit record');
    expect(await database.db.selectFrom('bankHolidays').selectAll().execute()).toEqual([]);
  });

  test('a change that fails leaves no record', async () => {
    const failing = inChange(database.db, actor, async (_trx, record) => {
      await record({ action: 'insert', entity: 'bank holiday', entityId: 'x' });
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await getDataVersion(database.db)).toBe(0);
  });
});

describe('the chain of records', () => {
  test('records cannot be changed or removed', async () => {
    await addHoliday('2026-12-25');
    const update = database.db.updateTable('auditRecords').set({ action: 'other' });
    await expect(update.execute()).rejects.toThrow('append-only');
    await expect(database.db.deleteFrom('auditRecords').execute()).rejects.toThrow('append-only');
  });

  test('a whole chain is found whole', async () => {
    for (const day of ['2026-12-25', '2026-12-26', '2027-01-01']) await addHoliday(day);
    expect(await findBrokenAuditRecord(database.db)).toBeUndefined();
  });

  test('one byte changed on disk is found, with the record that it is in', async () => {
    for (const day of ['2026-12-25', 'FLIP-THIS', '2027-01-01']) await addHoliday(day);
    // Only the records hold the word now, so that the flipped byte is one of theirs.
    await inChange(database.db, actor, async (trx, record) => {
      await trx.deleteFrom('bankHolidays').where('day', '=', 'FLIP-THIS').execute();
      await record({ action: 'delete', entity: 'bank holiday', entityId: 'another' });
    });
    await database.db.destroy();
    const { path } = database;
    await openDatabase({ path }).close();
    flipAll(path, 'FLIP-THIS', 'FLIP-THAT');
    const again = openDatabase({ path });
    expect(await findBrokenAuditRecord(again.db)).toBe(2);
    await again.close();
  });
});

function flipAll(path: string, from: string, to: string): void {
  const bytes = readFileSync(path);
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1))
    bytes.write(to, at);
  writeFileSync(path, bytes);
}

describe('creating once', () => {
  const submission = 'b7e0c1de-8a0f-4b62-9a53-0f7d3c1a2b11';

  async function submit(userId: string, submissionId = submission) {
    const by = { userId, at: actor.at };
    return createOnce(database.db, by, submissionId, async (trx, record) => {
      const day = crypto.randomUUID();
      await trx.insertInto('bankHolidays').values({ day, name: 'x' }).execute();
      await record({ action: 'insert', entity: 'bank holiday', entityId: day });
      return { location: `/days/${day}` };
    });
  }

  const holidays = () => database.db.selectFrom('bankHolidays').selectAll().execute();

  test('a form sent again finds the first one’s record', async () => {
    const { id } = await addUser(database.db);
    const first = await submit(id);
    const second = await submit(id);
    expect(first.isRepeat).toBe(false);
    expect(second).toEqual({ location: first.location, isRepeat: true });
    expect(await holidays()).toHaveLength(1);
  });

  test('two that arrive together make one record', async () => {
    const { id } = await addUser(database.db);
    const [first, second] = await Promise.all([submit(id), submit(id)]);
    expect(first.location).toBe(second.location);
    expect([first.isRepeat, second.isRepeat].filter(Boolean)).toHaveLength(1);
    expect(await holidays()).toHaveLength(1);
  });

  test('nobody learns where somebody else’s form went', async () => {
    const [one, other] = [await addUser(database.db), await addUser(database.db)];
    await submit(one.id);
    await expect(submit(other.id)).rejects.toThrow('somebody else');
    expect(await holidays()).toHaveLength(1);
  });

  test('a form that failed may be sent again', async () => {
    const { id } = await addUser(database.db);
    const by = { userId: id, at: actor.at };
    const failing = createOnce(database.db, by, submission, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect((await submit(id)).isRepeat).toBe(false);
  });
});
