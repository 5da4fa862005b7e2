import { describe, expect, test } from 'vitest';

import { clientsQuestion } from '#app/client-model/clients-question.server.ts';
import { TOO_FEW, WEIGHT_COLUMN } from '#app/client-model/released-clients.ts';
import { figureEightClients, type ReleasedTo } from '#app/figure-eight/figure-eight-clients.ts';
import { figureEightOf } from '#app/figure-eight/figure-eight-model.server.ts';
import { figureEightReport } from '#app/figure-eight/figure-eight-report.server.ts';
import { figureEightAsked } from '#app/figure-eight/figure-eight-request.server.ts';
import { shareOfRefits } from '#app/figure-eight/report-words.server.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import type { Table } from '#scoring/statistics/model-frame.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { tableOf, type Client } from '../client-model/small-cohort.ts';
import { today } from './cohort.ts';
import { meetingCohort } from './meeting-cohort.ts';

const cohort = meetingCohort();
const everybody: ReleasedTo = {
  population: 'evaluation',
  policy,
  hidden: new Set(),
  teamId: 'team 0',
  viewer: 'others',
};

/** Some clients with another answer: the first few with a job start, on day 30, and the first without. */
function referredBy(source: string, starts: number, others: number): (client: Client) => Client {
  let [withStart, without] = [starts, others];
  return (client) => {
    if (client.referral_source !== 'Jobcentre Plus') return client;
    if (client.job_start === 1 && withStart > 0) {
      withStart -= 1;
      return { ...client, referral_source: source, days_to_job: 30 };
    }
    if (client.job_start === 0 && without > 0) {
      without -= 1;
      return { ...client, referral_source: source };
    }
    return client;
  };
}

describe('the clients that figure 8 is fitted to', () => {
  test('hide in the landmark variant what is too small to date, though nobody of it started since', () => {
    // Five starts to date are few, none from day 60 on would be shown.
    const clients = cohort.map(referredBy('Self', 5, 15)).map(referredBy('Other', 9, 15));
    const { referral_source: sources } = figureEightClients(
      tableOf(clients),
      'first-60-days',
      everybody,
    );
    expect(new Set(sources)).toEqual(new Set(['Jobcentre Plus', TOO_FEW]));
  });

  test('are for a team itself as many of its own as there are', () => {
    const peopleOf = (table: Table, start: number): number =>
      [...(table.team ?? [])].reduce((sum: number, team, row) => {
        const isOne = team === 'team 0' && table.job_start?.[row] === start;
        return sum + (isOne ? Number(table[WEIGHT_COLUMN]?.[row]) : 0);
      }, 0);
    const exact = [0, 1].map(
      (start) =>
        cohort.filter(
          ({ team, job_start, confidence }) =>
            team === 'team 0' && job_start === start && confidence !== null,
        ).length,
    );
    const own = figureEightClients(tableOf(cohort), 'to-date', {
      ...everybody,
      population: 'records',
      viewer: 'own-team',
    });
    const forOthers = figureEightClients(tableOf(cohort), 'to-date', everybody);
    for (const start of [0, 1]) {
      expect(peopleOf(own, start)).toBeCloseTo(exact[start]!, 6);
      expect(Math.abs(peopleOf(forOthers, start) - exact[start]!)).toBeGreaterThan(0.1);
    }
  });
});

describe('what is told of figure 8', () => {
  const { db } = sharedDatabase(() => Promise.resolve());

  test('is nothing of a team that the release has made one with others', async () => {
    const teams = ['team 0', 'team 1', 'team 2'].map((teamId) => ({
      ...{ teamId, code: teamId, name: teamId },
      viewer: 'others' as const,
    }));
    const [chosen] = teams;
    const clients = await clientsQuestion(db(), new URLSearchParams(), today);
    const hidden = new Set<string>();
    const request = {
      clients,
      meetings: 'to-date',
      teams,
      offered: teams,
      chosen,
      hidden,
    } as const;
    const asked = { ...figureEightAsked(request, chosen!, { policy, hidden }), refits: 2 };
    const answer = figureEightOf(tableOf(cohort), asked, null);
    const told = (merged: string[]) =>
      figureEightReport(request, { ...answer, merged }, { policy, hidden }).status;
    expect(answer.merged).toEqual([]);
    expect(told([])).toBe('report');
    expect(told(['team 0'])).toBe('hidden');
  });

  // Of a category with one start 37 of a hundred draws have none, of one with two 14: exact, the share would tell which.
  test('is the share of refits to the next five of a hundred', () => {
    expect([2, 14, 37, 38, 100].map((count) => shareOfRefits(count, 100))).toEqual([
      0, 15, 35, 40, 100,
    ]);
    expect(shareOfRefits(368, 1000)).toBe(35);
  });
});
