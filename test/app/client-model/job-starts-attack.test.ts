import { describe, expect, test } from 'vitest';

import { fitOf } from '#app/client-model/job-starts/fit.server.ts';
import {
  jobStartsQuestion,
  type JobStartsQuestion,
} from '#app/client-model/job-starts/question.server.ts';
import type { JobStartsReport } from '#app/client-model/job-starts/report.ts';
import { protectedReport } from '#app/client-model/job-starts/report.server.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { areSeveral, countsLeft } from './cohort-walk.ts';
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
    const found = countsLeft({
      shown: questions.map((question) => (clients) => JSON.stringify(reportOf(clients, question))),
      ...{ cohort, columns, answers: categoriesOf },
    });
    expect(found.filter(({ target, left }) => !areSeveral(target, left))).toEqual([]);
  });
});
