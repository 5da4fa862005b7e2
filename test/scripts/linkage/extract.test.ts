import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { listLinkageExtracts } from '#db/queries/linkage-extracts.ts';

import { extract } from '../../../scripts/linkage/extract.ts';
import { keepExtract } from '../../../scripts/linkage/keep-extract.ts';
import { databaseWithReferenceData } from '../../builders/database.ts';
import { temporaryFolder, type TemporaryDatabase } from '../../db/temporary-database.ts';

const linkageDate = '2024-12-01';
const made = {
  ...{ csv: 'initials\nQW\n', sha256: 'a'.repeat(64) },
  ...{ clients: 2, sent: 1, leftOut: [] },
};

let database: TemporaryDatabase;
let folder = '';

beforeEach(async () => {
  database = await databaseWithReferenceData();
  folder = temporaryFolder();
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await database.close();
});

test('an extract is recorded, and written for its owner alone', async () => {
  const out = join(folder, 'extract.csv');
  await keepExtract(database.db, made, { linkageDate, out });
  expect(readFileSync(out, 'utf8')).toBe(made.csv);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(await listLinkageExtracts(database.db)).toMatchObject([{ sent: 1, sha256: made.sha256 }]);
});

test('nothing is written where it cannot be recorded', async () => {
  const out = join(folder, 'extract.csv');

  await database.db.schema.dropTable('linkageExtracts').execute();
  await expect(keepExtract(database.db, made, { linkageDate, out })).rejects.toThrow();
  expect(existsSync(out)).toBe(false);
});

test('an extract that cannot be written says that it stays on record', async () => {
  const out = join(folder, 'no-such-folder', 'extract.csv');
  await expect(keepExtract(database.db, made, { linkageDate, out })).rejects.toThrow(
    /could not be written\. The extract stays on record as made, with SHA-256 a{64}/,
  );
  expect(await listLinkageExtracts(database.db)).toHaveLength(1);
});

test('the command makes one extract, and touches nothing where the file is there', async () => {
  vi.stubEnv('DATABASE_FILE', database.path);
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const at = (name: string) => join(folder, name);
  writeFileSync(
    at('identifiers.csv'),
    'client_id,initials,date_of_birth,postcode,national_insurance_number\nREF-1,QW,1970-03-07,ZZ1 4XY,QQ776650C\n',
  );
  writeFileSync(at('key'), '0123456789abcdef'.repeat(4));
  const words = [at('identifiers.csv'), '--linkage-date', linkageDate];
  const command = [...words, '--out', at('extract.csv'), '--key-file', at('key')];
  await extract(command);
  expect(said.mock.calls[0]?.[0]).toMatch(/^0 clients, 0 in the extract\. SHA-256 [\da-f]{64}$/);
  const written = readFileSync(at('extract.csv'), 'utf8');
  await expect(extract(command)).rejects.toThrow('is there already: name a new file');
  expect(readFileSync(at('extract.csv'), 'utf8')).toBe(written);
  expect(await listLinkageExtracts(database.db)).toHaveLength(1);
});
