import { randomUUID } from 'node:crypto';

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { OverTimeContent } from '#app/over-time/over-time-content.tsx';
import { overTimeCsv, overTimeJson } from '#app/over-time/over-time-files.ts';
import { overTimeView } from '#app/over-time/over-time-view.server.ts';
import type { OverTimeView } from '#app/over-time/over-time-view.ts';
import type { User } from '#app/server/context.server.ts';
import { inChange } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  insertChartBaseline,
  listChartBaselines,
  undoChartBaseline,
} from '#db/queries/chart-baselines.ts';
import { addMonths } from '#scoring/calendar/iso-month.ts';

import { clientsOf, startedOn } from '../../builders/clients.ts';
import { contactsOf } from '../../builders/contacts.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { aMeetingReturn } from '../../builders/meeting-returns.ts';
import { workplaceFor } from '../../builders/request-context.ts';
import { anOpenReview } from '../../builders/reviews.ts';
import { aSpecialist } from '../../builders/staff.ts';
import { aTeam } from '../../builders/teams.ts';
import { aPerson, aUser } from '../../builders/users.ts';

const today = '2026-07-15';
/** Meetings by month from January 2025 on: a usual up and down, and a leap in the last month. */
const meetings = [30, 36, 33, 39, 30, 36, 33, 30, 39, 36, 33, 30, 36, 33, 30, 36, 33, 90];
/** 31 clients on the books: no multiple of 5, and counts that stand nowhere else. */
const clients = 31;

async function aTeamWithMonths(
  db: Db,
  facts: { name?: string } = {},
  held: readonly number[] = meetings,
): Promise<string> {
  const team = await aTeam(db, facts);
  const bands = [0, clients, 0, 0, 0] as const;
  for (const [index, count] of held.entries()) {
    await aMeetingReturn(db, team.id, addMonths('2025-01', index), { meetings: count, bands });
  }
  return team.id;
}

const shared = sharedDatabase(async (db) => {
  const teamId = await aTeamWithMonths(db, { name: 'Northgate' });
  const leader = await aUser(db, 'team-leader', { teamId, name: 'Lena Leader' });
  const specialist = await aSpecialist(db, teamId);
  for (const [index, count] of [12, 14, 13].entries()) {
    const day = `2026-0${index + 4}-01`;
    await contactsOf(db, specialist, 'strict', { day, count });
    await contactsOf(db, specialist, 'all modes only', { day, count: 4 });
  }
  await clientsOf(
    db,
    teamId,
    ['2025-08-04', '2025-08-18', '2025-09-01', '2025-10-20'].map((engagementDate, index) => ({
      enrolmentDate: engagementDate,
      engagementDate,
      jobs: index % 2 === 0 ? [startedOn('2025-12-01')] : [],
    })),
  );
  return { teamId, leader };
});

/** The database with its team. */
const northgate = () => ({ db: shared.db(), ...shared.made() });

async function viewFor(db: Db, teamId: string, user: User, search = ''): Promise<OverTimeView> {
  const asked = { teamId, user, search: new URLSearchParams(search), today };
  const view = await overTimeView(workplaceFor(db), asked);
  expect(view).toBeDefined();
  return view!;
}

const leaderOf = (teamId: string): User => aPerson('team-leader', { teamId });
const rowOf = (view: OverTimeView, month: string) => view.rows.find((row) => row.month === month);

describe('meetings for each client', () => {
  test('are shown to the team as they are, with their limits and what the rules find', async () => {
    const { db, teamId } = northgate();
    const view = await viewFor(db, teamId, leaderOf(teamId), 'measure=meetings');
    expect(view.rows).toHaveLength(18);
    expect(rowOf(view, '2026-06')).toMatchObject({
      label: 'June 2026',
      counts: ['90', '31'],
      value: 90 / 31,
      isBaseline: false,
      signals: ['Above the upper limit'],
    });
    const ofBaseline = view.rows.filter(({ isBaseline }) => isBaseline);
    expect(ofBaseline.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, index) => addMonths('2025-01', index)),
    );
    expect(view.findings).toEqual(['June 2026: above the upper limit.']);
    expect(view.phases).toEqual([
      {
        months: 'January 2025 to June 2026',
        words: 'Limits from 12 points, January 2025 to December 2025.',
        // Mean 33.75 of 31; mean moving range 54 / 11 of 31.
        figures: 'Mean 1.09, limits 0.67 to 1.51',
      },
    ]);
    expect(view.drawing?.points.filter(({ mark }) => mark === 'beyond')).toHaveLength(1);
    expect(view.drawing?.description).toContain(
      'Lowest 0.97 in January 2025, highest 2.90 in June 2026',
    );
    expect(view.drawing?.description).toContain('June 2026: above the upper limit.');
    expect(view.places).toBe(2);
  });

  test('are shown to others to one decimal, without counts, in the page and its files', async () => {
    const { db, teamId } = northgate();
    for (const role of ['national-reader', 'national-analyst', 'administrator'] as const) {
      const view = await viewFor(db, teamId, aPerson(role), 'measure=meetings');
      expect(view.countHeadings).toEqual([]);
      expect(view.places).toBe(1);
      expect(view.drawing?.description).toContain('highest 2.9 in June 2026');
      for (const { value, counts } of view.rows) {
        expect(counts).toEqual([]);
        expect(value).toBe(Math.round(value! * 10) / 10);
      }
      // Limits come from the rounded values: mean 1.1 (six), 1.0 (three) … of the first twelve.
      const first = view.rows.slice(0, 12).map(({ value }) => value!);
      expect(rowOf(view, '2026-06')?.mean).toBeCloseTo(first.reduce((a, b) => a + b) / 12, 12);
      const everything = [
        JSON.stringify(view),
        JSON.stringify(overTimeJson(view, { isDemo: false })),
        overTimeCsv(view, { isDemo: false }),
      ].join(' ');
      expect(everything).not.toMatch(/(?<![\w.])31(?![\w.])/);
      expect(everything).not.toContain(String(90 / 31));
      expect(everything).not.toContain('2.903');
    }
  });

  test('of a month with fewer than eight clients are hidden from others', async () => {
    const { db } = northgate();
    const team = await aTeam(db);
    for (const [month, count] of [
      ['2026-04', 8],
      ['2026-05', 7],
      ['2026-06', 9],
    ] as const) {
      await aMeetingReturn(db, team.id, month, { meetings: 11, bands: [0, count, 0, 0, 0] });
    }
    const ofNation = await viewFor(db, team.id, aPerson('national-reader'), 'measure=meetings');
    expect(ofNation.rows.map(({ value, missing }) => [value, missing])).toEqual([
      [1.4, null],
      [null, 'Hidden: few clients.'],
      [1.2, null],
    ]);
    const ofTeam = await viewFor(db, team.id, leaderOf(team.id), 'measure=meetings');
    expect(rowOf(ofTeam, '2026-05')?.value).toBe(11 / 7);
  });

  test('say which months were not returned, and under twelve points that limits are trial limits', async () => {
    const { db } = northgate();
    const team = await aTeam(db);
    for (const [month, count] of [
      ['2026-01', 30],
      ['2026-02', 36],
      ['2026-04', 33],
    ] as const) {
      await aMeetingReturn(db, team.id, month, { meetings: count, bands: [0, clients, 0, 0, 0] });
    }
    const view = await viewFor(db, team.id, leaderOf(team.id), 'measure=meetings');
    expect(view.rows.map(({ month, missing }) => [month, missing])).toEqual([
      ['2026-01', null],
      ['2026-02', null],
      ['2026-03', 'Not returned.'],
      ['2026-04', null],
      ['2026-05', 'Not returned.'],
      ['2026-06', 'Not returned.'],
    ]);
    expect(view.phases.map(({ words }) => words)).toEqual([
      'Trial limits from 3 points: they will change until there are 12.',
    ]);
    expect(view.drawing?.points.map(({ step }) => step)).toEqual([0, 1, 3]);
  });
});

describe('what the rules find', () => {
  const pageOf = (view: OverTimeView): string =>
    renderToStaticMarkup(createElement(OverTimeContent, { view }));

  test.each(['seven-point', 'six-point'])('is no rule met, and no more, by %s', async (rules) => {
    const { db } = northgate();
    const teamId = await aTeamWithMonths(db, {}, meetings.slice(0, -1));
    const view = await viewFor(db, teamId, leaderOf(teamId), `measure=meetings&rules=${rules}`);
    expect([view.findings, view.shared]).toEqual([[], null]);
    expect(pageOf(view)).toContain(
      `None of the ${rules} rules is met. That is not to say that nothing changed, or that all is well`,
    );
    expect(pageOf(view)).not.toMatch(/usual/);
  });

  test('is nothing yet where there are no limits', async () => {
    const { db } = northgate();
    const teamId = await aTeamWithMonths(db, {}, meetings.slice(0, 1));
    const view = await viewFor(db, teamId, leaderOf(teamId), 'measure=meetings');
    const [found = ''] = pageOf(view).split('</section>');
    expect(found).toContain('There are no limits yet, so no rule can be met.');
    expect(found).not.toMatch(/None of the|Sigma/);
  });

  test('names each rule with its months, and the months that two rules share', async () => {
    const { db } = northgate();
    const held = [...meetings.slice(0, 15), 90, 46, 33];
    const teamId = await aTeamWithMonths(db, {}, held);
    const view = await viewFor(db, teamId, leaderOf(teamId), 'measure=meetings');
    expect(view.findings).toEqual([
      'April 2026: above the upper limit.',
      'April 2026, May 2026: two of three points in a row more than two sigma above the mean.',
    ]);
    expect(view.shared).toBe(
      'April 2026: counted in more than one of these. Signals that share points are readings of one stretch, not separate signs.',
    );
    expect(pageOf(view)).toContain(`${view.shared}</p>`);
    const [found = ''] = pageOf(view).split('</section>');
    expect(found).toMatch(/#reading-heading.*Sigma is a third of the way from the mean to a limit/);
    // The lower limit of the picture may be held at 0: sigma is not a third of the way to that.
    expect(found).toContain('A lower limit under 0 is shown at 0; sigma is worked out before.');
    expect(view.drawing?.description).toContain(view.shared);
    expect(overTimeJson(view, { isDemo: false }).shared).toBe(view.shared);
    expect(rowOf(view, '2026-05')?.signals).toEqual([
      'Two of three points in a row more than two sigma above the mean',
    ]);
  });
});

describe('employer contacts', () => {
  test('are counted in both ways side by side, over working weeks, alike for all readers', async () => {
    const { db, teamId } = northgate();
    const views = [
      await viewFor(db, teamId, leaderOf(teamId)),
      await viewFor(db, teamId, aPerson('national-reader')),
    ];
    for (const view of views) {
      // June 2026 has 22 working days.
      expect(rowOf(view, '2026-06')?.value).toBeCloseTo(13 / 4.4, 12);
      expect(rowOf(view, '2026-06')?.counts).toEqual(['13', '4.4', '3.86']);
      expect(view.countHeadings).toEqual(['Contacts', 'Working weeks', 'In all modes']);
      expect(view.rows.map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06']);
    }
    const all = await viewFor(db, teamId, leaderOf(teamId), 'measure=contacts-all-modes');
    expect(rowOf(all, '2026-06')?.value).toBeCloseTo(17 / 4.4, 12);
    expect(rowOf(all, '2026-06')?.counts).toEqual(['17', '4.4', '2.95']);
  });
});

describe('job starts', () => {
  test('are those of the clients engaged in each month whose window has passed', async () => {
    const { db, teamId } = northgate();
    const view = await viewFor(db, teamId, leaderOf(teamId), 'measure=job-starts&chart=p-prime');
    expect(view.rows.map(({ month, counts, value }) => [month, counts, value])).toEqual([
      ['2025-08', ['1', '2'], 0.5],
      ['2025-09', ['1', '1'], 1],
    ]);
    expect(view.chartName).toBe('p-prime');
    expect(view.definition).toContain('Outcomes contract: job start within 9 months of engagement');
    expect(view.notes).toEqual([
      'The last month shown is September 2025: whoever engaged later has not had 9 months yet.',
    ]);
  });

  test('are seen by a reviewer while a review of the team is open, and by nobody else outside', async () => {
    const { db, teamId } = northgate();
    const reviewer = await aUser(db, 'reviewer');
    const asked = {
      teamId,
      user: reviewer,
      search: new URLSearchParams('measure=job-starts'),
      today,
    };
    expect(await overTimeView(workplaceFor(db), asked)).toBeUndefined();
    await anOpenReview(db, teamId, [{ userId: reviewer.id }]);
    const view = await viewFor(db, teamId, reviewer, 'measure=job-starts');
    expect(view.measure.name).toBe('Job starts among clients engaged');
    expect(view.newBaselineHref).toBeNull();
    const national = await viewFor(db, teamId, aPerson('national-analyst'), 'measure=job-starts');
    expect(national.measure.name).toBe('Employer contacts in person (strict)');
    expect(JSON.stringify(national)).not.toContain('job start');
  });
});

describe('a new baseline', () => {
  const begin = (db: Db, teamId: string, month: string, userId: string) => {
    const actor = { userId, at: '2026-07-01T10:00:00.000Z' };
    const baseline = { measure: 'meetings', month, reason: `A clinic from ${month}` };
    return inChange(db, actor, (trx, record) =>
      insertChartBaseline(trx, record, teamId, baseline, actor),
    );
  };

  test('stands on the chart, in the table and with who began it, until it is taken back', async () => {
    const { db, leader } = northgate();
    const teamId = await aTeamWithMonths(db);
    const user = { ...leader, teamId };
    const id = await begin(db, teamId, '2025-11', leader.id);
    const view = await viewFor(db, teamId, user, 'measure=meetings');
    expect(view.phases.map(({ months }) => months)).toEqual([
      'January 2025 to October 2025',
      'November 2025 to June 2026',
    ]);
    expect(view.phases[1]?.words).toBe(
      'Trial limits from 8 points: they will change until there are 12.',
    );
    expect(rowOf(view, '2025-11')?.begins).toEqual({ number: 1, reason: 'A clinic from 2025-11' });
    expect(view.drawing?.points.filter(({ border }) => border === '1')).toHaveLength(1);
    expect(view.baselines).toEqual([
      {
        number: 1,
        month: 'November 2025',
        reason: 'A clinic from 2025-11',
        begun: '1 July 2026 by Lena Leader',
        takenBack: null,
        removeHref: `/teams/${teamId}/over-time/baselines/${id}/remove`,
      },
    ]);
    expect(view.newBaselineHref).toContain(
      `/teams/${teamId}/over-time/baselines/new?measure=meetings`,
    );
    const other = await viewFor(db, teamId, user, 'measure=contacts-strict');
    expect(other.baselines).toEqual([]);

    const actor = { userId: leader.id, at: '2026-07-02T10:00:00.000Z' };
    await inChange(db, actor, (trx, record) => undoChartBaseline(trx, record, teamId, id, actor));
    const after = await viewFor(db, teamId, user, 'measure=meetings');
    expect(after.phases).toHaveLength(1);
    expect(after.baselines[0]).toMatchObject({
      number: null,
      takenBack: '2 July 2026 by Lena Leader',
      removeHref: null,
    });
    expect(await listChartBaselines(db, teamId, 'meetings')).toHaveLength(1);
  });

  test('is shown to national readers with its reason and without a name or a way to change it', async () => {
    const { db, leader } = northgate();
    const teamId = await aTeamWithMonths(db);
    await begin(db, teamId, '2025-11', leader.id);
    const view = await viewFor(db, teamId, aPerson('national-reader'), 'measure=meetings');
    expect(view.baselines[0]).toMatchObject({
      reason: 'A clinic from 2025-11',
      begun: '1 July 2026 by the team leader or an administrator',
      removeHref: null,
    });
    expect(view.newBaselineHref).toBeNull();
    expect(JSON.stringify(view)).not.toContain('Lena');
  });

  test('may be begun by the team leader and administrators, not by a specialist', async () => {
    const { db, teamId } = northgate();
    const hrefFor = async (user: User) => (await viewFor(db, teamId, user)).newBaselineHref;
    expect(await hrefFor(leaderOf(teamId))).not.toBeNull();
    expect(await hrefFor(aPerson('administrator'))).not.toBeNull();
    expect(await hrefFor(aPerson('employment-specialist', { teamId }))).toBeNull();
  });
});

describe('files', () => {
  test('carry a row a month with its method, rules and findings', async () => {
    const { db, teamId } = northgate();
    const view = await viewFor(db, teamId, leaderOf(teamId), 'measure=meetings&rules=six-point');
    const [head = '', ...lines] = overTimeCsv(view, { isDemo: true }).trimEnd().split('\r\n');
    expect(head).toContain(
      '"Month","Meetings held","Clients on the books","Meetings for each client in the month"',
    );
    expect(lines).toHaveLength(18);
    expect(lines.at(-1)).toContain('"2026-06","90","31","2.9032","1.0887","0.6675","1.5099","no"');
    expect(lines.at(-1)).toContain('"Above the upper limit"');
    for (const line of lines) {
      expect(line).toMatch(/^"Northgate","Meetings for each client","XmR","Six-point rules"/);
      expect(line).toContain('Six points in a row on the same side of the mean.');
      expect(line).toContain('2.66 times the mean moving range');
      expect(line).toMatch(/"Demonstration: synthetic"$/);
    }
    const json = overTimeJson(view, { isDemo: false });
    expect(json.months).toHaveLength(18);
    expect(json.months[0]?.counts).toEqual({ 'Meetings held': '30', 'Clients on the books': '31' });
    expect(json.findings).toEqual(['June 2026: above the upper limit.']);
    expect(json.rules.words).toHaveLength(4);
    expect(json.doesNotSay.length).toBeGreaterThan(3);
    expect(json.note).toBeNull();
  });
});

test('a team without records, one that is not there and one of somebody else', async () => {
  const { db, teamId } = northgate();
  const empty = await aTeam(db);
  for (const measure of ['contacts-strict', 'meetings', 'job-starts']) {
    const view = await viewFor(db, empty.id, leaderOf(empty.id), `measure=${measure}`);
    expect([view.drawing, view.rows, view.findings]).toEqual([null, [], []]);
    expect(view.newBaselineHref).toBeNull();
  }
  const none = (id: string, user: User) =>
    overTimeView(workplaceFor(db), { teamId: id, user, search: new URLSearchParams(), today });
  expect(await none(randomUUID(), aPerson('administrator'))).toBeUndefined();
  expect(await none(teamId, leaderOf(empty.id))).toBeUndefined();
  expect(await none(teamId, aPerson('host-representative'))).toBeUndefined();
});
