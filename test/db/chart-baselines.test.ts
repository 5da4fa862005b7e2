import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { inChange, StaleVersionError } from '#db/audit/change.ts';
import {
  findChartBaseline,
  insertChartBaseline,
  listChartBaselines,
  undoChartBaseline,
} from '#db/queries/chart-baselines.ts';

import { aUser } from '../builders/users.ts';
import { addTeam } from './daily-work.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;
let teamId: string;
let author: string;

const at = '2026-07-01T10:00:00.000Z';

beforeEach(async () => {
  database = await temporaryDatabase();
  teamId = await addTeam(database.db);
  author = (await aUser(database.db, 'team-leader', { name: 'Ada Author', teamId })).id;
});

afterEach(() => database.close());

async function begin(facts: { team?: string; measure?: string; month?: string } = {}) {
  const { team = teamId, measure = 'meetings', month = '2026-02' } = facts;
  const actor = { userId: author, at };
  return inChange(database.db, actor, (trx, record) =>
    insertChartBaseline(trx, record, team, { measure, month, reason: 'A second clinic' }, actor),
  );
}

async function takeBack(id: string, team = teamId) {
  const actor = { userId: author, at: '2026-07-02T10:00:00.000Z' };
  return inChange(database.db, actor, (trx, record) =>
    undoChartBaseline(trx, record, team, id, actor),
  );
}

const lastRecord = () =>
  database.db
    .selectFrom('auditRecords')
    .select(['action', 'entity', 'entityId', 'teamId', 'actorId', 'detail'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();

describe('a new baseline', () => {
  test('is listed with who began it and why, by month, on its own chart and team only', async () => {
    const other = await addTeam(database.db);
    await begin({ month: '2026-04' });
    await begin({ month: '2025-11' });
    await begin({ measure: 'job-starts', month: '2025-12' });
    await begin({ team: other, month: '2026-01' });
    const listed = await listChartBaselines(database.db, teamId, 'meetings');
    expect(listed.map(({ month }) => month)).toEqual(['2025-11', '2026-04']);
    expect(listed[0]).toMatchObject({
      measure: 'meetings',
      reason: 'A second clinic',
      createdAt: at,
      createdByName: 'Ada Author',
      removedAt: null,
      removedByName: null,
    });
  });

  test('has an audit record without its reason', async () => {
    const id = await begin();
    expect(await lastRecord()).toEqual({
      action: 'insert',
      entity: 'chart baseline',
      entityId: id,
      teamId,
      actorId: author,
      detail: '{"measure":"meetings","month":"2026-02"}',
    });
  });

  test('is the only one of its month; another month, chart or team has its own', async () => {
    await begin();
    await expect(begin()).rejects.toThrow(StaleVersionError);
    await begin({ month: '2026-03' });
    await begin({ measure: 'job-starts' });
    await begin({ team: await addTeam(database.db) });
  });

  test('is held to one a month by the file itself', async () => {
    await begin();
    const copy = database.db
      .insertInto('chartBaselines')
      .values({
        id: 'another',
        teamId,
        measure: 'meetings',
        month: '2026-02',
        reason: 'Twice',
        createdAt: at,
        createdBy: null,
        removedAt: null,
        removedBy: null,
      })
      .execute();
    await expect(copy).rejects.toThrow(/UNIQUE/);
  });
});

describe('taking a baseline back', () => {
  test('keeps the row with who and when, and leaves its month free', async () => {
    const id = await begin();
    await takeBack(id);
    expect(await findChartBaseline(database.db, teamId, id)).toMatchObject({
      removedAt: '2026-07-02T10:00:00.000Z',
      removedByName: 'Ada Author',
    });
    expect(await lastRecord()).toMatchObject({ action: 'undo', entityId: id, teamId });
    await begin();
    expect(await listChartBaselines(database.db, teamId, 'meetings')).toHaveLength(2);
  });

  test('twice changes nothing more', async () => {
    const id = await begin();
    await takeBack(id);
    const once = await findChartBaseline(database.db, teamId, id);
    await takeBack(id);
    expect(await findChartBaseline(database.db, teamId, id)).toEqual(once);
    expect(await lastRecord()).toMatchObject({ action: 'undo repeated' });
  });

  test('by another team’s name finds nothing and changes nothing', async () => {
    const other = await addTeam(database.db);
    const id = await begin();
    expect(await findChartBaseline(database.db, other, id)).toBeUndefined();
    await takeBack(id, other);
    expect(await findChartBaseline(database.db, teamId, id)).toMatchObject({ removedAt: null });
  });
});
