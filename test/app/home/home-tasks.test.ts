import { describe, expect, test } from 'vitest';

import { homeFor } from '#app/home/home-for.server.ts';
import type { HomePage, HomeTask } from '#app/home/home-task.ts';
import { openDatabase, type Db } from '#db/connection/open-database.ts';
import type { Role } from '#db/schema/people.ts';

import { databaseWithReferenceData, sharedDatabase } from '../../builders/database.ts';
import { aMeetingReturn } from '../../builders/meeting-returns.ts';
import { aRating, aSignedRating } from '../../builders/ratings.ts';
import { contextFor } from '../../builders/request-context.ts';
import { anOpenReview, aSignedOffReview } from '../../builders/reviews.ts';
import { aHostService, aTeam } from '../../builders/teams.ts';
import { aPerson, aUser, everyRole, teamRoles } from '../../builders/users.ts';
import { changeAuditRecord } from './change-audit-record.ts';

const today = '2026-07-15';
const given = { meetings: 4, bands: [0, 5, 0, 0, 0] } as const;

const homeOf = (db: Db, role: Role, facts: Parameters<typeof aPerson>[1] = {}, day = today) =>
  homeFor(aPerson(role, facts), contextFor(db, null, day));

const titled = ({ tasks }: HomePage, title: RegExp): HomeTask[] =>
  tasks.filter((task) => title.test(task.title));

describe('missing returns of a team', () => {
  const { db, made } = sharedDatabase(async (to) => {
    const old = await aTeam(to);
    for (const month of ['2025-12', '2026-02', '2026-05', '2026-07'])
      await aMeetingReturn(to, old.id, month, given);
    const young = await aTeam(to, { startDate: '2026-05-31' });
    // Another team's return is not this one's.
    await aMeetingReturn(to, young.id, '2026-06', given);
    const newest = await aTeam(to, { startDate: '2026-07-01' });
    const ended = await aTeam(to, { endDate: '2026-03-10' });
    return { old, young, newest, ended };
  });

  async function returns(team: 'old' | 'young' | 'newest' | 'ended', role: Role = 'team-leader') {
    const page = await homeOf(db(), role, { teamId: made()[team].id });
    return titled(page, /^Meeting return/).map(({ title, status }) => [
      title.replace('Meeting return for ', ''),
      status,
    ]);
  }

  test.each(teamRoles)('are asked of a %s for the last six months', async (role) => {
    expect(await returns('old', role)).toEqual([
      ['January 2026', 'Missing'],
      ['March 2026', 'Missing'],
      ['April 2026', 'Missing'],
      ['June 2026', 'Due'],
    ]);
  });

  test('are asked from the month in which the team began', async () => {
    expect(await returns('young')).toEqual([['May 2026', 'Missing']]);
    expect(await returns('newest')).toEqual([]);
  });

  test('are asked up to the month in which the team ended', async () => {
    expect(await returns('ended')).toEqual([
      ['January 2026', 'Missing'],
      ['February 2026', 'Missing'],
      ['March 2026', 'Missing'],
    ]);
  });

  test('lead to the month’s own page', async () => {
    const { id } = made().young;
    const page = await homeOf(db(), 'team-leader', { teamId: id });
    expect(titled(page, /May/)[0]).toMatchObject({
      href: `/teams/${id}/meeting-returns/2026-05`,
      stands: 'out',
    });
  });

  test('a team that does not exist has no home', async () => {
    const thrown = await homeOf(db(), 'team-leader').catch((error: unknown) => error);
    expect(thrown).toMatchObject({ status: 404 });
  });
});

describe('the integration rating of a team', () => {
  const { db, made } = sharedDatabase(async (to) => {
    const team = async (state?: Parameters<typeof aRating>[2], ratedOn = '2026-01-15') => {
      const { id } = await aTeam(to);
      if (state !== undefined) await aRating(to, id, state, { ratedOn });
      return id;
    };
    return {
      none: await team(),
      recent: await team('signed by both'),
      old: await team('signed by both', '2026-01-14'),
      draft: await team('draft'),
      ready: await team('ready to sign'),
      'by leader': await team('signed by the leader'),
      'by host': await team('signed by the host service'),
    };
  });

  async function rating(team: keyof ReturnType<typeof made>, role: Role = 'team-leader') {
    const page = await homeOf(db(), role, { teamId: made()[team] });
    return titled(page, /ntegration/).map(({ title, status, stands }) => [title, status, stands]);
  }

  test('is due where there is none, or the last one is over six months old', async () => {
    const due = [['Rate integration with the host service', 'Due', 'out']];
    expect(await rating('none')).toEqual(due);
    expect(await rating('old')).toEqual(due);
    expect(await rating('recent')).toEqual([]);
    const page = await homeOf(db(), 'team-leader', { teamId: made().old });
    expect(titled(page, /^Rate/)[0]?.hint).toBe(
      'The last rating is of 14 January 2026; rate about every half-year',
    );
  });

  const title = 'Integration rating of 15 January 2026';

  test('that is begun waits as a draft', async () => {
    expect(await rating('draft')).toEqual([[title, 'Draft', undefined]]);
  });

  test('waits for the leader’s signature, said to each by role', async () => {
    for (const state of ['ready', 'by host'] as const) {
      expect(await rating(state)).toEqual([[title, 'Waits for your signature', 'out']]);
      expect(await rating(state, 'employment-specialist')).toEqual([
        [title, 'Waits for the team leader', undefined],
      ]);
    }
  });

  test('waits for the host service once the leader has signed', async () => {
    for (const role of teamRoles)
      expect(await rating('by leader', role)).toEqual([
        [title, 'Waits for the host service', undefined],
      ]);
  });
});

describe('a reviewer', () => {
  const { db, made } = sharedDatabase(async (to) => {
    const team = await aTeam(to, { name: 'Harbour' });
    const [asha, ben, none] = [
      await aUser(to, 'reviewer'),
      await aUser(to, 'reviewer'),
      await aUser(to, 'reviewer'),
    ];
    const submittedAt = '2026-06-26T10:00:00.000Z';
    const open = await anOpenReview(
      to,
      team.id,
      [
        { userId: asha.id, scored: 7 },
        { userId: ben.id, scored: 25, submittedAt },
      ],
      { firstVisitDay: '2026-06-23', lastVisitDay: '2026-06-24' },
    );
    return { asha, ben, none, open };
  });
  const home = (who: 'asha' | 'ben' | 'none') =>
    homeFor(made()[who], contextFor(db(), null, today));

  test('sees the own progress and nothing of the other reviewer’s', async () => {
    const page = await home('asha');
    expect(page.tasks).toEqual([
      {
        title: 'Harbour',
        href: `/reviews/${made().open}`,
        hint: 'Visit from 23 June 2026 to 24 June 2026',
        status: '7 of 25 scored',
      },
    ]);
    expect(JSON.stringify(page)).not.toMatch(/25 of|submitted"/);
  });

  test('sees that the own scores are submitted', async () => {
    expect((await home('ben')).tasks[0]?.status).toBe('Your scores are submitted');
  });

  test('without an open review has nothing waiting', async () => {
    const { tasks, nothing } = await home('none');
    expect([tasks, nothing]).toEqual([[], 'No open review is assigned to you.']);
  });
});

describe('a host representative', () => {
  const { db, made } = sharedDatabase(async (to) => {
    const [own, other] = [await aHostService(to, 'Northgate'), await aHostService(to, 'Overton')];
    const mine = await aTeam(to, { name: 'Mine', hostServiceId: own.id });
    const theirs = await aTeam(to, { name: 'Theirs', hostServiceId: other.id });
    const ready = await aRating(to, mine.id, 'ready to sign', { ratedOn: '2026-06-01' });
    const begun = await aRating(to, mine.id, 'signed by the leader', { ratedOn: '2026-05-01' });
    await aRating(to, mine.id, 'draft');
    await aRating(to, mine.id, 'signed by the host service');
    await aSignedRating(to, mine.id);
    await aRating(to, theirs.id, 'ready to sign');
    await aRating(to, (await aTeam(to, { name: 'Nobody’s' })).id, 'ready to sign');
    return { own, mine, ready, begun };
  });

  test('sees the ratings of the own service that wait for a signature, and no other team', async () => {
    const { own, mine, ready, begun } = made();
    const page = await homeOf(db(), 'host-representative', { hostServiceId: own.id });
    expect(page.tasks.map(({ title, href }) => [title, href])).toEqual([
      ['Mine, rated on 1 June 2026', `/teams/${mine.id}/integration/${ready}`],
      ['Mine, rated on 1 May 2026', `/teams/${mine.id}/integration/${begun}`],
    ]);
    expect(JSON.stringify(page)).not.toMatch(/Theirs|Nobody/);
  });

  test('without a service sees none', async () => {
    expect((await homeOf(db(), 'host-representative')).tasks).toEqual([]);
  });
});

describe('national roles', () => {
  const { db } = sharedDatabase(async (to) => {
    const good = await aTeam(to);
    await aMeetingReturn(to, good.id, '2026-06', given);
    await aSignedOffReview(to, good.id, { lastVisitDay: '2024-07-15' });
    await aSignedRating(to, good.id, { ratedOn: '2026-01-15' });
    const late = await aTeam(to);
    await aSignedOffReview(to, late.id, { lastVisitDay: '2024-07-14' });
    await aSignedRating(to, late.id, { ratedOn: '2026-01-14' });
    const young = await aTeam(to, { startDate: '2026-06-15' });
    await aRating(to, young.id, 'signed by the leader', { ratedOn: '2026-07-01' });
    await aTeam(to, { endDate: '2026-05-31' });
    await aTeam(to, { startDate: '2026-08-01' });
  });

  test.each(['national-reader', 'national-analyst'] as const)(
    'a %s sees how many teams are behind, and where',
    async (role) => {
      const { intro, tasks } = await homeOf(db(), role);
      expect(intro).toMatch(/^3 teams are at work/);
      expect(tasks.map(({ title, href }) => [title, href])).toEqual([
        ['1 team without a meeting return for June 2026', '/teams?show=returns'],
        ['2 teams without a fidelity review in the last 24 months', '/teams?show=review'],
        ['2 teams without an integration rating signed in the last 6 months', '/teams?show=rating'],
      ]);
    },
  );

  test('only an analyst is led to change and import', async () => {
    const links = async (role: Role) => (await homeOf(db(), role)).links.map(({ href }) => href);
    expect(await links('national-analyst')).toEqual(expect.arrayContaining(['/benchmarks']));
    expect(await links('national-reader')).not.toContain('/benchmarks');
  });
});

describe('an administrator', () => {
  test('sees who can sign in, and that the record of changes is whole', async () => {
    const database = await databaseWithReferenceData();
    await aUser(database.db, 'reviewer');
    await aUser(database.db, 'reviewer', { disabledAt: '2026-05-05T10:00:00.000Z' });
    const { intro, tasks } = await homeOf(database.db, 'administrator');
    expect(intro).toBe('1 account can sign in; 1 is disabled.');
    expect(tasks).toEqual([]);
    await database.close();
  });

  test('sees from which entry on the record of changes is damaged', async () => {
    const database = await databaseWithReferenceData();
    await aTeam(database.db);
    await aTeam(database.db);
    await database.db.destroy();
    changeAuditRecord(database.path, 2);
    const opened = openDatabase({ path: database.path });
    const { tasks } = await homeOf(opened.db, 'administrator');
    expect(tasks).toEqual([
      {
        title: 'The record of changes is damaged from entry 2',
        href: '/admin/audit',
        status: 'Look into it now',
        stands: 'out',
      },
    ]);
    await opened.close();
  });
});

describe('every role', () => {
  const { db, made } = sharedDatabase(async (to) => {
    const host = await aHostService(to);
    const team = await aTeam(to, { hostServiceId: host.id });
    return { host, team };
  });

  test.each(everyRole)('a %s has a home with words for when nothing waits', async (role) => {
    const { host, team } = made();
    const isOfTeam = role === 'team-leader' || role === 'employment-specialist';
    const page = await homeOf(db(), role, {
      teamId: isOfTeam ? team.id : null,
      hostServiceId: role === 'host-representative' ? host.id : null,
    });
    expect(page.heading).not.toBe('');
    expect(page.nothing).not.toBe('');
    expect(page.links.length).toBeGreaterThan(0);
  });
});
