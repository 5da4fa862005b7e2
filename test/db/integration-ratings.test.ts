import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { StaleVersionError } from '#db/audit/change.ts';
import {
  findIntegrationRating,
  insertIntegrationRating,
  isRatingForHost,
  listIntegrationRatings,
  signIntegrationRating,
  updateRatingFacts,
  updateRatingLevel,
  withdrawSignature,
  type IntegrationRating,
  type RatingFacts,
} from '#db/queries/integration-ratings.ts';
import { INTEGRATION_SCHEME_ID } from '#db/reference-data.ts';

import { addUser } from '../application/add-user.ts';
import { addReferenceData, addSampleTeam, type SampleTeam } from './sample-teams.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;
let team: SampleTeam;
let leader: { userId: string; at: string };
let host: { userId: string; at: string };

const facts: RatingFacts = {
  ratedOn: '2026-06-30',
  provider: 'different',
  criteria: {
    'co-location': { rating: 2, evidence: 'Desks in the team room' },
    'team-meetings': { rating: null, evidence: '' },
  },
};

const medium = { proposedLevel: 'medium', chosenLevel: 'medium', reason: '' } as const;

beforeEach(async () => {
  database = await temporaryDatabase();
  const { db } = database;
  await addReferenceData(db);
  team = await addSampleTeam(db, 'Northgate');
  const people = [
    await addUser(db, { role: 'team-leader', teamId: team.teamId }),
    await addUser(db),
  ];
  [leader, host] = people.map(({ id }) => ({ userId: id, at: '2026-07-01T10:00:00.000Z' })) as [
    typeof leader,
    typeof host,
  ];
});

afterEach(async () => {
  await database.close();
});

async function insertDraft(submissionId = randomUUID()): Promise<string> {
  const draft = { ...facts, teamId: team.teamId, schemeId: INTEGRATION_SCHEME_ID };
  return insertIntegrationRating(database.db, leader, submissionId, draft, (id) => id);
}

async function get(ratingId: string): Promise<IntegrationRating> {
  return (await findIntegrationRating(database.db, team.teamId, ratingId))!;
}

async function keyOf(ratingId: string) {
  return { teamId: team.teamId, ratingId, version: (await get(ratingId)).version };
}

async function insertWithLevel(): Promise<string> {
  const ratingId = await insertDraft();
  await updateRatingLevel(database.db, leader, await keyOf(ratingId), medium);
  return ratingId;
}

describe('a draft', () => {
  test('keeps what was answered and what was not', async () => {
    const rating = await get(await insertDraft());
    expect(rating).toMatchObject({ ...facts, chosenLevel: null, version: 1 });
    expect(rating.teamName).toBe('Northgate');
  });

  test('posted twice is one rating', async () => {
    const submissionId = randomUUID();
    const first = await insertDraft(submissionId);
    expect(await insertDraft(submissionId)).toBe(first);
    expect(await listIntegrationRatings(database.db, { teamId: team.teamId })).toHaveLength(1);
  });

  test('belongs to its team: another team’s address does not find it', async () => {
    const ratingId = await insertDraft();
    const other = await addSampleTeam(database.db, 'Southgate');
    expect(await findIntegrationRating(database.db, other.teamId, ratingId)).toBeUndefined();
  });

  test('cannot be signed before a level is chosen', async () => {
    const key = await keyOf(await insertDraft());
    const signing = signIntegrationRating(database.db, leader, key, 'leader');
    await expect(signing).rejects.toThrow(StaleVersionError);
  });

  test('is not there for the host service until it has a level', async () => {
    const ratingId = await insertDraft();
    const { db } = database;
    expect(await isRatingForHost(db, { ...team, ratingId })).toBe(false);
    await updateRatingLevel(db, leader, await keyOf(ratingId), medium);
    expect(await isRatingForHost(db, { ...team, ratingId })).toBe(true);
    const other = await addSampleTeam(db, 'Southgate');
    expect(
      await isRatingForHost(db, { ...team, hostServiceId: other.hostServiceId, ratingId }),
    ).toBe(false);
    expect(await isRatingForHost(db, { ...other, ratingId })).toBe(false);
  });
});

describe('changing', () => {
  test('the criteria takes the level off, which rested on them', async () => {
    const ratingId = await insertWithLevel();
    await updateRatingFacts(database.db, leader, await keyOf(ratingId), {
      ...facts,
      provider: 'same',
    });
    expect(await get(ratingId)).toMatchObject({ provider: 'same', chosenLevel: null, version: 3 });
  });

  test('from an old version is refused and changes nothing', async () => {
    const ratingId = await insertDraft();
    const old = await keyOf(ratingId);
    await updateRatingFacts(database.db, leader, old, { ...facts, provider: 'same' });
    const second = updateRatingFacts(database.db, leader, old, { ...facts, criteria: {} });
    await expect(second).rejects.toThrow(StaleVersionError);
    expect(await get(ratingId)).toMatchObject({ provider: 'same', criteria: facts.criteria });
  });

  test('is refused after a signature, of criteria and of level alike', async () => {
    const ratingId = await insertWithLevel();
    await signIntegrationRating(database.db, leader, await keyOf(ratingId), 'leader');
    const key = await keyOf(ratingId);
    const edit = updateRatingFacts(database.db, leader, key, facts);
    await expect(edit).rejects.toThrow(StaleVersionError);
    const level = updateRatingLevel(database.db, leader, key, { ...medium, chosenLevel: 'high' });
    await expect(level).rejects.toThrow(StaleVersionError);
    expect((await get(ratingId)).chosenLevel).toBe('medium');
  });
});

describe('signing', () => {
  test('by both sides names both', async () => {
    const ratingId = await insertWithLevel();
    await signIntegrationRating(database.db, leader, await keyOf(ratingId), 'leader');
    await signIntegrationRating(database.db, host, await keyOf(ratingId), 'host');
    const rating = await get(ratingId);
    expect([rating.leaderSignedAt, rating.hostSignedAt]).toEqual([leader.at, host.at]);
    expect([rating.leaderName, rating.hostName]).toEqual(['Test Person', 'Test Person']);
  });

  test('twice by one side is refused', async () => {
    const ratingId = await insertWithLevel();
    await signIntegrationRating(database.db, leader, await keyOf(ratingId), 'leader');
    const again = signIntegrationRating(database.db, leader, await keyOf(ratingId), 'leader');
    await expect(again).rejects.toThrow(StaleVersionError);
  });

  test('a single signature can be withdrawn, after which the rating can be changed', async () => {
    const ratingId = await insertWithLevel();
    await signIntegrationRating(database.db, host, await keyOf(ratingId), 'host');
    await withdrawSignature(database.db, host, await keyOf(ratingId), 'host');
    expect((await get(ratingId)).hostSignedAt).toBeNull();
    await updateRatingFacts(database.db, leader, await keyOf(ratingId), facts);
  });

  test('two signatures stay', async () => {
    const ratingId = await insertWithLevel();
    await signIntegrationRating(database.db, leader, await keyOf(ratingId), 'leader');
    await signIntegrationRating(database.db, host, await keyOf(ratingId), 'host');
    const withdrawing = withdrawSignature(database.db, host, await keyOf(ratingId), 'host');
    await expect(withdrawing).rejects.toThrow(StaleVersionError);
  });

  test('withdrawing what one’s side never signed is refused', async () => {
    const key = await keyOf(await insertWithLevel());
    const withdrawing = withdrawSignature(database.db, host, key, 'host');
    await expect(withdrawing).rejects.toThrow(StaleVersionError);
  });

  test('of a page read before a change is refused', async () => {
    const ratingId = await insertWithLevel();
    const read = await keyOf(ratingId);
    await updateRatingLevel(database.db, leader, read, {
      ...medium,
      chosenLevel: 'low',
      reason: 'x',
    });
    const signing = signIntegrationRating(database.db, host, read, 'host');
    await expect(signing).rejects.toThrow(StaleVersionError);
  });
});

test('every step has its audit record', async () => {
  const ratingId = await insertWithLevel();
  await signIntegrationRating(database.db, leader, await keyOf(ratingId), 'leader');
  await withdrawSignature(database.db, leader, await keyOf(ratingId), 'leader');
  const rows = await database.db
    .selectFrom('auditRecords')
    .select(['action', 'teamId'])
    .where('entityId', '=', ratingId)
    .orderBy('seq')
    .execute();
  expect(rows.map(({ action }) => action)).toEqual([
    'insert',
    'choose level',
    'sign as leader',
    'withdraw signature as leader',
  ]);
  expect(new Set(rows.map(({ teamId }) => teamId))).toEqual(new Set([team.teamId]));
});
