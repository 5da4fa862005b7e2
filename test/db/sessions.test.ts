import { afterEach, beforeEach, expect, test } from 'vitest';

import { currentSession, ownSessions, startSession } from '#app/server/sessions.server.ts';
import { sessionIdOf } from '#app/server/session-token.server.ts';
import { forgetSignInTry, takeSignInTry } from '#app/server/sign-in-throttle.server.ts';
import type { UsersTable } from '#db/schema/people.ts';

import { addUser } from '../application/add-user.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

const START = '2026-07-03T08:00:00.000Z';

let database: TemporaryDatabase;
let user: UsersTable;
let token: string;

beforeEach(async () => {
  database = await temporaryDatabase();
  user = await addUser(database.db, { role: 'reviewer' });
  token = await begin();
});

afterEach(async () => {
  await database.close();
});

async function begin(): Promise<string> {
  return database.db
    .transaction()
    .execute((trx) => startSession(trx, { userId: user.id, at: START, device: 'Firefox' }));
}

const after = (minutes: number, seconds = 0) =>
  new Date(Date.parse(START) + minutes * 60_000 + seconds * 1000).toISOString();

const isSignedIn = async (minutes: number, seconds = 0) =>
  (await currentSession(database.db, token, after(minutes, seconds))) !== null;

test('the session says who it is, and nothing more than pages need', async () => {
  const session = await currentSession(database.db, token, after(1));
  expect(session?.user).toEqual({
    id: user.id,
    name: user.name,
    role: 'reviewer',
    teamId: null,
    hostServiceId: null,
  });
});

test('the file keeps no token', async () => {
  const rows = await database.db.selectFrom('sessions').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(rows[0]?.id).toBe(sessionIdOf(token));
});

test('half an hour without a visit ends it', async () => {
  expect(await isSignedIn(29, 59)).toBe(true);
  expect(await isSignedIn(29, 59 + 30 * 60)).toBe(false);
});

test('visits keep it alive, for twelve hours at most', async () => {
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    expect(await isSignedIn(minutes)).toBe(true);
  }
  expect(await isSignedIn(12 * 60)).toBe(false);
});

test('a visit is written down at most once a minute', async () => {
  const lastSeen = async () =>
    (await database.db.selectFrom('sessions').select('lastSeenAt').executeTakeFirstOrThrow())
      .lastSeenAt;
  await currentSession(database.db, token, after(0, 59));
  expect(await lastSeen()).toBe(START);
  await currentSession(database.db, token, after(1, 1));
  expect(await lastSeen()).toBe(after(1, 1));
});

test('a disabled account is signed out at once', async () => {
  await database.db.updateTable('users').set({ disabledAt: START }).execute();
  expect(await isSignedIn(1)).toBe(false);
});

test('an ended session is over, an unknown token is none', async () => {
  await database.db.updateTable('sessions').set({ endedAt: START }).execute();
  expect(await isSignedIn(1)).toBe(false);
  expect(await currentSession(database.db, 'unknown', START)).toBeNull();
  expect(await currentSession(database.db, undefined, START)).toBeNull();
});

test('the list of own sessions holds the live ones only', async () => {
  await begin();
  await database.db
    .updateTable('sessions')
    .set({ endedAt: START })
    .where('id', '=', sessionIdOf(token))
    .execute();
  expect(await ownSessions(database.db, user.id, after(1))).toHaveLength(1);
  expect(await ownSessions(database.db, user.id, after(31))).toHaveLength(0);
});

test('tries that arrive together are counted one by one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => takeSignInTry(database.db, 'account', 'a@example.org', START)),
  );
  expect(answers.filter((answer) => answer === null)).toHaveLength(10);
});

test('a right try frees the account, but gives a network address only that try back', async () => {
  const take = (kind: 'account' | 'address') => takeSignInTry(database.db, kind, 'who', START);
  for (let i = 0; i < 5; i += 1) await Promise.all([take('account'), take('address')]);
  await forgetSignInTry(database.db, 'account', 'who');
  await forgetSignInTry(database.db, 'address', 'who');
  const left = await database.db.selectFrom('signInCounters').select('failures').execute();
  expect(left).toEqual([{ failures: 4 }]);
});

test('old counters go, and hold no address in words', async () => {
  await takeSignInTry(database.db, 'account', 'long-ago@example.org', START);
  const rows = await database.db.selectFrom('signInCounters').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('long-ago');
  await takeSignInTry(database.db, 'account', 'today@example.org', after(25 * 60));
  expect(await database.db.selectFrom('signInCounters').selectAll().execute()).toHaveLength(1);
});
