import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

import { expect, test, vi } from 'vitest';

import {
  codedFieldReader,
  codedFieldWriter,
  keyOfFile,
  keyOfPassphrase,
} from '#app/linkage/coded-field.server.ts';
import { extractClients } from '#app/linkage/extract-clients.server.ts';
import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { returnLayout } from '#app/linkage/layouts.ts';
import { makeExtract } from '#app/linkage/make-extract.server.ts';
import { recordExtract } from '#app/linkage/record-extract.server.ts';
import { listCohort, listLinkedRounds } from '#db/queries/cohorts.ts';

import { match } from '../../../scripts/linkage/match.ts';
import { clientsOf } from '../../builders/clients.ts';
import { databaseWithReferenceData } from '../../builders/database.ts';
import { aTeam } from '../../builders/teams.ts';
import { temporaryFolder } from '../../db/temporary-database.ts';

const secret = keyOfPassphrase('a long enough passphrase');
const linkageDate = '2024-12-01';
const actor = () => ({ userId: null, at: new Date().toISOString() });

const inOne = (text: string): AsyncIterable<Buffer> => Readable.from([Buffer.from(text)]);

const people = Array.from({ length: 9 }, (_, index) => ({
  reference: `REF-${100 + index}`,
  number: `QQ77665${index}C`,
  born: `19${70 + index}-03-07`,
  code: `ZZ${index} 4XY`,
}));

/** The first has not agreed, the second has no postcode, the third enrolled late; the last is not in the tax records. */
const identifiers = [
  'client_id,initials,date_of_birth,postcode,national_insurance_number',
  ...people.map(({ reference, number, born, code }, index) =>
    [reference, 'Q.W', born, index === 1 ? '' : code.toLowerCase(), number].join(','),
  ),
].join('\n');

test('clients go out, are matched, come back and are counted; identifiers are nowhere else', async () => {
  const { db, path, close } = await databaseWithReferenceData();
  const output = [vi.spyOn(console, 'log'), vi.spyOn(process.stdout, 'write')];
  const team = await aTeam(db, { name: 'Ashford' });
  await clientsOf(
    db,
    team.id,
    people.map(({ reference }, index) => ({
      reference,
      enrolmentDate: index === 2 ? '2024-03-02' : '2022-05-10',
      substanceGroup: 'Alcohol only',
      linkageConsent: index === 0 ? ('not-known' as const) : ('yes' as const),
    })),
  );
  const clients = await extractClients(db);
  const made = await makeExtract({ clients, identifiers: inOne(identifiers), linkageDate, secret });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const { extract } = made;
  expect(extract).toMatchObject({ clients: 9, sent: 6 });
  expect(extract.leftOut.map(({ count }) => count)).toEqual([1, 1, 1]);
  expect(extract.csv).not.toContain('REF-');
  await recordExtract(db, actor(), { ...extract, id: randomUUID(), linkageDate });

  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('extract.csv'), extract.csv);
  const held = people
    .slice(3, 8)
    .map(({ number, born, code }, index) =>
      [`r${index}`, number.slice(0, 8), 'QW', born, 'female', 'ZZ9 9ZZ', code, ''].join(','),
    );
  const header =
    'record_id,national_insurance_number,initials,date_of_birth,sex,postcode_1,postcode_2,postcode_3';
  writeFileSync(at('tax-people.csv'), [header, ...held].join('\n'));
  writeFileSync(
    at('tax-employment.csv'),
    [
      'record_id,employer_id,start_date,end_date,source',
      'r0,e1,2022-08-10,,paye',
      'r1,e1,2019-01-01,2019-02-01,paye',
      'r9,e1,2022-08-10,,paye',
    ].join('\n'),
  );
  writeFileSync(
    at('tax-contributions.csv'),
    'record_id,payment_date,income_tax,employee_ni,employer_ni\nr0,2022-09-30,10.00,5.00,6.00\n',
  );
  const files = ['extract', 'tax-people', 'tax-employment', 'tax-contributions'];
  await match([...files.map((name) => at(`${name}.csv`)), '--out', at('return')]);
  const returned = (name: string) => at(join('return', `${name}.csv`));
  expect(readFileSync(returned('employment'), 'utf8')).not.toMatch(/"(r\d|e1)"/);

  const answer = await importFiles(db, actor, {
    values: {
      name: 'Rehearsal',
      linkageDate,
      layoutName: returnLayout.name,
      firstEnrolment: null,
      lastEnrolment: null,
      sent: 6,
      matched: 5,
      employmentRows: 1,
      contributionRows: 1,
    },
    files: {
      people: returned('people'),
      employment: returned('employment'),
      contributions: returned('contributions'),
    },
    secret,
    folder: importsFolder(path),
    isDryRun: false,
  });
  expect(answer.status === 'refused' ? answer.problems : answer.counts.included).toBe(5);
  const [round] = await listLinkedRounds(db);
  const cohort = await listCohort(db, round!.id);
  expect(cohort.filter(({ worked }) => worked)).toMatchObject([
    { daysToFirstJob: 92, incomeTaxPence: 1000, nationalInsurancePence: 1100 },
  ]);
  expect(cohort.every(({ substanceGroup }) => substanceGroup === 'Alcohol only')).toBe(true);
  expect(cohort.every(({ ageBand }) => ageBand === '30 to 49')).toBe(true);

  const written = filesUnder(dirname(path))
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
  const said = output.flatMap((spy) => spy.mock.calls.map((call) => String(call[0]))).join('\n');
  const all = people.flatMap(({ number, born, code }) => [
    ...[number, number.slice(0, 8), born, code, code.replace(' ', '')],
  ]);
  expect(all.filter((identifier) => written.includes(identifier))).toEqual([]);
  expect(all.filter((identifier) => said.includes(identifier))).toEqual([]);
  await close();
});

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const groups = {
  ageBand: '30 to 49',
  substanceGroup: null,
  treatmentStatus: 'in treatment',
  timeInTreatment: null,
  engagement: null,
  deprivationQuintile: 3,
};

test('a coded field opens with its own secret alone, and equal groups do not look equal', () => {
  const write = codedFieldWriter(secret);
  const [one, other] = [write(groups), write(groups)];
  expect(one).not.toBe(other);
  expect(one).toHaveLength(other.length);
  expect(codedFieldReader(secret)(one)).toEqual(groups);
  expect(codedFieldReader(keyOfPassphrase('another long passphrase'))(one)).toBeUndefined();
  const last = one.endsWith('0') ? '1' : '0';
  expect(codedFieldReader(secret)(one.slice(0, -1) + last)).toBeUndefined();
  expect(codedFieldReader(secret)('')).toBeUndefined();
  const key = keyOfFile(`${'0f'.repeat(32)}\n`);
  expect(codedFieldReader(key)(codedFieldWriter(key)(groups))).toEqual(groups);
  expect(() => keyOfFile('short')).toThrow('64 hexadecimal digits');
  expect(() => keyOfPassphrase('short')).toThrow('15 characters');
});
