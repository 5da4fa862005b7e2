import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { recordExtract } from '#app/linkage/record-extract.server.ts';
import { sentProblem } from '#app/linkage/sent-problem.ts';
import { listLinkedRounds } from '#db/queries/cohorts.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import { temporaryFolder, type TemporaryDatabase } from '../../db/temporary-database.ts';
import { aReturn, valuesOfReturn, writtenReturn } from './a-return.ts';

let database: TemporaryDatabase;
const actor = () => ({ userId: null, at: new Date().toISOString() });

beforeEach(async () => {
  database = await databaseWithReferenceData();
});

afterEach(() => database.close());

const extractSent = (sent: number, linkageDate = valuesOfReturn.linkageDate) =>
  recordExtract(database.db, actor(), {
    ...{ id: randomUUID(), linkageDate, clients: sent + 1, sent },
    ...{ leftOut: [], sha256: 'a'.repeat(64) },
  });

const imported = (isDryRun: boolean) =>
  importFiles(database.db, actor, {
    values: valuesOfReturn,
    files: writtenReturn(temporaryFolder(), aReturn()),
    secret: null,
    folder: importsFolder(database.path),
    isDryRun,
  });

test.each([true, false])(
  'a return that was sent other numbers than the extract is refused, naming both; dry run %s',
  async (isDryRun) => {
    await extractSent(15);
    expect(await imported(isDryRun)).toMatchObject({
      status: 'refused',
      total: 1,
      problems: [
        {
          ...{ file: 'control totals', row: null, column: 'sent' },
          rule: 'must be 15, the people in the extract for this linkage date, not 14',
        },
      ],
    });
    expect(await listLinkedRounds(database.db)).toEqual([]);
  },
);

test('a return is taken that agrees with one of the extracts for its linkage date', async () => {
  await extractSent(15);
  await extractSent(14);
  expect((await imported(false)).status).toBe('imported');
});

test('an extract for another linkage date, or none, says nothing', async () => {
  await extractSent(15, '2025-06-01');
  expect((await imported(false)).status).toBe('imported');
  expect(sentProblem(14, [])).toBeUndefined();
});

test('several extracts are named together, each once', () => {
  expect(sentProblem(14, [15, 16, 15])?.rule).toBe(
    'must be 15 or 16, the people in an extract for this linkage date, not 14',
  );
});
