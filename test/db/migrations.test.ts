import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import SQLite from 'better-sqlite3';
import { CamelCasePlugin, Kysely, Migrator, sql, type Migration } from 'kysely';
import { expect, test } from 'vitest';

import { openDatabase, type Db } from '#db/connection/open-database.ts';
import { sqliteDialect } from '#db/connection/sqlite-dialect.ts';
import { migrateFile, pendingMigrations } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';

import { temporaryDatabase, temporaryFolder } from './temporary-database.ts';

const names = Object.keys(migrations);
const now = new Date('2026-07-03T08:00:00Z');

/** Every table and index of a file as SQL: two files with the same text have the same shape. */
function shapeOf(path: string): string[] {
  const file = new SQLite(path, { readonly: true });
  const rows = file
    .prepare<[], { sql: string }>(
      'select sql from sqlite_schema where sql is not null order by type, name',
    )
    .all();
  file.close();
  return rows.map((row) => row.sql);
}

async function latest(): Promise<string> {
  const path = join(temporaryFolder(), 'latest.sqlite');
  const outcome = await migrateFile(path, { now });
  expect(outcome).toEqual({ applied: names, copy: null });
  return path;
}

test.each(names)('from %s the file reaches the same shape as from nothing', async (from) => {
  const path = join(temporaryFolder(), 'old.sqlite');
  await migrateFile(path, { now, upTo: from });
  const { applied } = await migrateFile(path, { now });
  expect(applied).toEqual(names.slice(names.indexOf(from) + 1));
  expect(shapeOf(path)).toEqual(shapeOf(await latest()));
});

test('a file that is up to date is left alone', async () => {
  const path = await latest();
  expect(await migrateFile(path, { now })).toEqual({ applied: [], copy: null });
  expect(readdirSync(dirname(path))).toEqual(['latest.sqlite']);
});

test('the file is copied before it is changed, and the copy is the file as it was', async () => {
  const path = join(temporaryFolder(), 'old.sqlite');
  await migrateFile(path, { now, upTo: names[0]! });
  const { db, close } = openDatabase({ path });
  await db.insertInto('bankHolidays').values({ day: '2026-12-25', name: 'Christmas' }).execute();
  await close();
  const before = shapeOf(path);
  const { copy } = await migrateFile(path, { now });
  expect(basename(copy!.path)).toBe('old.sqlite.before-migration-20260703T080000');
  expect(shapeOf(copy!.path)).toEqual(before);
  const sha256 = createHash('sha256').update(readFileSync(copy!.path)).digest('hex');
  expect(copy!.sha256).toBe(sha256);
  const kept = openDatabase({ path: copy!.path });
  expect(await kept.db.selectFrom('bankHolidays').select('name').execute()).toEqual([
    { name: 'Christmas' },
  ]);
  expect(await pendingMigrations(kept.db)).toEqual(names.slice(1));
  await kept.close();
});

test('a migration that fails half way leaves the file as it was, and can be run again', async () => {
  const file = new SQLite(join(temporaryFolder(), 'failing.sqlite'));
  const db = new Kysely<unknown>({
    dialect: sqliteDialect(file, () => file.inTransaction),
    plugins: [new CamelCasePlugin()],
  });
  let isBroken = true;
  const all: Record<string, Migration> = {
    '1': { up: (trx) => trx.schema.createTable('first').addColumn('id', 'text').execute() },
    '2': {
      up: async (trx) => {
        await trx.schema.createTable('second').addColumn('id', 'text').execute();
        await sql`insert into first (id) values ('half way')`.execute(trx);
        if (isBroken) throw new Error('disk full');
      },
    },
  };
  const provider = { getMigrations: () => Promise.resolve(all) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  expect(error).toBeInstanceOf(Error);
  const tables = file.prepare("select name from sqlite_schema where name in ('first','second')");
  expect(tables.all()).toEqual([]);
  isBroken = false;
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
  expect(tables.all()).toHaveLength(2);
  await db.destroy();
});

test('days of follow-up of a file from before become sums, and none of a few', async () => {
  const path = join(temporaryFolder(), 'old.sqlite');
  await migrateFile(path, { now, upTo: '0007-retired-layouts' });
  const file = new SQLite(path);
  const round = file.prepare(
    "insert into linked_rounds (id, name, linkage_date, sent, matched, state, version) values (?, ?, '2024-12-01', 9, 9, 'current', 1)",
  );
  const person = file.prepare(
    `insert into linked_people (id, round_id, enrolment_year, follow_up_days, follow_up_months, follow_up_complete, worked,
       started_job, days_employed, longest_job_days, sustained13_weeks, jobs) values (?, ?, 2023, ?, ?, ?, 0, 0, 0, 0, 0, 0)`,
  );
  const people = (id: string, complete: number, incomplete: number) => {
    round.run(id, id);
    for (let place = 0; place < complete; place += 1) person.run(`${id}c${place}`, id, 547, 18, 1);
    for (let place = 0; place < incomplete; place += 1)
      person.run(`${id}i${place}`, id, 300, 10, 0);
  };
  people('many', 10, 8);
  people('complete', 8, 0);
  people('few-incomplete', 10, 1);
  people('few-complete', 7, 8);
  people('few', 3, 4);
  people('nobody', 0, 0);
  file.close();
  await migrateFile(path, { now });
  const { db, close } = openDatabase({ path });
  const columns = ['id', 'followUpDays', 'completeFollowUpDays'] as const;
  const rounds = await db.selectFrom('linkedRounds').select(columns).execute();
  expect(
    Object.fromEntries(
      rounds.map(({ id, followUpDays, completeFollowUpDays }) => [
        id,
        [followUpDays, completeFollowUpDays],
      ]),
    ),
  ).toEqual({
    many: [7870, 5470],
    complete: [4376, 4376],
    'few-incomplete': [5770, null],
    'few-complete': [6229, null],
    few: [null, null],
    nobody: [null, null],
  });
  const kept = await db.selectFrom('linkedPeople').selectAll().where('id', '=', 'manyi0').execute();
  expect(kept).toMatchObject([{ followUpMonths: 10, followUpComplete: 0 }]);
  expect(JSON.stringify(kept)).not.toMatch(/300|2023/);
  await close();
});

test('days of follow-up of a file from before are nowhere in its bytes any more', async () => {
  const path = join(temporaryFolder(), 'old.sqlite');
  await migrateFile(path, { now, upTo: '0007-retired-layouts' });
  // As an older version wrote and deleted. Of six bytes, as SQLite writes whole numbers of that size, none is there by chance.
  const file = new SQLite(path);
  file.pragma('secure_delete = OFF');
  file.exec(
    "insert into linked_rounds (id, name, linkage_date, sent, matched, state, version) values ('r', 'r', '2024-12-01', 9, 9, 'current', 1)",
  );
  const [kept, deleted] = [0x5ec1a7da7e51, 0x5ec1a7da7e52];
  const person = file.prepare(
    `insert into linked_people (id, round_id, enrolment_year, follow_up_days, follow_up_months, follow_up_complete, worked,
       started_job, days_employed, longest_job_days, sustained13_weeks, jobs) values (?, 'r', 2023, ?, 10, 0, 0, 0, 0, 0, 0, 0)`,
  );
  person.run('kept', kept);
  person.run('deleted', deleted);
  file.exec("delete from linked_people where id = 'deleted'");
  file.pragma('wal_checkpoint(TRUNCATE)');
  file.close();
  const isThere = (days: number) =>
    readFileSync(path).includes(Buffer.from(days.toString(16), 'hex'));
  expect([kept, deleted].map(isThere)).toEqual([true, true]);
  await migrateFile(path, { now });
  expect([kept, deleted].map(isThere)).toEqual([false, false]);
});

test('the types of the tables and the tables themselves have the same names', async () => {
  const { db, close } = await temporaryDatabase();
  const tables = await db.introspection.getTables();
  const actual = Object.fromEntries(
    tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]),
  );
  const inTypes = Object.fromEntries(
    Object.entries(typedTables()).map(([table, columns]) => [
      inFile(db, table),
      columns.map((column) => inFile(db, column)).sort(),
    ]),
  );
  expect(Object.keys(actual).sort()).toEqual(Object.keys(inTypes).sort());
  expect(actual).toEqual(inTypes);
  await close();
});

/** A name as the file spells it: the plugin that turns clientsWith1To4 into its snake_case is asked itself. */
function inFile(db: Db, name: string): string {
  const { sql: text } = db.selectFrom(name as 'teams').compile();
  return /from "(\w+)"/.exec(text)![1]!;
}

/** Table and column names as the interfaces in db/schema say them: types are gone when a test runs, so their text is read. */
function typedTables(): Record<string, string[]> {
  const folder = join(import.meta.dirname, '..', '..', 'db', 'schema');
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const columns = new Map<string, string[]>();
  for (const text of texts) {
    for (const [, name = '', body = ''] of text.matchAll(/interface (\w+Table) \{([^}]*)\}/g)) {
      const plain = body.replaceAll(/\/\*\*[^]*?\*\//g, '');
      const fields = [...plain.matchAll(/^ {2}(\w+):/gm)].map(([, field = '']) => field);
      columns.set(name, fields);
    }
  }
  const index = readFileSync(join(folder, 'index.ts'), 'utf8');
  const tables = [...index.matchAll(/^ {2}(\w+): \w+\.(\w+Table);/gm)];
  return Object.fromEntries(
    tables.map(([, table = '', type = '']) => [table, columns.get(type) ?? []]),
  );
}
