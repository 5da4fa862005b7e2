import { describe, expect, test } from 'vitest';

import { fitOf } from '#app/client-model/job-starts/fit.server.ts';
import {
  jobStartsQuestion,
  type JobStartsQuestion,
} from '#app/client-model/job-starts/question.server.ts';
import type { JobStartsReport } from '#app/client-model/job-starts/report.ts';
import { protectedReport } from '#app/client-model/job-starts/report.server.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { createRandom, type SeededRandom } from '#scoring/statistics/seeded-random.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { today } from './evaluation-clients.ts';
import { smallCohort, tableOf, type Client } from './small-cohort.ts';

// A reader who asks for models of few variables, over and over, and wants the exact counts of a category. Whoever may open the
// page is shown the same but for the names of teams; page, picture and CSV are made from the report, which is the JSON.

const seen = { areNamed: true, ownTeamId: null };
const labels = { areTold: true, isOwn: () => false, labelOf: (team: string) => team };
const teams = { hidden: new Set<string>(), knowThemselves: false };

const { db } = sharedDatabase(() => Promise.resolve());

const asked = (search: string): Promise<JobStartsQuestion> =>
  jobStartsQuestion(db(), new URLSearchParams(search), today, seen);

function reportOf(clients: readonly Client[], question: JobStartsQuestion): JobStartsReport {
  const fitted = fitOf(tableOf(clients), question, { policy, teams });
  return protectedReport(fitted, question, policy, labels);
}

interface Target {
  column: string;
  category: string | null;
}

/** Exact counts of a category that the reader cannot exclude. */
interface Left {
  starts: Set<number>;
  clients: Set<number>;
  pairs: Set<string>;
}

function note({ starts, clients, pairs }: Left, cohort: readonly Client[], target: Target): void {
  // Who did not answer on confidence is in no model, and may only be looked for among those left out.
  const shown = cohort.filter(({ confidence }) => target.category === null || confidence !== null);
  const members = shown.filter((client) => client[target.column] === target.category);
  const started = members.filter(({ job_start: start }) => start === 1).length;
  clients.add(members.length);
  starts.add(started);
  pairs.add(`${started} of ${members.length}`);
}

/** Three pairs of counts for everybody; three numbers of starts and of clients where there are few of them. */
function areSeveral(target: Target, { starts, clients, pairs }: Left): boolean {
  const isFew = target.category === null || target.category.startsWith('ESA');
  return pairs.size >= enough && (!isFew || Math.min(starts.size, clients.size) >= enough);
}

/** The cohort but for one client: one more, one fewer, one with the other outcome or another answer. */
function changed(clients: readonly Client[], columns: readonly string[], random: SeededRandom) {
  const place = random.integer(clients.length);
  const client = clients[place]!;
  const rest = clients.filter((_, other) => other !== place);
  const column = columns[random.integer(columns.length)]!;
  const answers = categoriesOf[column]!;
  switch (random.integer(4)) {
    case 0:
      return rest;
    case 1:
      return [...clients, client];
    case 2:
      return [...rest, { ...client, job_start: client.job_start === 1 ? 0 : 1 }];
    default:
      return [...rest, { ...client, [column]: answers[random.integer(answers.length)]! }];
  }
}

const enough = 3;
const mostSteps = 1500;

/**
 * A walk through cohorts that are shown just like this one in every report, from client to client, until each category has been
 * seen with several counts. Whatever the reader works out, none of these can be excluded.
 */
function countsLeft(
  questions: readonly JobStartsQuestion[],
  cohort: readonly Client[],
  columns: readonly string[],
): { target: Target; left: Left }[] {
  const shown = questions.map((question) => JSON.stringify(reportOf(cohort, question)));
  const isShownAlike = (clients: readonly Client[]): boolean =>
    questions.every(
      (question, index) => JSON.stringify(reportOf(clients, question)) === shown[index],
    );
  const found = targetsOf(columns).map((target) => ({
    target,
    left: {
      starts: new Set<number>(),
      clients: new Set<number>(),
      pairs: new Set<string>(),
    },
  }));
  const random = createRandom(20260703);
  let clients = cohort;
  for (let step = 0; step < mostSteps; step += 1) {
    for (const { target, left } of found) note(left, clients, target);
    if (found.every(({ target, left }) => areSeveral(target, left))) break;
    const next = changed(clients, columns, random);
    if (isShownAlike(next)) clients = next;
  }
  return found;
}

const categoriesOf: Record<string, (string | null)[]> = {
  sex: ['Female', 'Male'],
  gp_visit: ['Yes', 'No'],
  last_job: ['Under 6 months', '1 to 2 years', 'Over 5 years or never'],
  benefit: [
    'Universal Credit or JSA',
    'None',
    'ESA work-related activity group',
    'ESA support group',
  ],
  confidence: ['Low', 'High', null],
};

const targetsOf = (columns: readonly string[]): Target[] =>
  columns.flatMap((column) =>
    categoriesOf[column]!.map((category): Target => ({ column, category })),
  );

const variables = (...columns: string[]): string =>
  columns.map((column) => `variable=${column}`).join('&');

const both = (search: string): string[] => [search, `${search}&missing=not-known-category`];

describe('a reader who asks for models of few variables', () => {
  const cohort = smallCohort();

  test.each([
    ['one variable', [variables('sex')], ['sex']],
    ['another', [variables('last_job')], ['last_job']],
    ['one with hidden categories', [variables('benefit')], ['benefit']],
    [
      'one that some did not answer, under both rules',
      both(variables('confidence')),
      ['confidence'],
    ],
    ['two variables', [variables('sex', 'gp_visit')], ['sex', 'gp_visit']],
    ['two with hidden categories', [variables('sex', 'benefit')], ['sex', 'benefit']],
    [
      'two, and one of them alone',
      [variables('last_job'), variables('last_job', 'sex')],
      ['last_job', 'sex'],
    ],
    [
      'three variables',
      [variables('sex', 'gp_visit', 'last_job')],
      ['sex', 'gp_visit', 'last_job'],
    ],
    [
      'three, and two of them',
      [variables('sex', 'gp_visit', 'last_job'), variables('sex', 'last_job')],
      ['sex', 'gp_visit', 'last_job'],
    ],
    [
      'two, under both rules for missing answers',
      both(variables('sex', 'confidence')),
      ['sex', 'confidence'],
    ],
    [
      'another reference and another method',
      [
        variables('sex', 'last_job'),
        `${variables('sex', 'last_job')}&reference-sex=Female&reference-last_job=Under+6+months`,
        `${variables('sex', 'last_job')}&method=firth`,
      ],
      ['sex', 'last_job'],
    ],
  ])('is left several exact counts for every row of %s', async (_, searches, columns) => {
    const questions = await Promise.all(searches.map(asked));
    const found = countsLeft(questions, cohort, columns);
    expect(found.filter(({ target, left }) => !areSeveral(target, left))).toEqual([]);
  });
});
