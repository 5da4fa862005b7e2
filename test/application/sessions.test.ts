import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findBrokenAuditRecord } from '#db/audit/audit-records.ts';

import { addUser, TEST_PASSWORD } from './add-user.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

const isSignedIn = async (browser: Visitor) => (await browser.get('/account')).status === 200;

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function actionsOf(userId: string): Promise<string[]> {
  const rows = await server.db
    .selectFrom('auditRecords')
    .select('action')
    .where('entityId', '=', userId)
    .orderBy('seq')
    .execute();
  return rows.map(({ action }) => action);
}

describe('a session', () => {
  test('ends after half an hour without a visit', async () => {
    const { id, email } = await addUser(server.db);
    const browser = await server.signIn(email);
    const seen = (at: string) =>
      server.db.updateTable('sessions').set({ lastSeenAt: at }).where('userId', '=', id).execute();
    await seen(minutesAgo(29));
    expect(await isSignedIn(browser)).toBe(true);
    await seen(minutesAgo(31));
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('ends after twelve hours whatever happens', async () => {
    const { id, email } = await addUser(server.db);
    const browser = await server.signIn(email);
    const update = server.db.updateTable('sessions').set({ expiresAt: minutesAgo(1) });
    await update.where('userId', '=', id).execute();
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('is over on the server after signing out: a copied cookie opens nothing', async () => {
    const { id, email } = await addUser(server.db);
    const browser = await server.signIn(email);
    const thief = browser.copy();
    const answer = await browser.post('/sign-out', {});
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect(browser.cookie).toBe('');
    expect(await isSignedIn(thief)).toBe(false);
    expect(await actionsOf(id)).toEqual(['insert', 'sign-in', 'sign-out']);
  });

  test('gets a new token at every sign-in, and the one before is worth nothing', async () => {
    const { email } = await addUser(server.db);
    const browser = await server.signIn(email);
    const before = browser.copy();
    await browser.signIn(email);
    expect(browser.cookie).not.toBe(before.cookie);
    expect(await isSignedIn(browser)).toBe(true);
    expect(await isSignedIn(before)).toBe(false);
  });

  test('cannot be chosen by whoever sets the cookie first', async () => {
    const { email } = await addUser(server.db);
    const planted = `__Host-golden-thread=${randomBytes(32).toString('base64url')}`;
    const visitor = server.visitor();
    const answer = await visitor.fetch('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email, password: TEST_PASSWORD, next: '/' }),
      headers: { Origin: server.origin, Cookie: planted },
    });
    expect(answer.status).toBe(303);
    const { status } = await server.visitor().fetch('/account', { headers: { Cookie: planted } });
    expect(status).toBe(303);
  });

  test('signing in on one device leaves the other alone; signing out everywhere ends both', async () => {
    const { id, email } = await addUser(server.db);
    const [desk, phone] = [await server.signIn(email), await server.signIn(email)];
    expect(await isSignedIn(desk)).toBe(true);
    const answer = await phone.post('/account', { sessionId: 'all' });
    expect(answer.headers.get('Location')).toBe('/sign-in?signed-out');
    expect([await isSignedIn(desk), await isSignedIn(phone)]).toEqual([false, false]);
    expect((await actionsOf(id)).at(-1)).toBe('sign-out-everywhere');
  });

  test('one of one’s own can be ended, somebody else’s cannot', async () => {
    const [one, other] = [await addUser(server.db), await addUser(server.db)];
    const [desk, phone] = [await server.signIn(one.email), await server.signIn(one.email)];
    const stranger = await server.signIn(other.email);
    const page = await (await phone.get('/account')).text();
    const [, deskId = ''] = /name="sessionId" value="([0-9a-f]{64})"/.exec(page) ?? [];
    await stranger.post('/account', { sessionId: deskId });
    expect(await isSignedIn(desk)).toBe(true);
    await phone.post('/account', { sessionId: deskId });
    expect([await isSignedIn(desk), await isSignedIn(phone)]).toEqual([false, true]);
  });

  test('a disabled account is signed out at once and cannot come back', async () => {
    const { id, email } = await addUser(server.db);
    const browser = await server.signIn(email);
    const update = server.db.updateTable('users').set({ disabledAt: minutesAgo(0) });
    await update.where('id', '=', id).execute();
    expect(await isSignedIn(browser)).toBe(false);
    expect((await browser.signIn(email)).status).toBe(400);
  });
});

describe('a new password', () => {
  const next = 'velvet meadow compass 18';

  test('ends every other session, opens the account, and the old one does not', async () => {
    const { id, email } = await addUser(server.db);
    const [desk, phone] = [await server.signIn(email), await server.signIn(email)];
    const fields = { currentPassword: TEST_PASSWORD, newPassword: next, version: '1' };
    const answer = await desk.post('/account/password', fields);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/account']);
    expect([await isSignedIn(desk), await isSignedIn(phone)]).toEqual([true, false]);
    expect((await server.visitor().signIn(email)).status).toBe(400);
    expect((await server.visitor().signIn(email, next)).status).toBe(303);
    expect(await actionsOf(id)).toContain('change-password');
  });

  test('needs the current one, and is not sent back by a page that refuses it', async () => {
    const { email } = await addUser(server.db);
    const browser = await server.signIn(email);
    const wrong = { currentPassword: 'not the current one', newPassword: next, version: '1' };
    const answer = await browser.post('/account/password', wrong);
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('<title>Error: Change your password – Golden Thread</title>');
    expect(page).not.toMatch(/not the current one|velvet meadow/);
  });

  test('a form from before somebody else changed the account is answered 409', async () => {
    const { id, email } = await addUser(server.db);
    const browser = await server.signIn(email);
    await server.db.updateTable('users').set({ version: 2 }).where('id', '=', id).execute();
    const fields = { currentPassword: TEST_PASSWORD, newPassword: next, version: '1' };
    const answer = await browser.post('/account/password', fields);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Somebody else saved first');
    expect(await isSignedIn(browser)).toBe(true);
  });
});

describe('trying passwords', () => {
  const wrong = 'not the password at all';

  test('ten tries, then even the right password waits; unknown addresses the same', async () => {
    const { email } = await addUser(server.db);
    for (const address of [email, 'nobody-here@example.org']) {
      const visitor = server.visitor();
      const statuses = [];
      for (let i = 0; i < 10; i += 1) statuses.push((await visitor.signIn(address, wrong)).status);
      expect(new Set(statuses)).toEqual(new Set([400]));
      const eleventh = await visitor.signIn(address, TEST_PASSWORD);
      expect(eleventh.status).toBe(429);
      expect(await eleventh.text()).toContain('Try again in 1 minute');
    }
  });

  test('the page says the same of a wrong password and of an unknown address', async () => {
    const { email } = await addUser(server.db);
    const pageFor = async (address: string) =>
      (await (await server.visitor().signIn(address, wrong)).text())
        .replaceAll(address, 'ADDRESS')
        .replaceAll(/nonce="[^"]*"/g, '');
    expect(await pageFor(email)).toBe(await pageFor('unknown-to-us@example.org'));
  });

  test('takes about as long for an unknown address as for a known one', async () => {
    const { email } = await addUser(server.db);
    const time = async (address: string) => {
      const start = performance.now();
      await server.visitor().signIn(address, wrong);
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      known.push(await time(email));
      unknown.push(await time(`stranger-${i}@example.org`));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[4]!;
    // Loosely: a shared machine is noisy. Without the stand-in hash the unknown takes less than half as long.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });

  test('where to go on is never another site', async () => {
    const { email } = await addUser(server.db);
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil']) {
      const answer = await server.visitor().signIn(email, TEST_PASSWORD, next);
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
    }
  });
});

test('after all of this the chain of audit records is whole', async () => {
  expect(await findBrokenAuditRecord(server.db)).toBeUndefined();
});
