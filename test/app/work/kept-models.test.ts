import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { keptModel } from '#app/work/kept-models.server.ts';
import type { Workplace } from '#app/work/kept-work.server.ts';
import type { ProtectedTeamRates } from '#app/relations/protected-team-rates.server.ts';

import { aTeam } from '../../builders/teams.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../db/temporary-database.ts';

/** A job that the test finishes when it likes; its answer is told by the number of teams in it. */
interface Job {
  finish: () => Promise<void>;
  fail: (error: Error) => Promise<void>;
}

let database: TemporaryDatabase;
let jobs: Job[];

function workplace(): Workplace {
  const ask = () =>
    new Promise<never>((resolve, reject) => {
      const number = jobs.length + 1;
      const answer: ProtectedTeamRates = {
        teams: [],
        figures: new Map([[`job ${number}`, hidden]]),
      };
      jobs.push({
        finish: async () => {
          resolve(answer as never);
          await settled();
        },
        fail: async (error) => {
          reject(error);
          await settled();
        },
      });
    });
  return { db: database.db, work: { ask, close: () => Promise.resolve() } };
}

const hidden = { status: 'hidden' } as never;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const askAt = (now: string, patience = 1) =>
  keptModel(workplace(), 'protectedTeamRates', { query: '', today: '2026-07-03' }, now, patience);

const first = '2026-07-03T09:00:00.000Z';
const later = '2026-07-03T09:05:00.000Z';

/** Which job an answer comes from. */
function jobOf(answer: Awaited<ReturnType<typeof askAt>>): string {
  return answer.status === 'working' ? 'working' : [...answer.answer.figures.keys()].join();
}

describe('a kept model', () => {
  beforeEach(async () => {
    database = await temporaryDatabase();
    jobs = [];
  });

  afterEach(async () => {
    await database.close();
  });

  test('is being worked out, once, until it is there', async () => {
    expect(await askAt(first)).toEqual({ status: 'working' });
    expect(await askAt(later)).toEqual({ status: 'working' });
    expect(jobs).toHaveLength(1);
    await jobs[0]!.finish();
    const answer = await askAt(later);
    expect(answer).toMatchObject({ status: 'ready', asOf: first, isCurrent: true });
    expect(jobs).toHaveLength(1);
  });

  test('answers at once where the job is quick', async () => {
    const answer = askAt(first, 1000);
    await expect.poll(() => jobs.length).toBe(1);
    await jobs[0]!.finish();
    expect(jobOf(await answer)).toBe('job 1');
  });

  test('stands with its time while the next is worked out from changed records', async () => {
    await askAt(first);
    await jobs[0]!.finish();
    await aTeam(database.db);
    expect(await askAt(later)).toMatchObject({ status: 'ready', asOf: first, isCurrent: false });
    // Records change again before the second is there: it stands, and a third begins.
    await aTeam(database.db);
    await jobs[1]!.finish();
    const second = await askAt(later);
    expect(second).toMatchObject({ status: 'ready', asOf: later, isCurrent: false });
    expect(jobOf(second)).toBe('job 2');
    expect(jobs).toHaveLength(3);
  });

  test('that failed says so to the next who asks, and is then tried again', async () => {
    await askAt(first);
    await jobs[0]!.fail(new Error('out of memory'));
    await expect(askAt(later)).rejects.toThrow('out of memory');
    expect(await askAt(later)).toEqual({ status: 'working' });
    expect(jobs).toHaveLength(2);
  });

  test('that fails at once says so at once', async () => {
    const answer = askAt(first, 1000).catch((error: unknown) => error);
    await expect.poll(() => jobs.length).toBe(1);
    await jobs[0]!.fail(new Error('no such column'));
    expect(await answer).toEqual(new Error('no such column'));
    expect(await askAt(later)).toEqual({ status: 'working' });
  });
});
