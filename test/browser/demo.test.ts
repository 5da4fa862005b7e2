import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { demoAccounts } from '#db/demo/accounts.ts';
import { seedDemo } from '#db/demo/seed-demo.ts';
import type { Role } from '#db/schema/people.ts';

import { startTestServer, type TestServer } from '../application/start-server.ts';
import { temporaryDatabaseFile } from '../db/temporary-database.ts';
import { expectGoodPages, problemsOf } from './good-pages.ts';
import { openBrowser, openPage, type OpenPage } from './open-browser.ts';
import { signInAs } from './sign-in.ts';

// The whole demonstration as a newcomer meets it: about 100 teams, every kind of page with real content on it.

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({ file: await demoFile(), environment: { DEMO: '1' } });
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function demoFile(): Promise<string> {
  const path = await temporaryDatabaseFile();
  await seedDemo(path, { onProgress: () => undefined });
  return path;
}

async function signedIn(role: Role, scriptsArrive: boolean): Promise<OpenPage> {
  const account = demoAccounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`The demonstration has no ${role}`);
  const opened = await openPage(browser, server.origin, { scriptsArrive });
  await signInAs(opened.page, account.email, account.password);
  return opened;
}

async function teamOf(role: Role): Promise<string> {
  const account = demoAccounts.find((one) => one.role === role);
  const users = server.db.selectFrom('users').select('teamId');
  const { teamId } = await users
    .where('email', '=', account?.email ?? '')
    .executeTakeFirstOrThrow();
  return teamId ?? '';
}

async function clientOf(teamId: string): Promise<string> {
  const clients = server.db.selectFrom('clients').select('id').where('teamId', '=', teamId);
  return (await clients.where('closedOn', 'is', null).orderBy('id').executeTakeFirstOrThrow()).id;
}

/** The one of the three open reviews whose items are half scored. */
async function reviewUnderWay(): Promise<string> {
  const reviews = server.db.selectFrom('fidelityReviews').select('id').where('status', '=', 'open');
  return (
    await reviews.orderBy('firstVisitDay', 'desc').offset(1).limit(1).executeTakeFirstOrThrow()
  ).id;
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_words, javaScriptEnabled) => {
  test('a newcomer signs in by an account of the page and reads how quality relates to job entry', async () => {
    const { page, complaints } = await openPage(browser, server.origin, { javaScriptEnabled });
    await page.goto('/sign-in');
    expect(await page.getByRole('cell', { name: /@example\.org/ }).count()).toBe(
      demoAccounts.length,
    );
    const reader = demoAccounts.find(({ role }) => role === 'national-reader');
    await signInAs(page, reader?.email ?? '', reader?.password);
    await page.getByRole('button', { name: 'See how service quality relates' }).click();
    await page.getByRole('heading', { level: 1, name: 'How service quality relates' }).waitFor();
    const banner = page.getByText('every figure about teams and people here is synthetic');
    expect(await banner.count()).toBe(1);
    const finding = /^Over \d+ teams, job entry is higher where the fidelity total/;
    expect(await page.getByRole('heading', { name: finding }).count()).toBe(1);
    expect(await page.locator('figure svg').count()).toBeGreaterThan(5);
    const definition = page.getByLabel('Definition of a job entry');
    await definition.selectOption({ label: 'Via evaluation: evidenced job starts' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('What counts under “Via evaluation: evidenced job starts”').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s', (_words, scriptsArrive) => {
  test('relations and team pages are accessible and fit a phone', async () => {
    const national = await signedIn('national-reader', scriptsArrive);
    const teamId = await teamOf('team-leader');
    await expectGoodPages(national.page, [
      '/',
      '/teams',
      '/relations',
      `/teams/${teamId}`,
      '/scale',
    ]);
    const leader = await signedIn('team-leader', scriptsArrive);
    await expectGoodPages(leader.page, ['/', '/relations', `/teams/${teamId}`]);
    expect([...national.complaints, ...leader.complaints]).toEqual([]);
  });

  test('what goes with a job start is accessible and fits a phone, once it is worked out', async () => {
    const leader = await signedIn('team-leader', scriptsArrive);
    const paths = [
      '/relations/job-starts',
      '/relations/job-starts?clients=records&definition=ips-grow&length=1',
    ];
    for (const path of paths) {
      await leader.page.goto(path);
      // Meanwhile the page looks again by itself.
      await leader.page.getByRole('heading', { name: 'How this was worked out' }).waitFor();
      expect(await leader.page.locator('.gt-factor svg').count()).toBeGreaterThan(14);
    }
    await expectGoodPages(leader.page, paths);
    await leader.page.evaluate(
      'for (const each of document.querySelectorAll("details")) each.open = true',
    );
    expect(await problemsOf(leader.page)).toEqual([]);
    expect(await leader.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await leader.page.getByRole('checkbox', { name: 'Benefit' }).uncheck();
    await leader.page
      .getByRole('group', { name: 'Compared with' })
      .getByLabel('Sex')
      .selectOption('Female');
    await leader.page.getByRole('button', { name: 'Show' }).click();
    await leader.page.locator('.gt-readings').getByText('others are compared with women').waitFor();
    expect(await leader.page.getByRole('heading', { name: 'Benefit' }).count()).toBe(0);
    expect(leader.complaints).toEqual([]);
  });

  test('the four forms are accessible and fit a phone', async () => {
    const specialist = await signedIn('employment-specialist', scriptsArrive);
    const teamId = await teamOf('employment-specialist');
    const client = await clientOf(teamId);
    await expectGoodPages(specialist.page, [
      `/teams/${teamId}/contacts/new`,
      `/teams/${teamId}/clients/${client}/job-entries/new`,
    ]);
    const leader = await signedIn('team-leader', scriptsArrive);
    await expectGoodPages(leader.page, [
      `/teams/${teamId}/meeting-returns/2026-06`,
      `/teams/${teamId}/integration/new`,
    ]);
    const reviewer = await signedIn('reviewer', scriptsArrive);
    const review = `/reviews/${await reviewUnderWay()}`;
    const items = [1, 17, 19].map((item) => `${review}/items/${item}`);
    await expectGoodPages(reviewer.page, ['/', '/reviews', review, ...items]);
    expect([...specialist.complaints, ...leader.complaints, ...reviewer.complaints]).toEqual([]);
  });
});
