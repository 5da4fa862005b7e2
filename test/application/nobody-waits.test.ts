import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { demoAccounts } from '#db/demo/accounts.ts';
import { seedDemo } from '#db/demo/seed-demo.ts';
import type { Role } from '#db/schema/people.ts';

import { setUp } from '../builders/set-up.ts';
import { temporaryDatabaseFile } from '../db/temporary-database.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

// While a page of models is worked out afresh, everybody else is answered: what the server's own thread does for such a page,
// from the question to the last byte, it does in turns of less than this, with other requests between them.
const longestMs = 50;

const patience = 5 * 60_000;

/** `own` stands for the leader's own team. */
const pages: readonly (readonly [name: string, reader: Role, path: string])[] = [
  ['the relations', 'national-reader', '/relations'],
  ['figure 8', 'team-leader', '/relations/figure-eight'],
  ['case mix', 'team-leader', '/relations/case-mix'],
  ['case mix of the evaluation', 'national-reader', '/relations/case-mix?clients=evaluation'],
  ['job starts', 'national-reader', '/relations/job-starts'],
  ['contacts over time', 'team-leader', '/teams/own/over-time?measure=contacts-strict'],
  ['job starts over time', 'team-leader', '/teams/own/over-time?measure=job-starts'],
  ['outcomes', 'national-reader', '/outcomes'],
  ['one outcome', 'national-reader', '/outcomes/worked'],
];

let server: TestServer;
let startMs: number;
let ownTeamId: string;
const readers = new Map<Role, Visitor>();

/** Milliseconds for which the server's thread worked at most without a pause since this was last asked. */
async function longestTurn(): Promise<number> {
  const answered = once(server.process, 'message') as Promise<[number]>;
  server.process.send('longest turn');
  const [ms] = await answered;
  return ms;
}

beforeAll(async () => {
  const file = await temporaryDatabaseFile();
  await seedDemo(file, { onProgress: () => undefined });
  const preload = './test/application/busy-thread.mjs';
  server = await startTestServer({ file, environment: { DEMO: '1' }, preload });
  startMs = await longestTurn();
  for (const role of ['team-leader', 'national-reader'] as const) {
    const account = demoAccounts.find((one) => one.role === role);
    readers.set(role, await server.signIn(account?.email ?? '', account?.password));
  }
  const { teamId } = await server.db
    .selectFrom('users')
    .select('teamId')
    .where('role', '=', 'team-leader')
    .executeTakeFirstOrThrow();
  ownTeamId = teamId ?? '';
}, patience);

afterAll(() => server.stop());

/** Asks for /health again and again until it is stopped; gives how often it was answered. */
function askForHealth(): { stop: () => Promise<number> } {
  const visitor = server.visitor();
  let [answers, isOver] = [0, false];
  const asking = (async () => {
    while (!isOver) {
      const answer = await visitor.get('/health');
      await answer.text();
      answers += answer.status === 200 ? 1 : 0;
      await setTimeout(5);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await asking;
      return answers;
    },
  };
}

/** The page as its newest data have it, however often it must be asked for. */
async function readUpToDate(reader: Role, path: string): Promise<void> {
  for (;;) {
    const answer = await readers.get(reader)?.get(path.replace('own', ownTeamId));
    const text = (await answer?.text()) ?? '';
    expect([path, answer?.status]).toEqual([path, 200]);
    if (!/being\s+worked\s+out|on\s+their\s+way/.test(text)) return;
    await setTimeout(200);
  }
}

describe('a page that is worked out afresh', () => {
  test('is watched: a long turn, such as the reading of the server’s code, is seen', () => {
    expect(startMs).toBeGreaterThan(longestMs);
  });

  test.each(pages)(
    'keeps nobody waiting: %s',
    async (_, reader, path) => {
      const health = askForHealth();
      // The first time, code is compiled on the way; a processor shared with others may be slow for a while.
      const longest: number[] = [];
      while (longest.length < 3 && !longest.some((ms) => ms < longestMs)) {
        await setUp(server.db, () => Promise.resolve());
        await longestTurn();
        await readUpToDate(reader, path);
        longest.push(await longestTurn());
      }
      expect(await health.stop()).toBeGreaterThan(0);
      expect(Math.min(...longest)).toBeLessThan(longestMs);
    },
    patience,
  );
});
