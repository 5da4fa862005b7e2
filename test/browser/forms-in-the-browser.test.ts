import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { UsersTable } from '#db/schema/people.ts';

import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { addClient } from '../db/daily-work.ts';
import { addReferenceData, addSampleTeam, type SampleTeam } from '../db/sample-teams.ts';
import { expectGoodPages, problemsOf } from './good-pages.ts';
import { openBrowser, openPage, type OpenPage } from './open-browser.ts';
import { signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;
let team: SampleTeam;

beforeAll(async () => {
  server = await startTestServer({ prepare: addReferenceData });
  team = await addSampleTeam(server.db, 'Northgate');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function signedIn(facts: Partial<UsersTable>, javaScriptEnabled = true): Promise<OpenPage> {
  const { email } = await addUser(server.db, facts);
  const opened = await openPage(browser, server.origin, { javaScriptEnabled });
  await signInAs(opened.page, email);
  return opened;
}

test('administration pages are accessible and fit a phone', async () => {
  const { page, complaints } = await signedIn({});
  const { id } = await addUser(server.db, { name: 'Nora New', role: 'reviewer' });
  await expectGoodPages(page, [
    '/admin/users',
    '/admin/users/new',
    `/admin/users/${id}`,
    `/admin/users/${id}/edit`,
    `/admin/users/${id}/password`,
    '/admin/teams',
    '/admin/teams/new',
    `/admin/teams/${team.teamId}`,
    '/admin/audit',
    '/definitions',
  ]);
  expect(complaints).toEqual([]);
});

test('benchmarks, notes and integration pages are accessible and fit a phone', async () => {
  const analyst = await signedIn({ role: 'national-analyst' });
  await expectGoodPages(analyst.page, [
    '/benchmarks',
    '/benchmarks/into-work/new',
    '/benchmarks/employer-contacts-standard/new',
    '/benchmarks/clients-per-specialist-first-year/new',
    '/meeting-notes',
    '/meeting-notes/new',
  ]);
  const leader = await signedIn({ role: 'team-leader', teamId: team.teamId });
  const list = `/teams/${team.teamId}/integration`;
  await expectGoodPages(leader.page, [list, `${list}/new`]);
  expect([...analyst.complaints, ...leader.complaints]).toEqual([]);
});

test('with JavaScript a form is checked before it is sent, and saved when it is right', async () => {
  const { page, complaints } = await signedIn({});
  await page.goto('/admin/users/new');
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1;
  });
  await page.getByLabel('Name', { exact: true }).fill('Nora New');
  await page.getByLabel('First password').fill('too short');
  await page.getByRole('button', { name: 'Add user' }).click();
  await page.getByRole('alert').getByText('Enter an email address').waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect(posts).toBe(0);
  await page.getByLabel('Email address').fill('nora.new@example.org');
  await page.getByLabel('Reviewer').check();
  await page.getByLabel('First password').fill('marble canal teapot 85');
  await page.getByRole('button', { name: 'Add user' }).click();
  await page.getByRole('heading', { name: 'Nora New' }).waitFor();
  expect(posts).toBe(1);
  expect(complaints).toEqual([]);
});

test('with JavaScript a rating is signed only with its tick', async () => {
  const { page, complaints } = await signedIn({ role: 'team-leader', teamId: team.teamId });
  await page.goto(`/teams/${team.teamId}/integration/new`);
  await page.getByLabel('One provider runs both').check();
  for (const key of ['co-location', 'team-meetings', 'shared-records', 'culture']) {
    await page.locator(`input[name="${key}"][value="2"]`).check();
    await page.locator(`textarea[name="${key}-evidence"]`).fill('Seen');
  }
  await page.getByRole('button', { name: 'Save and see the level' }).click();
  await page.getByRole('alert').getByText('Rate commissioner support').waitFor();
  await page.locator('input[name="commissioner-support"][value="2"]').check();
  await page.locator('textarea[name="commissioner-support-evidence"]').fill('Seen');
  await page.getByRole('button', { name: 'Save and see the level' }).click();
  await page.getByLabel('High').check();
  await page.getByRole('button', { name: 'Save and check' }).click();
  await page.getByRole('button', { name: 'Sign this rating' }).click();
  await page.getByRole('alert').getByText('Confirm that you have read the rating').waitFor();
  await page.getByLabel('I have read this rating and agree with it').check();
  await page.getByRole('button', { name: 'Sign this rating' }).click();
  await page.getByRole('button', { name: 'Withdraw your signature' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Withdraw your signature' }).click();
  await page.getByRole('button', { name: 'Sign this rating' }).waitFor();
  expect(complaints).toEqual([]);
});

test.each([
  ['in the browser', true],
  ['by the server', false],
])(
  'errors found %s are listed from the top of the page downwards',
  async (_words, javaScriptEnabled) => {
    const { page } = await signedIn(
      { role: 'team-leader', teamId: team.teamId },
      javaScriptEnabled,
    );
    const clientId = await addClient(server.db, team.teamId, {
      reference: javaScriptEnabled ? 'NGT-0002' : 'NGT-0003',
    });
    const base = `/teams/${team.teamId}`;
    const paths = [
      '/contacts/new',
      `/clients/${clientId}/job-entries/new`,
      '/clients/new',
      '/staff/new',
    ];
    for (const path of paths) {
      await page.goto(base + path);
      await page.locator('main form button[type=submit]').last().click();
      const links = page.getByRole('alert').getByRole('link');
      await links.first().waitFor();
      const targets = await links.evaluateAll((all) =>
        all.map((link) => link.getAttribute('href') ?? ''),
      );
      const tops = [];
      for (const target of targets) tops.push((await page.locator(target).boundingBox())?.y);
      expect([path, tops]).toEqual([
        path,
        tops.toSorted((one, other) => Number(one) - Number(other)),
      ]);
    }
  },
);
