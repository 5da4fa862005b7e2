import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { insertReferenceData } from '#db/reference-data.ts';
import { listChartBaselines } from '#db/queries/chart-baselines.ts';
import { dayInEngland } from '#scoring/calendar/day-in-england.ts';
import { monthOf } from '#scoring/calendar/iso-day.ts';
import { addMonths } from '#scoring/calendar/iso-month.ts';

import { aChartBaseline } from '../builders/chart-baselines.ts';
import { aMeetingReturn } from '../builders/meeting-returns.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { aTeam } from '../builders/teams.ts';
import { addUser } from './add-user.ts';
import { headingOf, hiddenFields } from './hidden-fields.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;
let teamId: string;
let leader: Visitor;
let specialist: Visitor;
let national: Visitor;
let administrator: Visitor;

/** The last month that is over, and those before it. */
const month = (back: number) => addMonths(monthOf(dayInEngland(new Date())), -back);
const meetings = [33, 36, 30, 39, 33, 36, 30, 33, 39, 36, 33, 30, 36, 80];

beforeAll(async () => {
  server = await startTestServer({
    prepare: async (db) => {
      await setUp(db, (trx) => insertReferenceData(trx, setUpAt));
    },
  });
  const signedInAs = async (facts: Parameters<typeof addUser>[1]) =>
    server.signIn((await addUser(server.db, facts)).email);
  teamId = (await aTeam(server.db, { name: 'Northgate' })).id;
  leader = await signedInAs({ role: 'team-leader', teamId, name: 'Lena Leader' });
  specialist = await signedInAs({ role: 'employment-specialist', teamId });
  national = await signedInAs({ role: 'national-reader' });
  administrator = await signedInAs({ role: 'administrator' });
});

afterAll(() => server.stop());

/** A team of its own for each test would need a leader of its own: the months stay, the baselines go. */
beforeEach(async () => {
  const months = await server.db.selectFrom('meetingReturns').select('month').execute();
  if (months.length === 0) {
    for (const [index, count] of meetings.entries()) {
      const back = meetings.length - index;
      const bands = [0, 31, 0, 0, 0] as const;
      await aMeetingReturn(server.db, teamId, month(back), { meetings: count, bands });
    }
  }
  await setUp(server.db, (trx) => trx.deleteFrom('chartBaselines').execute());
});

const here = () => `/teams/${teamId}/over-time`;
const query = 'measure=meetings&chart=xmr&rules=seven-point';
const form = () => `${here()}/baselines/new?${query}`;
const stored = () => listChartBaselines(server.db, teamId, 'meetings');

async function textOf(visitor: Visitor, path: string): Promise<string> {
  const answer = await visitor.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.text()).replaceAll(/<!-- -->/g, '');
}

describe('the page', () => {
  test('is sent whole and without scripts, with chart, table, findings and the rules’ words', async () => {
    const page = await textOf(leader, `${here()}?${query}`);
    expect(headingOf(page)).toBe('Northgate over time');
    expect(page).not.toMatch(/<script[^>]+src/);
    expect(page).toMatch(/<svg[^>]+role="img"/);
    expect(page).toMatch(/<li>[A-Z][a-z]+ \d{4}: above the upper limit\.<\/li>/);
    for (const words of [
      'Seven points in a row on the same side of the mean. A point on the mean ends the row.',
      'Under 12 points they are trial limits',
      'Limits from 12 points',
      'What a control chart does not say',
    ]) {
      expect(page).toContain(words);
    }
    expect(await textOf(leader, `${here()}?measure=meetings&rules=six-point`)).toContain(
      'Six points in a row on the same side of the mean.',
    );
    expect(await textOf(leader, `/teams/${teamId}`)).toContain(`href="${here()}"`);
  });

  test('comes as files, which say how they were made', async () => {
    const csv = await leader.get(`${here()}.csv?${query}`);
    expect(csv.headers.get('Content-Disposition')).toBe('attachment; filename="over-time.csv"');
    expect(await csv.text()).toContain('"Above the upper limit"');
    const json = (await (await leader.get(`${here()}.json?${query}`)).json()) as {
      months: unknown[];
      method: string[];
    };
    expect(json.months).toHaveLength(meetings.length);
    expect(json.method[0]).toContain('2.66 times the mean moving range');
  });

  test('gives others no exact count, in the page, its data or its files', async () => {
    for (const path of [
      `${here()}?${query}`,
      `${here()}?${query}&_data=routes%2Fover-time%2Fpage`,
      `${here()}.csv?${query}`,
      `${here()}.json?${query}`,
    ]) {
      const own = await textOf(leader, path);
      const others = await textOf(national, path);
      const isExact = /(?<![\w.-])31(?![\w.-])/;
      expect([path, isExact.test(own), isExact.test(others)]).toEqual([path, true, false]);
    }
  });
});

describe('a new baseline', () => {
  const fields = () => ({ submissionId: randomUUID(), month: month(4), reason: 'A weekly clinic' });

  test('is begun by the leader once, however often the form is sent, and shown', async () => {
    const page = await textOf(leader, form());
    const typed = { ...fields(), ...hiddenFields(page) };
    for (let time = 0; time < 2; time += 1) {
      const answer = await leader.post(form(), typed);
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        303,
        `${here()}?${query}&begun`,
      ]);
    }
    expect(await stored()).toMatchObject([
      { month: month(4), reason: 'A weekly clinic', createdByName: 'Lena Leader' },
    ]);
    const after = await textOf(leader, `${here()}?${query}&begun`);
    expect(after).toContain('New baseline begun');
    expect(after).toContain('New baseline 1: A weekly clinic');
    expect(after).toContain('Trial limits from 4 points: they will change until there are 12.');
    // A reason is text, also where it looks like something else.
    expect(await textOf(national, `${here()}?${query}`)).toContain('A weekly clinic');
  });

  test('is refused with what is wrong, what was typed kept', async () => {
    const answer = await leader.post(form(), { ...fields(), month: month(14), reason: ' ' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('Enter the reason for the new baseline');
    expect(page).toContain('Choose the month in which the new baseline begins');
    expect(page).toMatch(/<title>Error: /);
    const long = await leader.post(form(), { ...fields(), reason: '<b>'.repeat(101) });
    expect(long.status).toBe(400);
    const kept = await long.text();
    expect(kept).toContain('The reason must have 300 characters or fewer');
    expect(kept).toContain('&lt;b&gt;'.repeat(101));
    expect(await stored()).toEqual([]);
  });

  test('cannot begin where one begins already', async () => {
    await aChartBaseline(server.db, teamId, { measure: 'meetings', month: month(4) });
    const page = await textOf(leader, form());
    expect(page).toContain(`<option value="${month(4)}" disabled="">`);
    expect(page).toContain(`<option value="${month(5)}">`);
    // Chosen before somebody else began one there.
    const answer = await leader.post(form(), fields());
    expect(answer.status).toBe(409);
    const refused = await answer.text();
    expect(refused).toContain('Choose another month: a new baseline begins in');
    expect(refused).toContain('A weekly clinic');
    expect(await stored()).toHaveLength(1);
  });

  test('is for the leader and administrators: a specialist and national readers are refused', async () => {
    for (const visitor of [specialist, national]) {
      expect((await visitor.get(form())).status).toBe(403);
      expect((await visitor.post(form(), fields())).status).toBe(403);
      expect(await textOf(visitor, `${here()}?${query}`)).not.toContain('Begin a new baseline');
    }
    expect(await stored()).toEqual([]);
    expect((await administrator.post(form(), fields())).status).toBe(303);
    expect(await stored()).toHaveLength(1);
  });

  test('of job starts cannot be begun by who may not see them', async () => {
    const path = `${here()}/baselines/new?measure=job-starts`;
    expect(await textOf(administrator, path)).not.toContain('Job starts');
  });

  test('is taken back in one press, and its row stays', async () => {
    const id = await aChartBaseline(server.db, teamId, { measure: 'meetings', month: month(4) });
    const path = `${here()}/baselines/${id}/remove`;
    expect((await specialist.post(path, {})).status).toBe(403);
    expect(await textOf(leader, `${here()}?${query}`)).toContain(`action="${path}"`);
    for (let time = 0; time < 2; time += 1) {
      const answer = await leader.post(path, {});
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        303,
        `${here()}?measure=meetings&removed`,
      ]);
    }
    expect(await stored()).toMatchObject([{ id, removedByName: 'Lena Leader' }]);
    const page = await textOf(leader, `${here()}?measure=meetings&removed`);
    expect(page).toContain('New baseline removed');
    expect(page).toMatch(/Removed on \d+ \w+ \d{4} by Lena Leader/);
    expect(page).not.toContain(`action="${path}"`);
    const records = await server.db
      .selectFrom('auditRecords')
      .select('action')
      .where('entity', '=', 'chart baseline')
      .where('entityId', '=', id)
      .execute();
    expect(records).toEqual([{ action: 'undo' }]);
  });
});
