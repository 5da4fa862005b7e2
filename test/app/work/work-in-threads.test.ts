import { performance } from 'node:perf_hooks';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { workInThreads } from '#app/work/work-in-threads.server.ts';
import type { Work } from '#app/work/work.server.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import { workplaceFor } from '../../builders/request-context.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../db/temporary-database.ts';
import { manyTeams } from '../relations/many-teams.ts';

const today = '2026-07-15';
const query = '';

let database: TemporaryDatabase;
let work: Work;

/** Milliseconds for which this thread was busy while something went on. */
async function busyDuring(something: Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await something;
  return performance.eventLoopUtilization(before).active;
}

describe('a thread that works things out', () => {
  beforeEach(async () => {
    database = await databaseWithReferenceData();
    work = workInThreads(database.path);
  });

  afterEach(async () => {
    await work.close();
    await database.close();
  });

  test('answers as the same job does on the spot, and sees what was written since', async () => {
    const asked = { query, today };
    expect((await work.ask('protectedTeamRates', asked)).teams).toEqual([]);
    await manyTeams(database.db);
    const answer = await work.ask('protectedTeamRates', asked);
    expect(answer.figures.size).toBeGreaterThan(10);
    const here = await workplaceFor(database.db).work.ask('protectedTeamRates', asked);
    expect(answer).toEqual(here);
  });

  test('leaves the thread that asks free', async () => {
    await manyTeams(database.db);
    const reader = { role: 'national-reader', teamId: null } as const;
    // The first job starts the thread.
    await work.ask('protectedTeamRates', { query, today });
    const page = work.ask('relationsPage', { query, reader, today });
    expect(await busyDuring(page)).toBeLessThan(50);
    expect(await page).toContain('How service quality relates to job entry');
  });

  test('says which job failed, where, and does the next', async () => {
    const wrong = work.ask('protectedTeamRates', { query, today: 'someday' });
    const error: unknown = await wrong.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).stack).toMatch(/scoring|relations/);
    expect((await work.ask('protectedTeamRates', { query, today })).teams).toEqual([]);
  });

  test('fails what it had to do when it is ended, and starts again for the next job', async () => {
    const unfinished = work.ask('protectedTeamRates', { query, today });
    await work.close();
    await expect(unfinished).rejects.toThrow('has ended');
    expect((await work.ask('protectedTeamRates', { query, today })).teams).toEqual([]);
  });
});

test('a file that is no database of ours fails the job, not the server', async () => {
  const other = await temporaryDatabase();
  const missing = workInThreads(`${other.path}.missing`);
  await expect(missing.ask('protectedTeamRates', { query, today })).rejects.toThrow('missing');
  await missing.close();
  await other.close();
});
