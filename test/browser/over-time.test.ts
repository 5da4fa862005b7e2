import { readFileSync } from 'node:fs';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { insertReferenceData } from '#db/reference-data.ts';
import type { Role } from '#db/schema/people.ts';
import { dayInEngland } from '#scoring/calendar/day-in-england.ts';
import { formatMonth, monthOf } from '#scoring/calendar/iso-day.ts';
import { addMonths, firstDayOfMonth } from '#scoring/calendar/iso-month.ts';

import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { aChartBaseline } from '../builders/chart-baselines.ts';
import { clientsOf, startedOn } from '../builders/clients.ts';
import { contactsOf } from '../builders/contacts.ts';
import { aMeetingReturn } from '../builders/meeting-returns.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { aSpecialist } from '../builders/staff.ts';
import { aTeam } from '../builders/teams.ts';
import { expectGoodPages } from './good-pages.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;

const contacts = [12, 14, 13, 15, 12, 14, 13, 12, 15, 13, 14, 12, 13, 30, 14, 13];

/** The months that are over, the first of the records being 0. */
const month = (index: number) =>
  addMonths(monthOf(dayInEngland(new Date())), index - contacts.length);

beforeAll(async () => {
  server = await startTestServer({
    prepare: async (db) => {
      await setUp(db, (trx) => insertReferenceData(trx, setUpAt));
    },
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A team with contacts, returns and clients over sixteen months, and somebody of a role at its page. */
async function atTheTeam(role: Role, options: Parameters<typeof openPage>[2]) {
  const { db, origin } = server;
  const { id: teamId, name } = await aTeam(db);
  const specialist = await aSpecialist(db, teamId);
  for (const [index, count] of contacts.entries()) {
    const day = firstDayOfMonth(month(index));
    await contactsOf(db, specialist, 'strict', { day, count });
    const bands = [0, 40, 0, 0, 0] as const;
    await aMeetingReturn(db, teamId, month(index), { meetings: 40 + 3 * count, bands });
    const clients = Array.from({ length: 9 }, (_, place) => ({
      enrolmentDate: day,
      engagementDate: day,
      jobs: place < 3 + (index % 3) ? [startedOn(day)] : [],
    }));
    await clientsOf(db, teamId, clients);
  }
  const isOfTeam = role === 'team-leader' || role === 'employment-specialist';
  const { email } = await addUser(db, { role, teamId: isOfTeam ? teamId : null });
  const opened = await openPage(browser, origin, options);
  await signInAs(opened.page, email);
  return { ...opened, teamId, name };
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a team over time %s', (_words, javaScriptEnabled) => {
  test('is reached from the team’s page, read and kept as files', async () => {
    const { page, complaints, teamId, name } = await atTheTeam('team-leader', {
      javaScriptEnabled,
    });
    await page.goto(`/teams/${teamId}`);
    await page.getByRole('link', { name: 'Over time' }).click();
    await page.getByRole('heading', { name: `${name} over time` }).waitFor();
    const leap = `${formatMonth(month(13))}: above the upper limit.`;
    await page.getByRole('listitem').filter({ hasText: leap }).waitFor();
    const picture = page.getByRole('img', {
      name: 'Employer contacts in person (strict) by month',
    });
    expect(await picture.locator('desc').textContent()).toContain(leap);
    expect(await page.getByRole('row').filter({ hasText: 'Above the upper limit' }).count()).toBe(
      1,
    );
    for (const [link, start] of [
      ['Download as CSV', '\uFEFF"Team","Measure","Chart"'],
      ['as JSON', `{\n  "title": "${name} over time"`],
    ] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      const path = await (await waiting).path();
      expect(readFileSync(path, 'utf8').startsWith(start)).toBe(true);
    }
    expect(complaints).toEqual([]);
  });

  test('shows another measure, chart and set of rules by choice', async () => {
    const { page, teamId } = await atTheTeam('team-leader', { javaScriptEnabled });
    await page.goto(`/teams/${teamId}/over-time`);
    await page
      .getByLabel('Measure', { exact: true })
      .selectOption('Job starts among clients engaged');
    await page.getByLabel('Rules', { exact: true }).selectOption('Six-point rules');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Outcomes contract: job start within 9 months of engagement').waitFor();
    await page.getByText('Six points in a row on the same side of the mean.').waitFor();
    await page.getByRole('cell').filter({ hasText: 'Trial limits from' }).waitFor();
    await page.getByLabel('Chart', { exact: true }).selectOption('Shares (p-prime, Laney)');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Laney’s p-prime chart').waitFor();
    expect(new URL(page.url()).searchParams.get('rules')).toBe('six-point');
  });

  test('has a new baseline begun, refused without a reason, and taken back', async () => {
    const { page, complaints, teamId } = await atTheTeam('team-leader', { javaScriptEnabled });
    await page.goto(`/teams/${teamId}/over-time`);
    await page.getByRole('button', { name: 'Begin a new baseline' }).click();
    await page.getByLabel('First month').selectOption(formatMonth(month(8)));
    await page.getByRole('button', { name: 'Begin new baseline' }).click();
    const summary = page.getByRole('alert');
    await summary.getByText('Enter the reason for the new baseline').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('First month').inputValue()).toBe(month(8));
    await page.getByLabel('Reason').fill('A post was filled');
    await page.getByRole('button', { name: 'Begin new baseline' }).click();
    await page.getByText('New baseline begun').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'New baseline 1: A post was filled' });
    expect(await row.getByRole('rowheader').innerText()).toBe(formatMonth(month(8)));
    await page
      .getByRole('cell')
      .filter({ hasText: 'Trial limits from 8 points: they will change' })
      .waitFor();
    await page
      .getByRole('button', { name: `Remove the new baseline from ${formatMonth(month(8))}` })
      .click();
    await page.getByText('New baseline removed').waitFor();
    expect(await row.count()).toBe(0);
    await page.getByRole('cell').filter({ hasText: 'Limits from 12 points' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

test('it is accessible and fits a phone, for the team and for national readers', async () => {
  for (const role of ['team-leader', 'national-reader'] as const) {
    const { page, teamId } = await atTheTeam(role, { scriptsArrive: false });
    const reason =
      'A reason of some length, which must find its place beside the figures of a narrow phone';
    await aChartBaseline(server.db, teamId, { month: month(6), reason });
    await expectGoodPages(page, [
      `/teams/${teamId}/over-time`,
      `/teams/${teamId}/over-time?measure=meetings&chart=xmr-screened&rules=six-point`,
      `/teams/${teamId}/over-time?measure=job-starts&chart=p-prime`,
      ...(role === 'team-leader' ? [`/teams/${teamId}/over-time/baselines/new`] : []),
    ]);
  }
});

test('a team without records finds no chart, and no way to begin a baseline', async () => {
  const { id: teamId } = await aTeam(server.db);
  const { email } = await addUser(server.db, { role: 'administrator', teamId: null });
  const { page } = await openPage(browser, server.origin, { scriptsArrive: false });
  await signInAs(page, email);
  await expectGoodPages(page, [
    `/teams/${teamId}/over-time`,
    `/teams/${teamId}/over-time/baselines/new`,
  ]);
  await page
    .getByText('This chart has no month yet in which a new baseline could begin.')
    .waitFor();
});
