import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { UsersTable } from '#db/schema/people.ts';

import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import {
  addScaleVersion,
  openReview,
  scoreAll,
  submit,
  type OpenReview,
} from '../db/review-builder.ts';
import { expectGoodPages, problemsOf } from './good-pages.ts';
import { openBrowser, openPage, type OpenPage } from './open-browser.ts';
import { fillSignIn, signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;
let scaleVersionId: string;

beforeAll(async () => {
  server = await startTestServer();
  scaleVersionId = await addScaleVersion(server.db);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function signedIn(facts: Partial<UsersTable>): Promise<OpenPage & { id: string }> {
  const { id, email } = await addUser(server.db, facts);
  const opened = await openPage(browser, server.origin);
  await signInAs(opened.page, email);
  return { ...opened, id };
}

let teamId: string | undefined;

/** An open review led by this person, of the one team. */
async function reviewLedBy(leadReviewerId: string, others?: string[]): Promise<OpenReview> {
  const team = teamId === undefined ? {} : { teamId };
  const review = await openReview(server.db, {
    ...team,
    scaleVersionId,
    leadReviewerId,
    ...(others === undefined ? {} : { otherReviewerIds: others }),
  });
  teamId = review.teamId;
  return review;
}

test('pages of an open review are accessible and fit a phone', async () => {
  const lead = await signedIn({ role: 'reviewer', name: 'Lena Lead' });
  const { reviewId } = await reviewLedBy(lead.id);
  const review = `/reviews/${reviewId}`;
  // One item of each kind of rule: band, level, count, band with states, per specialist, with cases, with a cap.
  const items = [1, 3, 5, 4, 17, 18, 19, 23, 25].map((number) => `${review}/items/${number}`);
  const open = ['/reviews', '/reviews/new', review, ...items];
  await expectGoodPages(lead.page, [...open, `${review}/check`, `${review}/agree`]);
  expect(lead.complaints).toEqual([]);
});

test('pages of a review that is all scored, and of the scale, are accessible too', async () => {
  const lead = await signedIn({ role: 'reviewer', name: 'Lena Lead' });
  const { reviewId, second } = await reviewLedBy(lead.id);
  const review = `/reviews/${reviewId}`;
  await scoreAll(server.db, reviewId, second, (number) => (number % 5 === 0 ? 2 : 4));
  await submit(server.db, reviewId, second);
  await scoreAll(server.db, reviewId, lead.id);
  await expectGoodPages(lead.page, [`${review}/check`]);
  await submit(server.db, reviewId, lead.id);
  const after = [review, `${review}/items/1`, `${review}/check`, `${review}/agree`];
  await expectGoodPages(lead.page, [...after, `${review}/sign-off`, '/scale']);
  const administrator = await signedIn({ role: 'administrator' });
  await expectGoodPages(administrator.page, [
    '/reviews',
    review,
    '/scale',
    '/scale/publish',
    '/scale/publish?item=2',
  ]);
  expect([...lead.complaints, ...administrator.complaints]).toEqual([]);
});

test('with JavaScript the proposal follows what is typed, and the form is checked before it is sent', async () => {
  const { page, id, complaints } = await signedIn({ role: 'reviewer' });
  const { reviewId } = await reviewLedBy(id, []);
  await page.goto(`/reviews/${reviewId}/items/1`);
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  const proposal = page.locator('#proposal');
  await page.getByLabel('Active clients per full-time employment specialist').fill('28.5');
  await proposal.getByText('the rule proposes 3').waitFor();
  await page.getByLabel('Active clients per full-time employment specialist').fill('20');
  await proposal.getByText('the rule proposes 5').waitFor();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('alert').getByText('Select a score from 1 to 5').waitFor();
  await page.getByRole('radio', { name: '4' }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  const message = 'Give a reason: you score 4 and the rule proposes 5';
  const link = page.getByRole('alert').getByRole('link', { name: message });
  await link.waitFor();
  expect(await page.title()).toMatch(/^Error: Item 1: Caseload size/);
  expect(await page.evaluate('document.activeElement.className')).toBe('govuk-error-summary');
  expect(await problemsOf(page)).toEqual([]);
  expect(posts).toEqual([]);
  await link.click();
  await page.keyboard.type('Two people left this week');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('heading', { name: 'Employment services staff' }).waitFor();
  expect(page.url()).toMatch(/items\/2$/);
  expect(posts).toHaveLength(1);
  expect(await page.title()).toMatch(/^Item 2:/);
  expect(await page.getByLabel('Reason', { exact: true }).inputValue()).toBe('');

  await page.getByLabel('Share of specialists’ working time').fill('93');
  await page.getByRole('button', { name: 'Work out the proposal' }).click();
  await page.getByText('Last saved').waitFor();
  await page.getByRole('radio', { name: '4' }).check();
  await page.getByRole('button', { name: 'Save and return to the list' }).click();
  await page.getByText('2 of 25 scored').waitFor();
  expect(complaints).toEqual([]);
});

test('the later of two tabs is shown both versions and may save over the first knowingly', async () => {
  const { page, context, id, complaints } = await signedIn({ role: 'reviewer' });
  const { reviewId } = await reviewLedBy(id, []);
  const path = `/reviews/${reviewId}/items/7`;
  const other = await context.newPage();
  await Promise.all([page.goto(path), other.goto(path)]);
  for (const [tab, score, reason] of [
    [other, '3', 'Weekly, without a leader'],
    [page, '5', 'Weekly, led by the supervisor'],
  ] as const) {
    await tab.getByRole('radio', { name: score }).check();
    await tab.getByLabel('Reason', { exact: true }).fill(reason);
    await tab.getByRole('button', { name: 'Save and return to the list' }).click();
    if (tab === other) await tab.getByText('1 of 25 scored').waitFor();
  }
  await page.getByRole('cell', { name: 'Weekly, without a leader' }).waitFor();
  expect(await page.getByLabel('Reason', { exact: true }).inputValue()).toBe(
    'Weekly, led by the supervisor',
  );
  expect(await page.getByRole('radio', { name: '5' }).isChecked()).toBe(true);
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save and return to the list' }).click();
  await page.getByText('Score 5').waitFor();
  expect(complaints).toEqual([]);
});

test('a review is set up without JavaScript', async () => {
  const { id, email } = await addUser(server.db, { role: 'reviewer', name: 'Rae Reviewer' });
  await reviewLedBy(id, []);
  const { page } = await openPage(browser, server.origin, { javaScriptEnabled: false });
  await page.goto('/sign-in?next=%2Freviews%2Fnew');
  await fillSignIn(page, email);
  await page.getByLabel('Team').selectOption({ index: 1 });
  await page.getByLabel('Independent review').check();
  for (const [visit, day] of [
    ['First visit day', '26'],
    ['Last visit day', '27'],
  ] as const) {
    const group = page.getByRole('group', { name: visit });
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Month').fill('3');
    await group.getByLabel('Year').fill('2026');
  }
  await page.getByRole('button', { name: 'Set up the review' }).click();
  await page.getByText('0 of 25 scored').waitFor();
  expect(await page.getByText('Rae Reviewer, lead reviewer').count()).toBe(1);
});
