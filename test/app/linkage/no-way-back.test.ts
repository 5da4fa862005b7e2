import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sql, type KyselyPlugin, type TableNode } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { countLinkedOutcomes, listCohort } from '#db/queries/cohorts.ts';
import { countLinkedPeople, listUndoneRoundsWithPeople } from '#db/queries/linked-round-writing.ts';

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

/**
 * Every query that touches linked people, by its file, with what it is asked here; null for one that writes. A new one has
 * to be entered, and is then held to the same rules.
 */
type Ask = (db: Db, roundId: string) => Promise<unknown>;
const queries: Readonly<Record<string, Readonly<Record<string, Ask | null>>>> = {
  'cohorts.ts': { countLinkedOutcomes, listCohort },
  'linked-round-writing.ts': {
    insertLinkedPeople: null,
    countLinkedPeople,
    deleteLinkedPeople: null,
    listUndoneRoundsWithPeople,
  },
};

const folderOf = (...parts: string[]) => join(import.meta.dirname, '..', '..', '..', ...parts);
const namesLinkedPeople = /linkedPeople|linked_people/;

/** The exported functions of a file, each with its text and that of the helpers before the next one. */
function functionsIn(source: string): [name: string, text: string][] {
  return source
    .split(/\n(?=export (?:async )?function )/)
    .slice(1)
    .map((text) => [/function (\w+)/.exec(text)?.[1] ?? '', text]);
}

test('every query of linked people is among those tried here', () => {
  const found = readdirSync(folderOf('db', 'queries')).flatMap((file) => {
    const source = readFileSync(folderOf('db', 'queries', file), 'utf8');
    if (!namesLinkedPeople.test(source)) return [];
    const names = functionsIn(source).filter(([, text]) => namesLinkedPeople.test(text));
    // What stands before the first exported function could serve all of them.
    const before = source.split(/\nexport (?:async )?function /)[0] ?? '';
    return [
      ...names.map(([name]) => `${file} ${name}`),
      ...(/from\w*\(.linkedPeople/i.test(before) ? [`${file} before its functions`] : []),
    ];
  });
  const tried = Object.entries(queries).flatMap(([file, functions]) =>
    Object.keys(functions).map((name) => `${file} ${name}`),
  );
  expect(found.toSorted()).toEqual(tried.toSorted());
});

test('nothing else in the product names the table', () => {
  const elsewhere = ['app', 'scripts', 'db', 'scoring'].flatMap((part) =>
    readdirSync(folderOf(part), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(part, file))
      .filter((file) => !file.startsWith(join('db', 'queries')))
      .filter((file) => namesLinkedPeople.test(readFileSync(folderOf(file), 'utf8'))),
  );
  expect(elsewhere.toSorted()).toEqual(
    [
      // Where it is made, and where the demonstration's own rounds are written.
      'db/demo/linked/cohort.ts',
      'db/demo/linked/people.ts',
      'db/demo/write-cohorts.ts',
      'db/migrations/0004-definitions-and-cohorts.ts',
      'db/migrations/0008-months-of-follow-up.ts',
      'db/schema/index.ts',
    ].toSorted(),
  );
});

const reading = Object.values(queries).flatMap((functions) =>
  Object.entries(functions).flatMap(([name, ask]) => (ask === null ? [] : [[name, ask] as const])),
);

test.each(reading)('%s reads linked people with their round and site alone', async (_, ask) => {
  const named = new Set<string>();
  await ask(db.withPlugin(noting(named)), await roundId());
  // A column names its table by the short name that the query gave it.
  const tablesRead = (await tables()).filter((table) => named.has(table));
  expect(tablesRead).toContain('linked_people');
  expect(tablesRead.filter((table) => !together.includes(table))).toEqual([]);
});

test.each(reading)('%s gives no id, no day and nothing of the return', async (_, ask) => {
  const people = await db.selectFrom('linkedPeople').select('id').execute();
  const answer = JSON.stringify(await ask(db, await roundId()));
  expect(people.filter(({ id }) => answer.includes(id))).toEqual([]);
  expect(answer).not.toMatch(/\d{4}-\d{2}-\d{2}|"p-\d+"|"e-\d+"/);
});

/** Joined at site and round, and at nothing finer. */
const together = ['linked_people', 'linked_rounds', 'sites'];

async function roundId(): Promise<string> {
  return (await db.selectFrom('linkedRounds').select('id').executeTakeFirstOrThrow()).id;
}

/** Notes every table that a query names, at any depth. */
function noting(names: Set<string>): KyselyPlugin {
  const note = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'TableNode') {
      names.add((node as TableNode).table.identifier.name);
    }
    for (const part of Object.values(node)) note(part);
  };
  return {
    transformQuery: ({ node }) => {
      note(node);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}
