import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { baselineCsv, fullAnswers } from '../app/import/files.ts';
import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { addClient, addEmployer, addSpecialist, addTeam } from '../db/daily-work.ts';
import { addReferenceData } from '../db/sample-teams.ts';
import { expectGoodPages } from './good-pages.ts';
import { openBrowser, openPage, type OpenPage } from './open-browser.ts';
import { scriptsAreReady, signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;
let teamId: string;
let clientId: string;
let leader: string;
let specialist: string;
let own: string;

beforeAll(async () => {
  server = await startTestServer({ prepare: addReferenceData });
  const { db } = server;
  teamId = await addTeam(db, 'Northgate');
  leader = (await addUser(db, { role: 'team-leader', teamId })).email;
  const account = await addUser(db, { role: 'employment-specialist', teamId });
  specialist = account.email;
  own = await addSpecialist(db, teamId, { userId: account.id });
  await addEmployer(db, teamId, 'Harbour Bakery');
  clientId = await addClient(db, teamId);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function signedIn(email: string, javaScriptEnabled: boolean): Promise<OpenPage> {
  const opened = await openPage(browser, server.origin, { javaScriptEnabled });
  await signInAs(opened.page, email);
  return opened;
}

async function boxOf(page: Page, words: string) {
  const box = await page.getByText(words, { exact: true }).first().boundingBox();
  return box ?? { x: 0, y: 0, width: 0, height: 0 };
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_words, javaScriptEnabled) => {
  test('an employer contact is logged on a phone, after the question who was meant', async () => {
    const { page, complaints } = await signedIn(specialist, javaScriptEnabled);
    await page.setViewportSize({ width: 390, height: 760 });
    await page.goto(`/teams/${teamId}/contacts`);
    await page.getByRole('button', { name: 'Log an employer contact' }).click();
    await page.getByRole('heading', { name: 'Log an employer contact' }).waitFor();
    // A name is asked for only where no known employer is chosen.
    const name = page.getByLabel('Employer’s name');
    await expect.poll(() => name.isVisible()).toBe(false);
    await page.getByLabel('Another employer').check();
    await name.fill('Harbor Bakery Ltd');
    await page.getByLabel('Telephone').check();
    await page.getByLabel('Job offered').check();
    await page.getByRole('button', { name: 'Save contact' }).click();
    await page.getByRole('heading', { name: 'Did you mean one of these?' }).waitFor();
    await page.getByRole('button', { name: 'Harbour Bakery' }).click();
    await page.getByText('Contact with Harbour Bakery saved').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Contact with Harbour Bakery undone: it counts nowhere').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a form with errors says so in its title, its summary and at the field', async () => {
    const { page } = await signedIn(specialist, javaScriptEnabled);
    await page.goto(`/teams/${teamId}/contacts/new`);
    await page.getByLabel('Video').check();
    await page.getByRole('button', { name: 'Save contact' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expect.poll(() => page.title()).toMatch(/^Error: Log an employer contact/);
    expect(await page.getByText('Choose the employer').count()).toBe(2);
    expect(await page.getByLabel('Video').isChecked()).toBe(true);
  });

  test('a vocational profile is filled in', async () => {
    const { page, complaints } = await signedIn(specialist, javaScriptEnabled);
    await page.goto(`/teams/${teamId}/clients/${clientId}/profile`);
    const date = page.getByRole('group', { name: 'Date of the profile' });
    await date.getByLabel('Day').fill('20');
    await date.getByLabel('Month').fill('1');
    await date.getByLabel('Year').fill('2026');
    await page.getByLabel('Jobcentre Plus').check();
    await page.getByRole('button', { name: 'Save profile' }).click();
    await page.getByText('Vocational profile saved').waitFor();
    expect(await page.getByText('Jobcentre Plus').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a file is checked and imported %s', async (_words, javaScriptEnabled) => {
  const { page, complaints } = await signedIn(leader, javaScriptEnabled);
  const text = baselineCsv([{ ...fullAnswers, client_id: 'NGT-0001' }]);
  const file = { name: 'baseline.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.goto(`/teams/${teamId}/import`);
  await page.getByLabel('baseline.csv').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByText('The file has no errors. Nothing is imported yet').waitFor();
  await page.getByRole('button', { name: 'Import these answers' }).click();
  await page.getByText('1 row imported').waitFor();
  expect(complaints).toEqual([]);
});

test('what was typed before the scripts arrived is still there afterwards', async () => {
  const { page } = await signedIn(leader, true);
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  await page.route('**/*.js', async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(`/teams/${teamId}/clients/new`, { waitUntil: 'commit' });
  const reference = page.getByLabel('Your team’s reference for the client');
  const female = page.getByRole('group', { name: 'Sex' }).getByLabel('Female');
  await reference.fill('NGT-0777');
  await female.check();
  open();
  await scriptsAreReady(page);
  expect(await reference.inputValue()).toBe('NGT-0777');
  expect(await female.isChecked()).toBe(true);
});

test('after saving a meeting the form starts afresh', async () => {
  const { page } = await signedIn(specialist, true);
  await page.goto(`/teams/${teamId}/clients/${clientId}/meetings`);
  await page.getByLabel('Telephone').check();
  await page.getByRole('button', { name: 'Save meeting' }).click();
  await page.getByText(/^Meeting on .* saved$/).waitFor();
  expect(await page.getByLabel('Telephone').isChecked()).toBe(false);
});

test.each([
  [390, 844],
  [320, 844],
])('the three questions and Save fit a phone of %i by %i', async (width, height) => {
  const { page } = await signedIn(specialist, true);
  await page.setViewportSize({ width, height });
  await page.goto(`/teams/${teamId}/contacts/new#start`);
  const start = await boxOf(page, 'Employer');
  const save = await boxOf(page, 'Save contact');
  expect(save.y + save.height - start.y).toBeLessThan(height);
  const tile = await page.locator('.gt-taps > .govuk-radios__item').first().boundingBox();
  expect(tile?.height).toBeGreaterThanOrEqual(44);
});

test('the pages of daily work are accessible and fit a phone', async () => {
  const { page, complaints } = await signedIn(leader, true);
  const client = `/clients/${clientId}`;
  const paths = [
    ...['/contacts', '/contacts/new', '/clients', '/clients/new', '/meetings/new', client],
    ...[`${client}/edit`, `${client}/profile`, `${client}/meetings`, `${client}/job-entries/new`],
    ...['/meeting-returns', '/meeting-returns/2026-05', '/staff', '/staff/new', `/staff/${own}`],
    ...[`/staff/${own}/edit`, `/staff/${own}/hours`, `/staff/${own}/leave`, '/import'],
  ];
  await expectGoodPages(
    page,
    paths.map((path) => `/teams/${teamId}${path}`),
  );
  expect(complaints).toEqual([]);
}, 120_000);
