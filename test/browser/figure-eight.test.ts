import { readFileSync } from 'node:fs';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { insertReferenceData } from '#db/reference-data.ts';
import type { Role } from '#db/schema/people.ts';

import { anEvaluation } from '../app/figure-eight/cohort.ts';
import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { aTeam } from '../builders/teams.ts';
import { expectGoodPages } from './good-pages.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({
    prepare: async (db) => {
      await setUp(db, (trx) => insertReferenceData(trx, setUpAt));
      await anEvaluation(db);
    },
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function signedIn(role: Role, options: Parameters<typeof openPage>[2]) {
  const teamId = role === 'team-leader' ? (await aTeam(server.db)).id : null;
  const { email } = await addUser(server.db, { role, teamId });
  const opened = await openPage(browser, server.origin, options);
  await signInAs(opened.page, email);
  return opened;
}

/** A model may take longer than an answer waits for it: the page then looks again by itself, script or not. */
async function waitForFigure(page: Page, finding: string): Promise<void> {
  await page.getByRole('heading', { name: finding }).waitFor({ timeout: 90_000 });
}

/** Files wait for the classes with meetings counted the other way; until these are there, the page offers to look again. */
async function waitForFiles(page: Page): Promise<void> {
  const lookAgain = async (): Promise<number> => {
    await page.reload();
    return page.getByRole('link', { name: 'Look again' }).count();
  };
  await expect.poll(lookAgain, { timeout: 90_000, interval: 1000 }).toBe(0);
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_words, javaScriptEnabled) => {
  test('a national reader comes from the relations, compares with another team and takes the file', async () => {
    const { page, complaints } = await signedIn('national-reader', { javaScriptEnabled });
    await page.goto('/relations/figure-eight');
    await waitForFigure(page, 'Against Aldersgate, 1 team turns meetings into job starts');
    expect(await page.locator('figure svg').count()).toBe(2);
    await page.getByRole('link', { name: 'Bexminster' }).click();
    expect(new URL(page.url()).hash).toMatch(/^#team-\d$/);
    const words = 'Bexminster turns meetings into job starts less effectively than Aldersgate';
    expect(await page.getByRole('heading', { name: words }).isVisible()).toBe(true);

    await page.getByLabel('Compared with').selectOption({ label: 'Bexminster' });
    await page.getByRole('button', { name: 'Show' }).click();
    await waitForFigure(page, 'Against Bexminster, 3 teams turn meetings into job starts');
    await waitForFiles(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('figure-eight.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('"Aldersgate"');
    expect(text).toContain('"More effectively"');
    expect(complaints).toEqual([]);
  });

  test('a team leader reads letters for names, and the landmark variant', async () => {
    const { page, complaints } = await signedIn('team-leader', { javaScriptEnabled });
    await page.goto('/relations/figure-eight');
    const finding = /^Against Team [A-F], 1 team turns meetings into job starts/;
    await page.getByRole('heading', { name: finding }).waitFor({ timeout: 90_000 });
    expect(await page.locator('body').textContent()).not.toContain('Aldersgate');
    await page.getByRole('link', { name: 'See the landmark variant' }).click();
    const row = page.getByRole('row', { name: 'Left out: started a job before day 60' });
    await row.waitFor({ timeout: 90_000 });
    expect(complaints).toEqual([]);
  });
});

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('the page is accessible and fits a phone, %s', async (_words, scriptsArrive) => {
  const { page, complaints } = await signedIn('national-reader', { scriptsArrive });
  await page.goto('/relations/figure-eight?meetings=first-60-days');
  await page.getByRole('heading', { name: /^Against Aldersgate/ }).waitFor({ timeout: 90_000 });
  await page.goto('/relations/figure-eight');
  await waitForFigure(page, 'Against Aldersgate');
  await expectGoodPages(page, [
    '/relations/figure-eight',
    '/relations/figure-eight?meetings=first-60-days',
    '/relations/figure-eight?clients=records',
  ]);
  expect(complaints).toEqual([]);
});
