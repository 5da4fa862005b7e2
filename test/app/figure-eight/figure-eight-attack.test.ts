import { describe, expect, test } from 'vitest';

import { fitOf } from '#app/client-model/job-starts/fit.server.ts';
import { jobStartsQuestion } from '#app/client-model/job-starts/question.server.ts';
import { protectedReport } from '#app/client-model/job-starts/report.server.ts';
import { figureEightOf } from '#app/figure-eight/figure-eight-model.server.ts';
import type { FigureEightReport } from '#app/figure-eight/figure-eight-report.ts';
import { figureEightReport } from '#app/figure-eight/figure-eight-report.server.ts';
import { figureEightAsked } from '#app/figure-eight/figure-eight-request.server.ts';
import type { MeetingsCounted } from '#app/figure-eight/figure-eight-terms.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { countsLeft, type Left, type Target } from '../client-model/cohort-walk.ts';
import { tableOf, type Client } from '../client-model/small-cohort.ts';
import { today } from './cohort.ts';
import { bands, meetingCohort, withMeetings } from './meeting-cohort.ts';

// A reader who lays figure 8 beside the model of job starts and wants the exact counts of a category. Page, pictures and files are
// made from the reports; whoever may open the pages is shown the same but for the names of teams.

const { db } = sharedDatabase(() => Promise.resolve());
const nothing = { policy, hidden: new Set<string>() };
const seen = { areNamed: true, ownTeamId: null };

type Page<Shown> = (clients: readonly Client[]) => Shown;

async function jobStartsPage(search: string): Promise<Page<string>> {
  const question = await jobStartsQuestion(db(), new URLSearchParams(search), today, seen);
  const labels = { areTold: true, isOwn: () => false, labelOf: (team: string) => team };
  const teams = { hidden: nothing.hidden, knowThemselves: false };
  return (clients) => {
    const fitted = fitOf(tableOf(clients), question, { policy, teams });
    return JSON.stringify(protectedReport(fitted, question, policy, labels));
  };
}

const teams = ['team 0', 'team 1', 'team 2'].map((teamId) => ({
  ...{ teamId, code: teamId, name: teamId },
  viewer: 'others' as const,
}));

async function figureEightPage(
  meetings: MeetingsCounted,
  refits: number,
): Promise<Page<FigureEightReport>> {
  const { clients } = await jobStartsQuestion(db(), new URLSearchParams(), today, seen);
  const [chosen] = teams;
  const request = { clients, meetings, teams, offered: teams, chosen, hidden: nothing.hidden };
  const asked = { ...figureEightAsked(request, chosen!, nothing), refits };
  return (of) => {
    const outcome = figureEightReport(request, figureEightOf(tableOf(of), asked, null), nothing);
    if (outcome.status !== 'report') throw new Error(`No report but ${outcome.status}`);
    return outcome.report;
  };
}

/** All of the page but what comes from refits: the ends of the change's interval, and the class. */
function withoutRefits(page: Page<FigureEightReport>): Page<string> {
  return (clients) => {
    const report = page(clients);
    const told = report.teams.map(({ change: { value: change }, class: _, ...team }) => ({
      ...team,
      change,
    }));
    return JSON.stringify({ ...report, teams: told });
  };
}

const [first, second] = ['ESA work-related activity group', 'ESA support group'] as const;
const answers = {
  team: teams.map(({ teamId }) => teamId),
  sex: ['Female', 'Male'],
  benefit: ['Universal Credit or JSA', 'None', first, second],
  meeting_band: bands,
};

/** So many clients of a hidden category, with or without a start, given the answer of another hidden one. */
function moved(clients: readonly Client[], many: number, start: number): Client[] {
  let left = many;
  return clients.map((client) => {
    const isMoved = client.benefit === first && client.job_start === start && left > 0;
    if (isMoved) left -= 1;
    return isMoved ? { ...client, benefit: second } : client;
  });
}

const isEnough = (_: Target, { pairs }: Left): boolean => pairs.size >= 3;

const membersOf = (clients: readonly Client[], category: string, start: number): number =>
  clients.filter((client) => client.benefit === category && client.job_start === start).length;

describe('a reader of figure 8 and of the model of job starts', () => {
  test('sees the same whole of both, intervals of refits included, for every division of the hidden categories', async () => {
    const pages = [
      await figureEightPage('to-date', 40),
      await figureEightPage('first-60-days', 40),
      await jobStartsPage('clients=evaluation'),
      await jobStartsPage('clients=evaluation&variable=team&variable=benefit'),
    ];
    const cohort = meetingCohort();
    const shown = pages.map((page) => page(cohort));
    for (const start of [0, 1]) {
      const counts = new Set([membersOf(cohort, first, start)]);
      for (const many of [1, 2]) {
        const other = moved(cohort, many, start);
        counts.add(membersOf(other, first, start));
        for (const [index, page] of pages.entries()) expect(page(other)).toEqual(shown[index]);
      }
      expect(counts.size).toBe(3);
    }
  });

  test(
    'is left several exact counts of every team and answer by all but the refits, beside a model of job starts',
    { timeout: 240_000 },
    async () => {
      const found = countsLeft({
        shown: [
          withoutRefits(await figureEightPage('to-date', 2)),
          await jobStartsPage('clients=evaluation&variable=sex'),
        ],
        cohort: meetingCohort(),
        columns: ['team', 'sex', 'benefit'],
        answers,
        whole: withMeetings,
        isEnough,
      });
      expect(found).toHaveLength(9);
      expect(found.filter(({ target, left }) => !isEnough(target, left))).toEqual([]);
    },
  );
});
