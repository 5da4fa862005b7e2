import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { fillSignIn, scriptsAreReady } from './sign-in.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function endSessions(userId: string): Promise<void> {
  const ended = server.db.updateTable('sessions').set({ endedAt: new Date().toISOString() });
  await ended.where('userId', '=', userId).execute();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_name, javaScriptEnabled) => {
  const open = () => openPage(browser, server.origin, { javaScriptEnabled });

  test('a wrong password is said, the right one leads on, signing out ends it', async () => {
    const { email, name } = await addUser(server.db, { name: 'Asha Verity' });
    const { page, context, complaints } = await open();
    await page.goto('/account');
    await fillSignIn(page, email, 'not the password');
    await expect.poll(() => page.title()).toBe('Error: Sign in – Golden Thread');
    expect(await page.getByRole('alert').textContent()).toContain('Enter the email address');
    expect(await page.getByLabel('Email address').inputValue()).toBe(email);
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    await fillSignIn(page, email);
    await page.waitForURL('**/account');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
    await page.waitForURL('**/sign-in?signed-out');
    await page.goto('/account');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('what was typed survives the end of the session, and is saved once', async () => {
    const { id, email } = await addUser(server.db, { role: 'national-analyst' });
    const { page, context, complaints } = await open();
    await page.goto('/meeting-notes/new');
    await fillSignIn(page, email);
    await page.waitForURL('**/meeting-notes/new');
    const typed = 'First line, with "quotes" & <signs>\nSecond line';
    await page.getByLabel('Note').fill(typed);
    await endSessions(id);
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('You had been signed out').waitFor();
    expect(await page.title()).toBe('Sign in to go on – Golden Thread');
    await fillSignIn(page, email, 'first the wrong one');
    await page.getByRole('alert').waitFor();
    await fillSignIn(page, email);
    await page.getByRole('button', { name: 'Send what I typed' }).click();
    await page.waitForURL('**/meeting-notes');
    const notes = await server.db
      .selectFrom('meetingNotes')
      .select('text')
      .where('createdBy', '=', id)
      .execute();
    expect(notes).toEqual([{ text: typed }]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a page that does not exist says so', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/nowhere');
    expect(await page.title()).toBe('Page not found – Golden Thread');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('nobody else’s script runs: a policy stops one that a page would hold', async () => {
  const { page, context, complaints } = await openPage(browser, server.origin);
  await page.goto('/sign-in');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
  });
  expect(await page.title()).toBe('Sign in – Golden Thread');
  expect(complaints.join(' ')).toContain('Content Security Policy');
  await context.close();
});

test('another site’s form reaches nothing', async () => {
  const { email } = await addUser(server.db);
  const { page, context } = await openPage(browser, server.origin);
  await page.goto('/sign-in');
  await fillSignIn(page, email);
  await page.waitForURL(`${server.origin}/`);
  const { hostname, port } = new URL(server.origin);
  expect(hostname).toBe('127.0.0.1');
  // A page of another origin, answered here instead of by its server.
  await page.route('http://elsewhere.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="http://127.0.0.1:${port}/account"><input name="sessionId" value="all"><button>Win</button></form>`,
    }),
  );
  await page.goto('http://elsewhere.example/');
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.getByRole('button', { name: 'Win' }).click(),
  ]);
  expect(response.status()).toBe(403);
  await page.goto(`${server.origin}/account`);
  expect(await page.title()).toBe('Your account – Golden Thread');
  await context.close();
});

test('shortly before the session ends a notice says so, and staying is one press', async () => {
  const { email } = await addUser(server.db);
  const { page, context } = await openPage(browser, server.origin);
  await page.clock.install();
  await page.goto('/account');
  await fillSignIn(page, email);
  await page.waitForURL('**/account');
  await scriptsAreReady(page);
  const notice = page.getByText('You will be signed out in about 2 minutes');
  await page.clock.fastForward('26:30');
  expect(await notice.count()).toBe(0);
  await page.clock.fastForward('01:00');
  await notice.waitFor();
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await notice.waitFor({ state: 'detached' });
  await context.close();
});
