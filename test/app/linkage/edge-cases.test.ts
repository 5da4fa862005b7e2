import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { standardLayout } from '#app/linkage/layouts.ts';
import { listCohort, listLinkedRounds } from '#db/queries/cohorts.ts';
import type { CohortClient } from '#scoring/outcomes/cohort/linked-cohort.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import { temporaryFolder, type TemporaryDatabase } from '../../db/temporary-database.ts';
import { valuesOfReturn, writtenReturn } from './a-return.ts';

interface EdgeCase {
  enrolled?: string;
  /** employer, start, end */
  spells: readonly (readonly [string, string, string])[];
  /** What comes of it, counted by hand. */
  kept: Partial<CohortClient>;
}

/** Linked on 1 December 2024. */
const cases: Readonly<Record<string, EdgeCase>> = {
  'a spell open at the end runs to the end of follow-up': {
    spells: [['e1', '2023-05-01', '']],
    kept: { worked: true, startedJob: true, daysEmployed: 184, jobs: 1, followUpMonths: 18 },
  },
  'a spell over the enrolment date is work, and no start': {
    spells: [['e1', '2022-01-01', '2022-05-10']],
    kept: { worked: true, startedJob: false, daysEmployed: 10, daysToFirstJob: null },
  },
  'days of overlapping spells count once': {
    spells: [
      ['e1', '2022-06-01', '2022-06-30'],
      ['e2', '2022-06-16', '2022-07-15'],
    ],
    kept: { daysEmployed: 45, longestJobDays: 30, jobs: 2 },
  },
  'the same employer twice with a gap of a day is two jobs': {
    spells: [
      ['e1', '2022-06-01', '2022-06-30'],
      ['e1', '2022-07-02', '2022-07-31'],
    ],
    kept: { daysEmployed: 60, longestJobDays: 30, jobs: 2 },
  },
  'the same employer twice without a gap is one job': {
    spells: [
      ['e1', '2022-06-01', '2022-06-30'],
      ['e1', '2022-07-01', '2022-07-31'],
    ],
    kept: { daysEmployed: 61, longestJobDays: 61, jobs: 1 },
  },
  'a spell of one day is a day': {
    spells: [['e1', '2022-06-01', '2022-06-01']],
    kept: { worked: true, daysEmployed: 1, daysToFirstJob: 31, firstJobMonth: 2 },
  },
  'self-employment without an employer is one employer': {
    spells: [
      ['', '2022-06-01', '2022-06-30'],
      ['', '2022-06-20', '2022-07-09'],
    ],
    kept: { daysEmployed: 39, jobs: 1 },
  },
  'enrolled on 31 August, followed until 28 February': {
    enrolled: '2020-08-31',
    spells: [['e1', '2022-02-27', '2022-03-31']],
    kept: { isFollowUpComplete: true, daysEmployed: 1 },
  },
  'enrolled on 31 August before a leap year’s February, followed until 29 February': {
    enrolled: '2022-08-31',
    spells: [['e1', '2024-02-28', '2024-03-31']],
    kept: { isFollowUpComplete: true, daysEmployed: 1 },
  },
  'the 29 February of a leap year is a day': {
    enrolled: '2022-10-01',
    spells: [['e1', '2024-02-28', '2024-03-01']],
    kept: { daysEmployed: 3 },
  },
  'linked before 18 months, followed until linkage': {
    enrolled: '2023-12-01',
    spells: [['e1', '2024-11-30', '']],
    kept: { isFollowUpComplete: false, followUpMonths: 12, daysEmployed: 1 },
  },
  'a spell that ends on the day of the linkage, and one that begins on it': {
    enrolled: '2023-12-01',
    spells: [
      ['e1', '2024-11-01', '2024-12-01'],
      ['e2', '2024-12-01', ''],
    ],
    kept: { startedJob: true, daysEmployed: 30, jobs: 1 },
  },
  'a client without spells has not worked': {
    spells: [],
    kept: { worked: false, startedJob: false, daysEmployed: 0, jobs: 0, daysToFirstJob: null },
  },
  'empty group fields are a group of their own': {
    spells: [],
    kept: {
      ...{ sex: null, ageBand: null, substanceGroup: null, treatmentStatus: null },
      ...{ timeInTreatment: null, engagement: null, deprivationQuintile: null, site: null },
    },
  },
};

const text = (columns: object, lines: readonly string[]) =>
  [Object.keys(columns).join(','), ...lines].map((line) => `${line}\n`).join('');

/** A round for each case. Its client is found by having no sex on record: no id is kept that could tell. */
let database: TemporaryDatabase;
const answers = new Map<string, readonly CohortClient[]>();

async function imported({ enrolled = '2022-05-01', spells }: EdgeCase) {
  const { db, path } = database;
  const employment = spells.map(
    ([employer, start, end]) =>
      `p,${employer},${start},${end},${employer === '' ? 'self-employment' : 'paye'}`,
  );
  // Somebody else has a spell, so that a file without rows is not what is tried here.
  const other = 'q,e9,2022-06-01,2022-06-02,paye';
  const files = {
    people: text(standardLayout.people, [`p,,${enrolled},,,,,,,`, 'q,,2022-05-01,male,30,,,,,']),
    employment: text(standardLayout.employment, [...employment, other]),
    contributions: '',
  };
  return importFiles(db, () => ({ userId: null, at: new Date().toISOString() }), {
    values: {
      ...valuesOfReturn,
      ...{ matched: 2, employmentRows: employment.length + 1, contributionRows: null },
    },
    files: { ...writtenReturn(temporaryFolder(), files), contributions: null },
    secret: null,
    folder: importsFolder(path),
    isDryRun: false,
  });
}

beforeAll(async () => {
  database = await databaseWithReferenceData();
  const { db } = database;
  for (const [name, edge] of Object.entries(cases)) {
    const answer = await imported(edge);
    if (answer.status === 'refused') throw new Error(JSON.stringify(answer.problems));
    const [round] = await listLinkedRounds(db);
    answers.set(name, await listCohort(db, round?.id ?? ''));
    await db.updateTable('linkedRounds').set({ state: 'undone' }).execute();
  }
});

afterAll(() => database.close());

describe('through the whole import', () => {
  test.each(Object.entries(cases))('%s', (name, { kept }) => {
    const client = answers.get(name)?.find(({ sex }) => sex === null);
    expect(client).toMatchObject(kept);
  });

  const late = 'must not lie after the linkage date, 2024-12-01';
  test.each([
    [
      'an end before the start',
      '2022-06-02',
      '2022-06-01',
      'end_date',
      'must not lie before start_date',
    ],
    ['a start after the linkage', '2024-12-02', '', 'start_date', late],
    ['an end after the linkage', '2024-11-30', '2024-12-02', 'end_date', late],
  ])('%s is refused by file, row and rule', async (_, start, end, column, rule) => {
    const answer = await imported({ spells: [['e1', start, end]], kept: {} });
    expect(answer).toMatchObject({
      status: 'refused',
      total: 1,
      problems: [{ file: 'employment', row: 2, column, rule }],
    });
  });
});
