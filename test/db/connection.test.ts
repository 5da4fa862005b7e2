import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { openDatabase } from '#db/connection/open-database.ts';

import { temporaryDatabase, temporaryDatabaseFile, temporaryFolder } from './temporary-database.ts';

test('a missing file is refused and not made', () => {
  const path = join(temporaryFolder(), 'none.sqlite');
  expect(() => openDatabase({ path })).toThrow('is missing or empty');
  expect(existsSync(path)).toBe(false);
});

test('an empty file is refused: it would open as an empty site', () => {
  const path = join(temporaryFolder(), 'empty.sqlite');
  writeFileSync(path, '');
  expect(() => openDatabase({ path })).toThrow('is missing or empty');
});

test('another program’s file is refused, and stays as it was', () => {
  const path = join(temporaryFolder(), 'other.sqlite');
  const other = new SQLite(path);
  other.exec('create table notes (text)');
  other.close();
  expect(() => openDatabase({ path, create: true })).toThrow('application id differs');
  const again = new SQLite(path, { readonly: true });
  expect(again.pragma('journal_mode', { simple: true })).toBe('delete');
  again.close();
});

test('a file that is no database is refused', () => {
  const path = join(temporaryFolder(), 'text.sqlite');
  writeFileSync(
    path,
    'not a database, only text that is long enough to be read as a header'.repeat(20),
  );
  expect(() => openDatabase({ path })).toThrow();
});

test('every setting that keeps saves, and no remains of what is deleted, is on', async () => {
  const { db, close } = await temporaryDatabase();
  const settings = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 5000,
    trusted_schema: 0,
    cell_size_check: 1,
    secure_delete: 1,
  };
  for (const [name, value] of Object.entries(settings)) {
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db);
    expect([name, Object.values(rows[0]!)[0]]).toEqual([name, value]);
  }
  await close();
});

test('a row may not point to one that does not exist', async () => {
  const { db, close } = await temporaryDatabase();
  const session = {
    id: 'x',
    userId: 'nobody',
    createdAt: '',
    lastSeenAt: '',
    expiresAt: '',
    endedAt: null,
    device: '',
  };
  await expect(db.insertInto('sessions').values(session).execute()).rejects.toThrow('FOREIGN KEY');
  await close();
});

test('a transaction that fails leaves nothing behind, and the connection usable', async () => {
  const { db, close } = await temporaryDatabase();
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto('bankHolidays').values({ day: '2026-12-25', name: 'Christmas' }).execute();
    throw new Error('half way');
  });
  await expect(failing).rejects.toThrow('half way');
  expect(await db.selectFrom('bankHolidays').selectAll().execute()).toEqual([]);
  await db.insertInto('bankHolidays').values({ day: '2026-12-25', name: 'Christmas' }).execute();
  await close();
});

test('two transactions at once wait for each other', async () => {
  const { db, close } = await temporaryDatabase();
  const addOneMore = () =>
    db.transaction().execute(async (trx) => {
      const { length } = await trx.selectFrom('bankHolidays').selectAll().execute();
      await trx
        .insertInto('bankHolidays')
        .values({ day: `${length}`, name: 'A day' })
        .execute();
    });
  await Promise.all([addOneMore(), addOneMore(), addOneMore()]);
  expect(await db.selectFrom('bankHolidays').select('day').orderBy('day').execute()).toEqual([
    { day: '0' },
    { day: '1' },
    { day: '2' },
  ]);
  await close();
});

test('a read-only connection reads and cannot write', async () => {
  const { path, close } = await temporaryDatabase();
  const reader = openDatabase({ path, readOnly: true });
  expect(await reader.db.selectFrom('teams').selectAll().execute()).toEqual([]);
  const insert = reader.db.insertInto('bankHolidays').values({ day: '2026-12-25', name: 'x' });
  await expect(insert.execute()).rejects.toThrow('readonly');
  await reader.close();
  await close();
});

test('closing writes the log back into the file, and closing twice does no harm', async () => {
  const path = await temporaryDatabaseFile();
  const { db, close } = openDatabase({ path });
  await db.insertInto('bankHolidays').values({ day: '2026-12-25', name: 'x' }).execute();
  expect(existsSync(`${path}-wal`)).toBe(true);
  await close();
  expect(existsSync(`${path}-wal`)).toBe(false);
  await close();
});

test('a query whose statement is kept sees a table that has changed since', async () => {
  const { db, close } = await temporaryDatabase();
  const ask = () => sql<Record<string, unknown>>`select * from notes`.execute(db);
  await sql`create table notes (words text)`.execute(db);
  await sql`insert into notes values ('kept')`.execute(db);
  expect((await ask()).rows).toEqual([{ words: 'kept' }]);
  await sql`alter table notes add column length integer default 4`.execute(db);
  expect((await ask()).rows).toEqual([{ words: 'kept', length: 4 }]);
  await sql`drop table notes`.execute(db);
  await expect(ask()).rejects.toThrow('no such table');
  await close();
});
