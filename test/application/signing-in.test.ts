import { afterAll, beforeAll, expect, test } from 'vitest';

import { addUser } from './add-user.ts';
import { startTestServer, type TestServer } from './start-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

test('a person who signs in reaches the page they asked for', async () => {
  const { email, name } = await addUser(server.db, { name: 'Asha Verity' });
  const browser = server.visitor();
  const refused = await browser.get('/account?x=1');
  expect(refused.status).toBe(303);
  expect(refused.headers.get('Location')).toBe('/sign-in?next=%2Faccount%3Fx%3D1');
  const page = await browser.get('/sign-in?next=%2Faccount%3Fx%3D1');
  expect(await page.text()).toContain('name="next" value="/account?x=1"');
  const answer = await browser.signIn(email, undefined, '/account?x=1');
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/account?x=1']);
  expect(answer.headers.get('Set-Cookie')).toMatch(
    /^__Host-golden-thread=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
  );
  expect(await (await browser.get('/account')).text()).toContain(name);
});

test('a form that comes after its session has ended is kept and sent on after signing in', async () => {
  const { id, email } = await addUser(server.db);
  const browser = await server.signIn(email);
  await server.db
    .updateTable('sessions')
    .set({ endedAt: new Date().toISOString() })
    .where('userId', '=', id)
    .execute();
  const typed: [string, string][] = [
    ['note', 'Two\nlines <b>&"\''],
    ['__type', 'Error'],
    ['currentPassword', 'not to be repeated'],
  ];
  const refused = await browser.post('/account', typed);
  const page = await refused.text();
  expect(refused.status).toBe(401);
  expect(page).toContain('Sign in to go on');
  expect(page).not.toContain('not to be repeated');
  const kept = JSON.stringify(typed.slice(0, 2));
  const answer = await browser.post('/sign-in', {
    email,
    password: 'copper lantern orchard 41',
    next: '/account',
    kept,
  });
  const sendOn = await answer.text();
  expect(answer.status).toBe(200);
  expect(sendOn).toContain('action="/account"');
  expect(sendOn).toContain('name="note"');
  expect(sendOn).toContain('value="Two\nlines &lt;b&gt;&amp;&quot;&#x27;"');
});
