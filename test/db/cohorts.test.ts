import { describe, expect, test } from 'vitest';

import {
  countLinkedOutcomes,
  findNewestLinkedRound,
  listEvaluationTeams,
} from '#db/queries/cohorts.ts';

import { aLinkedRound, anEvaluationTeam } from '../builders/cohorts.ts';
import { sharedDatabase } from '../builders/database.ts';

describe('an empty file', () => {
  const { db } = sharedDatabase(() => Promise.resolve());

  test('has no round and no evaluation team', async () => {
    expect(await findNewestLinkedRound(db())).toBeUndefined();
    expect(await countLinkedOutcomes(db(), 'none')).toEqual({ people: 0, worked: 0, started: 0 });
    expect(await listEvaluationTeams(db())).toEqual([]);
  });
});

describe('the linked cohort', () => {
  const { db } = sharedDatabase(async (given) => {
    await aLinkedRound(given, { linkageDate: '2025-06-01', people: 12, worked: 7, started: 5 });
    await aLinkedRound(given, { linkageDate: '2024-06-01', people: 30, worked: 20, started: 10 });
  });

  test('is that of the newest round, counted by itself', async () => {
    const round = await findNewestLinkedRound(db());
    expect(round).toMatchObject({ linkageDate: '2025-06-01', sent: 14, matched: 12 });
    expect(await countLinkedOutcomes(db(), round?.id ?? '')).toEqual({
      people: 12,
      worked: 7,
      started: 5,
    });
  });
});

describe('the evaluation cohort', () => {
  const { db } = sharedDatabase(async (given) => {
    await anEvaluationTeam(given, { name: 'West', level: 'high', clients: 9, starts: 4 });
    await anEvaluationTeam(given, {
      name: 'East',
      level: 'low',
      clients: 5,
      starts: 0,
      meetings: 3,
    });
  });

  test('is counted by team, in the order of names', async () => {
    const teams = await listEvaluationTeams(db());
    expect(teams.map(({ teamId: _, ...counts }) => counts)).toEqual([
      { name: 'East', integrationLevel: 'low', clients: 5, jobStarts: 0, meetings: 15 },
      { name: 'West', integrationLevel: 'high', clients: 9, jobStarts: 4, meetings: 54 },
    ]);
  });
});
