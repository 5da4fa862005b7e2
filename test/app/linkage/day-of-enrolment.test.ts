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
 * ends in the middle of a follow-up month. docs/security.md says whose day can be worked out.
 */
const linkageDate = '2025-01-15';
const enrolled = Array.from({ length: 184 }, (_, day) => addDays('2023-08-15', day));

/** The job of somebody who enrolled on a day. */
type Job = (enrolledOn: string) => readonly [start: string, end: string];

/** What is kept of people who enrolled one a day and had such a job, without their ids. */
async function keptOf(job: Job) {
  const { db, path, close } = await databaseWithReferenceData();
  const text = (columns: object, lines: readonly string[]) =>
    [Object.keys(columns).join(','), ...lines].map((line) => `${line}\n`).join('');
  const jobs = enrolled.map((day, place) => `p${place},e1,${job(day).join()},paye`);
  const files = {
    people: text(
      standardLayout.people,
      enrolled.map((day, place) => `p${place},,${day},male,40,,,,,`),
    ),
    employment: text(standardLayout.employment, jobs),
    contributions: '',
  };
  const answer = await importFiles(db, () => ({ userId: null, at: new Date().toISOString() }), {
    values: {
      ...valuesOfReturn,
      ...{ linkageDate, sent: enrolled.length, matched: enrolled.length },
      ...{ employmentRows: jobs.length, contributionRows: null },
    },
    files: { ...writtenReturn(temporaryFolder(), files), contributions: null },
    secret: null,
    folder: importsFolder(path),
    isDryRun: false,
  });
  expect(answer).toMatchObject({ status: 'imported', counts: { included: enrolled.length } });
  const people = await db.selectFrom('linkedPeople').selectAll().execute();
  await close();
  return people.map(({ id: _id, ...person }) => person);
}

// Over before anybody enrolled.
const didNotWork: Job = () => ['2022-06-01', '2022-06-02'];
const workedEarly: Job = (day) => [addDays(day, 5), addDays(day, 25)];
const tookAJobAndStayed: Job = (day) => [addDays(day, 40), ''];
const wasInWorkAndStayed: Job = (day) => [addDays(day, -400), ''];

test.each([
  ['who did not work', didNotWork],
  ['whose only job was early and short', workedEarly],
])('of people %s, the same is kept for every day of a month of enrolment', async (_, job) => {
  const alike = new Map<string, number>();
  for (const person of await keptOf(job)) {
    const kept = JSON.stringify(person);
    alike.set(kept, (alike.get(kept) ?? 0) + 1);
  }
  // One person a day: as many days as people could be each of them.
  expect([...alike.values()].toSorted((a, b) => a - b)).toEqual([30, 30, 31, 31, 31, 31]);
});

test.each([
  ['took a job and stayed', tookAJobAndStayed],
  ['were in work already and stayed', wasInWorkAndStayed],
])(
  'of people who %s to the end, days of work lead back to the day of enrolment',
  async (_, job) => {
    const people = await keptOf(job);
    const workedOut = people.map(({ daysToFirstJob, daysEmployed }) =>
      addDays(linkageDate, -((daysToFirstJob ?? 0) + daysEmployed)),
    );
    expect(workedOut.toSorted()).toEqual(enrolled);
  },
);
