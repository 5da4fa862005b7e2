import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { hasLeftovers, linkageCleanUp } from '#app/linkage/clean-up.server.ts';
import { endImport } from '#app/linkage/end-import.server.ts';
import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder, listImportFolders } from '#app/linkage/import-folder.server.ts';
import { deleteRoundPeople } from '#app/linkage/write-round.server.ts';
import { findBrokenAuditRecord } from '#db/audit/audit-records.ts';
import { inChange } from '#db/audit/change.ts';
import { listCohort, listLinkedRounds } from '#db/queries/cohorts.ts';
import { listLinkageImports } from '#db/queries/linkage-imports.ts';
import { undoRound } from '#db/queries/linked-round-writing.ts';

import { writeReturn } from '../../../scripts/bench/linkage-files.ts';
import { databaseWithReferenceData } from '../../builders/database.ts';
import { temporaryFolder, type TemporaryDatabase } from '../../db/temporary-database.ts';
import { aReturn, valuesOfReturn, writtenReturn } from './a-return.ts';

const now = () => new Date().toISOString();
const actor = () => ({ userId: null, at: now() });

let database: TemporaryDatabase;

beforeEach(async () => {
  database = await databaseWithReferenceData();
});

afterEach(() => database.close());

const imported = (values = valuesOfReturn) =>
  importFiles(database.db, actor, {
    values,
    files: writtenReturn(temporaryFolder(), aReturn()),
    secret: null,
    folder: importsFolder(database.path),
    isDryRun: false,
  });

const peopleOf = async () => database.db.selectFrom('linkedPeople').selectAll().execute();

test('a round is written whole, without an id or a date of the return, and then read', async () => {
  expect(await imported()).toMatchObject({ status: 'imported', counts: { included: 12 } });
  const [round] = await listLinkedRounds(database.db);
  expect(round).toMatchObject({ name: 'A round', sent: 14, matched: 12 });
  const cohort = await listCohort(database.db, round!.id);
  expect(cohort).toHaveLength(12);
  expect(cohort.every(({ worked, jobs }) => worked && jobs === 2)).toBe(true);
  const text = JSON.stringify(await peopleOf());
  expect(text).not.toMatch(/"(p-1\d\d|e-\d|\d{4}-\d\d-\d\d)"/);
  const ids = (await peopleOf()).map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
});

test('a second round of the same day is refused, and leaves nothing', async () => {
  await imported();
  await expect(imported()).rejects.toThrow('undo it first');
  expect(await peopleOf()).toHaveLength(12);
  expect((await listLinkageImports(database.db)).map(({ state }) => state).toSorted()).toEqual([
    'failed',
    'imported',
  ]);
});

test('an import that was abandoned cannot be ended twice', async () => {
  await imported();
  const [found] = await listLinkageImports(database.db);
  await endImport(database.db, actor(), found!.id, 'abandoned');
  expect((await listLinkageImports(database.db))[0]!.state).toBe('imported');
});

test('others save while a round is written, and none of them waits for long', async () => {
  const folder = temporaryFolder();
  const [people, spells] = [2500, 5000];
  await writeReturn(folder, { people, spells, payments: 0 });
  const child = importInOwnProcess(folder, { people, spells });
  const waits: number[] = [];
  const ended = once(child, 'exit');
  while (child.exitCode === null && child.signalCode === null) {
    const began = performance.now();
    await inChange(database.db, actor(), (_, record) =>
      record({ action: 'test', entity: 'test', entityId: 'save' }),
    );
    waits.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 5));
  }
  expect((await ended)[0]).toBe(0);
  expect(await peopleOf()).toHaveLength(people);
  expect(await findBrokenAuditRecord(database.db)).toBeUndefined();
  // The usual wait, since a busy machine may stop any process for as long as it likes.
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.9)]).toBeLessThan(50);
});

test('what a killed process left is read by nobody and removed at the next start', async () => {
  const folder = temporaryFolder();
  const [people, spells] = [20_000, 20_000];
  await writeReturn(folder, { people, spells, payments: 0 });
  const child = importInOwnProcess(folder, { people, spells });
  while ((await peopleOf()).length === 0 && child.exitCode === null) {
    await new Promise((done) => setTimeout(done, 20));
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  const left = (await peopleOf()).length;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(people);
  expect(await listLinkedRounds(database.db)).toEqual([]);
  const root = importsFolder(database.path);
  expect(listImportFolders(root)).toHaveLength(1);
  expect(await hasLeftovers(database.db, { folder: root, now: now() })).toBe(true);
  await linkageCleanUp(database.db, { folder: root, now: now() });
  expect(await peopleOf()).toEqual([]);
  expect((await listLinkageImports(database.db))[0]!.state).toBe('abandoned');
  expect(listImportFolders(root)).toEqual([]);
  expect(await hasLeftovers(database.db, { folder: root, now: now() })).toBe(false);
});

test('of an undone round nobody is left in the bytes of the file', async () => {
  await imported();
  const ids = (await peopleOf()).map(({ id }) => id);
  const [round] = await listLinkedRounds(database.db);
  const found = () => {
    const bytes = readFileSync(database.path);
    return ids.filter((id) => bytes.includes(id));
  };
  // As a server does when it stops: until then the newest pages are in the log beside the file.
  const writeLogBack = () => sql`pragma wal_checkpoint(truncate)`.execute(database.db);
  await writeLogBack();
  expect(found()).toEqual(ids);
  await inChange(database.db, actor(), (trx, record) => undoRound(trx, record, round!.id));
  await deleteRoundPeople(database.db, round!.id);
  await writeLogBack();
  expect(found()).toEqual([]);
});

test('uploads of an import that nobody finished are kept for a day at most', async () => {
  const root = importsFolder(database.path);
  const id = '11111111-2222-4333-8444-555555555555';
  const arriving = join(root, id);
  mkdirSync(arriving, { recursive: true });
  writeFileSync(join(arriving, 'people.csv'), 'x');
  await linkageCleanUp(database.db, { folder: root, now: now() });
  expect(existsSync(arriving)).toBe(true);
});

function importInOwnProcess(
  folder: string,
  { people, spells }: { people: number; spells: number },
) {
  const script = join(import.meta.dirname, 'import-in-own-process.ts');
  const parts = [database.path, folder, String(people), String(spells)];
  return spawn(process.execPath, ['--import', 'tsx', script, ...parts], { stdio: 'inherit' });
}
