import { readFileSync } from 'node:fs';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { insertReferenceData } from '#db/reference-data.ts';
import type { Role } from '#db/schema/people.ts';

import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { aGroupedRound, aLinkedRound, anEvaluationTeam } from '../builders/cohorts.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { expectGoodPages } from './good-pages.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({
    prepare: async (db) => {
      await setUp(db, (trx) => insertReferenceData(trx, setUpAt));
      await aLinkedRound(db, { linkageDate: '2023-12-01', people: 203, worked: 91, started: 61 });
      await aGroupedRound(db, { linkageDate: '2024-06-01' });
      await anEvaluationTeam(db, { name: 'Brent', level: 'high', clients: 301, starts: 91 });
    },
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function signedIn(role: Role, options: Parameters<typeof openPage>[2]) {
  const { email } = await addUser(server.db, { role, teamId: null });
  const opened = await openPage(browser, server.origin, options);
  await signInAs(opened.page, email);
  return opened;
}

const table = { name: 'Outcomes, each with its own base' } as const;

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('outcomes %s', (_words, javaScriptEnabled) => {
  test('an analyst reads the round, chooses a reference and looks a figure up', async () => {
    const { page, complaints } = await signedIn('national-analyst', { javaScriptEnabled });
    await page.goto('/');
    await page.getByRole('link', { name: 'Outcomes', exact: true }).click();
    // While the round is worked out the page looks again by itself.
    await page.getByRole('table', table).waitFor({ timeout: 60_000 });
    await page.getByRole('heading', { name: 'What is hidden, and why' }).waitFor();
    await page.getByRole('link', { name: 'Worked at least one day', exact: false }).first().click();
    await page
      .getByLabel('Compare each group with')
      .selectOption('Treatment status: Unplanned exit');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('cell', { name: 'Unplanned exit (reference)' }).first().waitFor();
    expect(await page.getByText('over 2 tests').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'what is counted' }).click();
    expect(new URL(page.url()).hash).toBe('#outcome-worked');
    expect(await page.locator('#outcome-worked h3').innerText()).toBe(
      'Worked at least one day (successful employment)',
    );
    expect(complaints).toEqual([]);
  });

  test('everybody who assesses the programme keeps its files', async () => {
    const { page } = await signedIn('reviewer', { javaScriptEnabled });
    await page.goto('/outcomes');
    await page.getByRole('table', table).waitFor({ timeout: 60_000 });
    expect(await page.getByText('What is hidden, and why').count()).toBe(0);
    for (const [link, name, start] of [
      ['Workbook (ODS)', 'outcomes.ods', 'PK\x03\x04'],
      ['Summary (Word)', 'outcomes-summary.docx', 'PK\x03\x04'],
      ['Every figure (CSV)', 'outcomes.csv', '\xEF\xBB\xBF"table"'],
    ] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe(name);
      const bytes = readFileSync(await download.path());
      expect(bytes.toString('latin1').startsWith(start)).toBe(true);
    }
  });
});

test('the pages are accessible and fit a phone', async () => {
  const { page } = await signedIn('national-analyst', { scriptsArrive: false });
  await page.goto('/outcomes');
  await page.getByRole('table', table).waitFor({ timeout: 60_000 });
  await expectGoodPages(page, [
    '/outcomes',
    '/outcomes?follow-up=complete',
    '/outcomes/worked?against=pairs',
    '/outcomes/days-employed',
    '/definitions',
  ]);
});
