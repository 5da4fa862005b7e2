import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { errorsOf } from '#app/forms/parse-form.server.ts';
import { linkageImportForm } from '#app/forms/linkage-import.schema.ts';
import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { listLinkedRounds } from '#db/queries/cohorts.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import { temporaryFolder, type TemporaryDatabase } from '../../db/temporary-database.ts';
import { aReturn, valuesOfReturn, writtenReturn } from './a-return.ts';

let database: TemporaryDatabase;

beforeEach(async () => {
  database = await databaseWithReferenceData();
});

afterEach(() => database.close());

const imported = (stated: Partial<typeof valuesOfReturn>, { isDryRun = false } = {}) =>
  importFiles(database.db, () => ({ userId: null, at: new Date().toISOString() }), {
    values: { ...valuesOfReturn, ...stated },
    files: writtenReturn(temporaryFolder(), aReturn()),
    secret: null,
    folder: importsFolder(database.path),
    isDryRun,
  });

const refusedFor = (file: string, column: string, rule: string) => ({
  status: 'refused',
  total: 1,
  problems: [{ file, row: null, column, rule }],
});

describe.each([true, false])('what is stated of a return, dry run %s', (isDryRun) => {
  test('is refused where more are matched than were sent', async () => {
    expect(await imported({ sent: 11 }, { isDryRun })).toMatchObject(
      refusedFor('control totals', 'matched', 'must not be more than were sent, 11, but is 12'),
    );
    expect(await listLinkedRounds(database.db)).toEqual([]);
  });

  test('is refused where the enrolment dates are the wrong way round', async () => {
    const dates = { firstEnrolment: '2023-01-02', lastEnrolment: '2023-01-01' };
    const rule = 'must not lie before the first enrolment date, 2023-01-02, but is 2023-01-01';
    expect(await imported(dates, { isDryRun })).toMatchObject(
      refusedFor('round', 'last enrolment date', rule),
    );
    expect(await listLinkedRounds(database.db)).toEqual([]);
  });

  test('is refused where nobody is left in the round', async () => {
    const rule =
      'must leave at least one person in the round, but everybody is left out ' +
      '(Enrolled before the first enrolment date of the round: 12)';
    expect(await imported({ firstEnrolment: '2023-01-01' }, { isDryRun })).toMatchObject(
      refusedFor('people', 'enrolment_date', rule),
    );
    expect(await listLinkedRounds(database.db)).toEqual([]);
  });
});

test('everybody matched, and one day of enrolment, is a round', async () => {
  const day = '2022-01-28';
  const answer = await imported({ sent: 12, firstEnrolment: day, lastEnrolment: day });
  expect(answer).toMatchObject({ status: 'imported', counts: { included: 2 } });
});

describe('the form', () => {
  const box = (name: string, year: string) => ({
    [`${name}Day`]: '1',
    [`${name}Month`]: '2',
    [`${name}Year`]: year,
  });
  const errors = (fields: Record<string, string>) => {
    const result = linkageImportForm('2026-07-03').safeParse({
      submissionId: '0d7d38e2-3f8a-4b43-9c3e-2a8f4c7f5a10',
      ...{ name: 'A round', layoutName: 'Standard layout' },
      ...{ sent: '14', matched: '12', employmentRows: '24', contributionRows: '12' },
      ...box('linkageDate', '2024'),
      ...box('firstEnrolment', '2020'),
      ...box('lastEnrolment', '2020'),
      ...fields,
    });
    return result.success ? [] : errorsOf(result.error);
  };

  test('takes what agrees', () => {
    expect(errors({})).toEqual([]);
  });

  test('says so beside the field', () => {
    expect(errors({ ...box('firstEnrolment', '2021') })).toEqual([
      {
        field: 'lastEnrolment',
        message: 'The last enrolment date must not lie before the first',
      },
    ]);
    expect(errors({ matched: '15' }).map(({ field }) => field)).toEqual(['matched']);
  });
});
