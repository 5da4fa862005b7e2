import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { insertReferenceData } from '#db/reference-data.ts';

import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { aCaseloadOf26 } from '../builders/caseload.ts';
import { anOpenReview } from '../builders/reviews.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { aTeam } from '../builders/teams.ts';
import { expectGoodPages, problemsOf } from './good-pages.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({
    prepare: (db) => setUp(db, (trx) => insertReferenceData(trx, setUpAt)),
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A reviewer at the items of a team with a caseload of 26 for each full-time specialist. */
async function reviewing() {
  const team = await aTeam(server.db, { startDate: '2024-01-08' });
  await aCaseloadOf26(server.db, team.id);
  const { id, email } = await addUser(server.db, { role: 'reviewer' });
  const visit = { lastVisitDay: '2026-06-24' };
  const reviewId = await anOpenReview(server.db, team.id, [{ userId: id }], visit);
  const { page } = await openPage(browser, server.origin);
  await signInAs(page, email);
  return { page, item: (number: number) => `/reviews/${reviewId}/items/${number}` };
}

test('a press writes the recorded number into the form, and a number typed over it stands', async () => {
  const { page, item } = await reviewing();
  await page.goto(item(1));
  const measured = page.locator('input[name="measured"]');
  const proposal = page.locator('#proposal');
  await page.locator('summary', { hasText: 'Why this score' }).click();
  await page.locator('summary', { hasText: 'The six month ends' }).click();
  expect(await problemsOf(page)).toEqual([]);
  expect(await measured.inputValue()).toBe('');
  await page.getByLabel('Reason').fill('Half a post for thirteen people');
  const address = page.url();

  await page.getByRole('button', { name: 'Use this number' }).click();
  await page.getByText('Written into what you found').waitFor();
  expect([page.url(), await measured.inputValue()]).toEqual([address, '26']);
  expect(await proposal.textContent()).toContain('the rule proposes 3');
  expect(await page.getByLabel('Reason').inputValue()).toBe('Half a post for thirteen people');

  await measured.fill('41');
  await page.getByText('the rule proposes 1').waitFor();
  expect(await page.textContent('.gt-recorded')).toContain('the rule would propose 3');
  await page.getByRole('button', { name: 'Save and return to the list' }).click();
  await page.getByText('Draft').waitFor();
  await page.goto(item(1));
  expect(await measured.inputValue()).toBe('41');
});

test('items with, beside and without recorded numbers are sound on a desk and on a phone', async () => {
  const { page, item } = await reviewing();
  await expectGoodPages(page, [1, 3, 17, 23].map(item));
});
