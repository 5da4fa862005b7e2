import { readFileSync } from 'node:fs';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Db } from '#db/connection/open-database.ts';
import { insertReferenceData } from '#db/reference-data.ts';
import type { Role } from '#db/schema/people.ts';
import { halfYearBounds, halfYearOf, previousHalfYear } from '#scoring/calendar/half-year.ts';

import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { countedClients } from '../builders/clients.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { aTeam } from '../builders/teams.ts';
import { expectGoodPages } from './good-pages.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;
let ownTeamId: string;

beforeAll(async () => {
  server = await startTestServer({
    prepare: async (db) => {
      await setUp(db, (trx) => insertReferenceData(trx, setUpAt));
      ownTeamId = await teamsWithClients(db);
    },
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Two dozen teams whose clients came in the half-year that the page shows; the first is the reader's own. */
async function teamsWithClients(db: Db): Promise<string> {
  const day = new Date().toISOString().slice(0, 10);
  const { from: enrolled } = halfYearBounds(previousHalfYear(halfYearOf(day)));
  const ids: string[] = [];
  for (let index = 0; index < 24; index += 1) {
    const { id } = await aTeam(db, { name: `Team at Fordwick ${String.fromCharCode(65 + index)}` });
    const clients = 41 + 7 * index;
    const entries = index === 20 ? 92 : Math.round(clients * 0.3) + (index % 5);
    await countedClients(db, id, { clients, entries, enrolled });
    ids.push(id);
  }
  return ids[0] ?? '';
}

async function signedIn(role: Role, options: Parameters<typeof openPage>[2]) {
  const teamId = role === 'team-leader' ? ownTeamId : null;
  const { email } = await addUser(server.db, { role, teamId });
  const opened = await openPage(browser, server.origin, options);
  await signInAs(opened.page, email);
  return opened;
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('case mix %s', (_words, javaScriptEnabled) => {
  test('an analyst comes to it from the relations, reads it and keeps it as files', async () => {
    const { page, complaints } = await signedIn('national-analyst', { javaScriptEnabled });
    await page.goto('/relations/figure-eight');
    await page.getByRole('link', { name: 'Case mix' }).click();
    // While the model is worked out the page looks again by itself.
    await page.getByRole('heading', { name: 'What is found' }).waitFor({ timeout: 60_000 });
    await page
      .getByText(/of 24 teams lies? outside the 95% limits/)
      .first()
      .waitFor();
    expect(await page.getByRole('img').count()).toBe(2);
    const names = await page.getByRole('rowheader').allInnerTexts();
    expect(names).toHaveLength(24);
    expect(names).toEqual(names.toSorted());
    for (const [link, start] of [
      ['Download as CSV', '\uFEFF"Clients of","Missing answers","Team"'],
      ['as JSON', '{\n  "title": "Case mix"'],
    ] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      const path = await (await waiting).path();
      expect(readFileSync(path, 'utf8').startsWith(start)).toBe(true);
    }
    expect(complaints).toEqual([]);
  });

  test('another population is a choice away', async () => {
    const { page } = await signedIn('national-reader', { javaScriptEnabled });
    await page.goto('/relations/case-mix');
    await page.getByLabel('Whose clients').selectOption('The evaluation cohort');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Too few clients or teams for a statement').waitFor();
    expect(new URL(page.url()).searchParams.get('clients')).toBe('evaluation');
  });

  test('a team leader finds the own team among marks without names', async () => {
    const { page } = await signedIn('team-leader', { javaScriptEnabled });
    await page.goto('/relations/case-mix');
    await page
      .getByText(/^Of your team’s 41 clients, 12 started a job/)
      .waitFor({ timeout: 60_000 });
    expect(await page.getByText('Fordwick').count()).toBe(0);
    const [first, ...others] = await page.getByRole('rowheader').allInnerTexts();
    expect(first).toBe('Your team');
    expect(new Set(others)).toEqual(new Set(['Another team']));
  });
});

test('it is accessible and fits a phone, for who sees names and for who does not', async () => {
  for (const role of ['national-analyst', 'team-leader'] as const) {
    const { page } = await signedIn(role, { scriptsArrive: false });
    await page.goto('/relations/case-mix');
    await page.getByRole('heading', { name: 'What is found' }).waitFor({ timeout: 60_000 });
    await expectGoodPages(page, ['/relations/case-mix', '/relations/case-mix?clients=evaluation']);
  }
});
