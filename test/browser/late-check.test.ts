import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { addUser, TEST_PASSWORD } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { addReferenceData } from '../db/sample-teams.ts';
import { openBrowser, openPage, type OpenPage } from './open-browser.ts';

/** The form's check comes in a file of its own, after the page: what happens until it is there, and without it. */
const schemaFile = /\/assets\/meeting-note\.schema-[^/]+\.js$/;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({ prepare: addReferenceData });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function openForm(): Promise<OpenPage> {
  const { email } = await addUser(server.db, { role: 'national-analyst' });
  const opened = await openPage(browser, server.origin);
  const { page } = opened;
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${server.origin}/`);
  return opened;
}

function requestsOf({ page }: OpenPage, isWanted: (request: Request) => boolean): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    if (isWanted(request)) found.push(request.url());
  });
  return found;
}

test('the check is fetched when somebody begins to fill in the form, not with the page', async () => {
  const opened = await openForm();
  const { page, complaints } = opened;
  const fetched = requestsOf(opened, (request) => schemaFile.test(request.url()));
  await page.goto('/meeting-notes/new', { waitUntil: 'networkidle' });
  expect(fetched).toHaveLength(0);
  const arrives = page.waitForResponse(schemaFile);
  await page.getByLabel('Day').focus();
  await arrives;
  const posts = requestsOf(opened, (request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Write down what was said and decided' }).waitFor();
  expect(posts).toHaveLength(0);
  expect(complaints).toEqual([]);
});

test('a form sent before its check is there waits for it, and is sent once', async () => {
  const opened = await openForm();
  const { page } = opened;
  await page.route(schemaFile, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto('/meeting-notes/new', { waitUntil: 'networkidle' });
  const posts = requestsOf(opened, (request) => request.method() === 'POST');
  await page.getByRole('textbox', { name: 'Note' }).fill('Sent twice by an impatient hand');
  await page.getByRole('button', { name: 'Save' }).dblclick();
  await page.waitForURL(/\/meeting-notes(\?.*)?$/);
  expect(posts).toHaveLength(1);
  const saved = await server.db
    .selectFrom('meetingNotes')
    .select('id')
    .where('text', '=', 'Sent twice by an impatient hand')
    .execute();
  expect(saved).toHaveLength(1);
});

test('a form whose check cannot be fetched goes to the action, which checks it', async () => {
  const opened = await openForm();
  const { page } = opened;
  await page.route(schemaFile, (route) => route.abort());
  await page.goto('/meeting-notes/new', { waitUntil: 'networkidle' });
  const posts = requestsOf(opened, (request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Write down what was said and decided' }).waitFor();
  expect(posts).toHaveLength(1);
});
