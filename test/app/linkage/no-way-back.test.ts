import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import { clientsOf, evidencedStart } from '../../builders/clients.ts';
import { databaseWithReferenceData } from '../../builders/database.ts';
import { aTeam } from '../../builders/teams.ts';
import { temporaryFolder, type TemporaryDatabase } from '../../db/temporary-database.ts';
import { aReturn, valuesOfReturn, writtenReturn } from './a-return.ts';

/** Somebody with the whole file and the return's own clients in it tries to find one of them among the linked. */
let database: TemporaryDatabase;
let db: Db;

beforeAll(async () => {
  database = await databaseWithReferenceData();
  ({ db } = database);
  const { people } = aReturn();
  const team = await aTeam(db, { name: 'Ashford' });
  const rows = people.split('\n').slice(1, -1);
  await clientsOf(
    db,
    team.id,
    rows.map((row) => {
      const [reference = '', , enrolmentDate = ''] = row.split(',');
      return { reference, enrolmentDate, jobs: [evidencedStart('2022-10-01', '2022-10-08')] };
    }),
  );
  const answer = await importFiles(db, () => ({ userId: null, at: new Date().toISOString() }), {
    values: valuesOfReturn,
    files: writtenReturn(temporaryFolder(), aReturn()),
    secret: null,
    folder: importsFolder(database.path),
    isDryRun: false,
  });
  if (answer.status !== 'imported') throw new Error('the return was not imported');
});

afterAll(() => database.close());

interface ForeignKey {
  from: string;
  table: string;
  to: string;
}

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table'`.execute(db);
  return rows.map(({ name }) => name);
}

test('a linked row points to its round and its site, and nothing points to it', async () => {
  const links: string[] = [];
  for (const table of await tables()) {
    const { rows } = await sql<ForeignKey>`
      select "from", "table", "to" from pragma_foreign_key_list(${table})`.execute(db);
    for (const row of rows) {
      if (table === 'linked_people' || row.table === 'linked_people') {
        links.push(`${table}.${row.from} -> ${row.table}.${row.to}`);
      }
    }
  }
  expect(links.toSorted()).toEqual([
    'linked_people.round_id -> linked_rounds.id',
    'linked_people.site_id -> sites.id',
  ]);
});

/** Groups are shared by design: as many people have them as a table shows. */
const groups = [
  ...['substanceGroup', 'sex', 'ageBand', 'treatmentStatus', 'timeInTreatment', 'engagement'],
  ...['roundId', 'siteId'],
];

const isText = (value: unknown): value is string => typeof value === 'string';

test('no value of a linked row stands in a row of anything else', async () => {
  const linked = new Set<string>();
  const people = await db.selectFrom('linkedPeople').selectAll().execute();
  for (const person of people) {
    for (const [column, value] of Object.entries(person)) {
      if (!groups.includes(column) && isText(value)) linked.add(value);
    }
  }
  expect(linked.size).toBe(people.length);
  const shared: string[] = [];
  for (const table of await tables()) {
    if (table === 'linked_people') continue;
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      db,
    );
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (isText(value) && linked.has(value)) shared.push(`${table}.${column}: ${value}`);
      }
    }
  }
  expect(shared).toEqual([]);
});

test('no linked row holds a day, an id of the return or a place in its order', async () => {
  const people = await db.selectFrom('linkedPeople').selectAll().execute();
  const text = JSON.stringify(people);
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}["T]/);
  expect(text).not.toMatch(/"p-\d+"/);
  const { rows } = await sql<{ id: string }>`
    select id from linked_people order by rowid`.execute(db);
  const ids = rows.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
});

test('no query reads linked people together with anything finer than site and round', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'db', 'queries');
  const finer =
    /\.(?:select|inner|left)(?:From|Join)?\('(?:clients|clientFactors|clientMeetings|jobEntries|teams|evaluationClients)\b/;
  const both = readdirSync(folder).filter((name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const functions = source.split(/\nexport (?:async )?function |\nasync function |\nfunction /);
    return functions.some((text) => text.includes("'linkedPeople") && finer.test(text));
  });
  expect(both).toEqual([]);
  expect(readFileSync(join(folder, 'cohorts.ts'), 'utf8')).toContain("'linkedPeople");
});
