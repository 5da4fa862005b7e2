import { expect, test } from 'vitest';

import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { standardLayout } from '#app/linkage/layouts.ts';
import { addDays } from '#scoring/calendar/iso-day.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import { temporaryFolder } from '../../db/temporary-database.ts';
import { valuesOfReturn, writtenReturn } from './a-return.ts';

/**
 * Somebody with the whole file, the linkage date and a list of clients with their days of enrolment tries to tell one of
 * them among the linked. The hardest case to protect: follow-up is incomplete, nobody shares a day of enrolment, and a year
 * ends in the middle of a follow-up month.
 */
const linkageDate = '2025-01-15';
const enrolled = Array.from({ length: 184 }, (_, day) => addDays('2023-08-15', day));

test('what is kept of a person is the same for every day of a month of enrolment', async () => {
  const { db, path, close } = await databaseWithReferenceData();
  const text = (columns: object, lines: readonly string[]) =>
    [Object.keys(columns).join(','), ...lines].map((line) => `${line}\n`).join('');
  const files = {
    people: text(
      standardLayout.people,
      enrolled.map((day, place) => `p${place},,${day},male,40,,,,,`),
    ),
    // Over before anybody enrolled: outcomes have tests of their own.
    employment: text(standardLayout.employment, ['p0,e1,2022-06-01,2022-06-02,paye']),
    contributions: '',
  };
  const answer = await importFiles(db, () => ({ userId: null, at: new Date().toISOString() }), {
    values: {
      ...valuesOfReturn,
      ...{ linkageDate, sent: enrolled.length, matched: enrolled.length },
      ...{ employmentRows: 1, contributionRows: null },
    },
    files: { ...writtenReturn(temporaryFolder(), files), contributions: null },
    secret: null,
    folder: importsFolder(path),
    isDryRun: false,
  });
  expect(answer).toMatchObject({ status: 'imported', counts: { included: enrolled.length } });
  const people = await db.selectFrom('linkedPeople').selectAll().execute();
  const alike = new Map<string, number>();
  for (const { id: _id, ...person } of people) {
    const kept = JSON.stringify(person);
    alike.set(kept, (alike.get(kept) ?? 0) + 1);
  }
  // One person a day: as many days as people could be each of them.
  expect([...alike.values()].toSorted((a, b) => a - b)).toEqual([30, 30, 31, 31, 31, 31]);
  await close();
});
