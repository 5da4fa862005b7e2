import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { insertReferenceData } from '#db/reference-data.ts';

import { aCaseloadOf26 } from '../builders/caseload.ts';
import { anOpenReview } from '../builders/reviews.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { aTeam } from '../builders/teams.ts';
import { addUser } from './add-user.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    prepare: (db) => setUp(db, (trx) => insertReferenceData(trx, setUpAt)),
  });
});

afterAll(async () => {
  await server.stop();
});

interface Reviewing {
  /** The address of item 1. */
  caseload: string;
  lead: Visitor;
  second: Visitor;
}

/** Two reviewers on a visit to a team with a caseload of 26 for each full-time specialist. */
async function onAVisit(): Promise<Reviewing> {
  const team = await aTeam(server.db, { startDate: '2024-01-08' });
  await aCaseloadOf26(server.db, team.id);
  const [lead, second] = [
    await addUser(server.db, { name: 'Lena Lead', role: 'reviewer' }),
    await addUser(server.db, { name: 'Sam Second', role: 'reviewer' }),
  ];
  const reviewers = [{ userId: lead.id }, { userId: second.id }];
  const visit = { lastVisitDay: '2026-06-24' };
  const reviewId = await anOpenReview(server.db, team.id, reviewers, visit);
  return {
    caseload: `/reviews/${reviewId}/items/1`,
    lead: await server.signIn(lead.email),
    second: await server.signIn(second.email),
  };
}

/** What is on the page: without its scripts, and without React's marks between texts. */
async function page(browser: Visitor, path: string): Promise<string> {
  const response = await browser.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  const text = await response.text();
  return text.replaceAll(/<script[^>]*>.*?<\/script>/gs, '').replaceAll('<!-- -->', '');
}

const offered = 'From this the rule would propose <strong>3</strong>';

describe('a team’s own numbers, without JavaScript', () => {
  test('stand beside the item with what they are made of, and propose without being taken', async () => {
    const { caseload, lead } = await onAVisit();
    const text = await page(lead, caseload);
    for (const words of [
      'Active clients per full-time employment specialist: <strong>26</strong>',
      '13 active clients ÷ 0.5 full-time equivalents',
      '31 December 2025 to 31 May 2026',
      offered,
      'A 3 needs 30 or fewer.',
      'Use this number',
      'No score is proposed. There is no measured number.',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/<input[^>]*name="measured"[^>]*value=""/);
  });

  test('are taken by a button that keeps everything typed, and never come by themselves', async () => {
    const { caseload, lead } = await onAVisit();
    const typed = { version: '0', measured: 'about thirty', score: '4', reason: 'Small caseloads' };
    const taken = await lead.post(caseload, { ...typed, intent: 'take-recorded' });
    expect([taken.status, taken.headers.get('Location')]).toEqual([303, `${caseload}#proposal`]);
    const draft = await page(lead, caseload);
    expect(draft).toMatch(/<input[^>]*name="measured"[^>]*value="26"/);
    expect(draft).toContain('From what is recorded the rule proposes <strong>3</strong>');
    expect(draft).toContain('Small caseloads');
    expect(draft).toMatch(/value="4"[^>]*checked|checked[^>]*value="4"/);

    const own = { version: '1', measured: '41', score: '1', reason: '', intent: 'list' };
    expect((await lead.post(caseload, own)).status).toBe(303);
    const scored = await page(lead, caseload);
    expect(scored).toMatch(/<input[^>]*name="measured"[^>]*value="41"/);
    expect(scored).toContain('From what is recorded the rule proposes <strong>1</strong>');
    expect(scored).toContain(offered);
  });

  test('are the same for the second reviewer, who sees nothing of the first one’s', async () => {
    const { caseload, lead, second } = await onAVisit();
    const before = await page(second, caseload);
    const typed = { version: '0', score: '4', reason: 'What only Lena has written' };
    await lead.post(caseload, { ...typed, intent: 'take-recorded' });
    const steady = (text: string) => text.replaceAll(/nonce="[^"]*"/g, '');
    expect(steady(await page(second, caseload))).toBe(steady(before));
    expect(before).toContain(offered);
  });

  test('are for the reviewers of the review only', async () => {
    const { caseload } = await onAVisit();
    const stranger = await addUser(server.db, { name: 'Ola Other', role: 'reviewer' });
    const browser = await server.signIn(stranger.email);
    expect((await browser.get(caseload)).status).toBe(404);
    const answer = await browser.get(`${caseload}?_data=routes/reviews/item`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.not.stringContaining('26')]);
  });

  test('an item that no record measures says so', async () => {
    const { caseload, lead } = await onAVisit();
    const text = await page(lead, caseload.replace(/1$/, '3'));
    expect(text).toContain('Which phases a specialist carries out is not recorded here');
    expect(text).not.toContain('take-recorded');
  });
});
