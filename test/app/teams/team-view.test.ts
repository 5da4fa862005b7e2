import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { teamView } from '#app/teams/team-view.server.ts';
import type { TeamView } from '#app/teams/team-view.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Viewer } from '#scoring/disclosure/disclosure-policy.ts';

import { clientsOf, countedClients, startedOn } from '../../builders/clients.ts';
import { contactsOf } from '../../builders/contacts.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { workplaceFor } from '../../builders/request-context.ts';
import { aMeetingReturn } from '../../builders/meeting-returns.ts';
import { aSignedRating } from '../../builders/ratings.ts';
import { aSignedOffReview, scoresOfTotal } from '../../builders/reviews.ts';
import { insertRows, setUp } from '../../builders/set-up.ts';
import { aSpecialist } from '../../builders/staff.ts';
import { aHostService, aTeam } from '../../builders/teams.ts';

/** A Wednesday: the last complete week is 6 to 12 July. */
const today = '2026-07-15';

interface Ask {
  viewer?: Viewer;
  search?: string;
  mayOpenRecords?: boolean;
  day?: string;
}

async function askFor(db: Db, teamId: string, ask: Ask = {}): Promise<TeamView | undefined> {
  const { viewer = 'own-team', search = '', mayOpenRecords = true, day = today } = ask;
  const links = [{ href: '/somewhere', text: 'Somewhere' }];
  const question = { teamId, viewer, today: day, links, mayOpenRecords };
  return teamView(workplaceFor(db), { ...question, search: new URLSearchParams(search) });
}

async function viewOf(db: Db, teamId: string, ask: Ask = {}): Promise<TeamView> {
  const view = await askFor(db, teamId, ask);
  expect(view).toBeDefined();
  return view!;
}

async function twoTeams(db: Db) {
  const host = await aHostService(db, 'Northgate treatment');
  const full = await aTeam(db, { name: 'Northgate', hostServiceId: host.id, region: 'London' });
  await setUp(db, (trx) =>
    insertRows(trx, 'teamLocalAuthorities', [
      {
        id: randomUUID(),
        teamId: full.id,
        localAuthority: 'Overton',
        fromDate: '2022-04-01',
        toDate: '2025-03-31',
      },
    ]),
  );
  await countedClients(db, full.id, { clients: 47, entries: 13, enrolled: '2026-02-02' });
  await clientsOf(
    db,
    full.id,
    Array.from({ length: 3 }, () => ({ inWorkAtEnrolment: 'yes' as const })),
  );
  // Engaged too recently for the contract: 19, all but two of whom started.
  await clientsOf(
    db,
    full.id,
    Array.from({ length: 19 }, (_, index) => ({
      enrolmentDate: '2025-12-01',
      engagementDate: '2025-12-01',
      jobs: index < 17 ? [startedOn('2025-12-20')] : [],
    })),
  );
  const reviewId = await aSignedOffReview(db, full.id, {
    kind: 'guided-self-assessment',
    firstVisitDay: '2026-03-10',
    lastVisitDay: '2026-03-11',
    scores: scoresOfTotal(98),
  });
  const ratingId = await aSignedRating(db, full.id, { ratedOn: '2026-05-04', chosenLevel: 'high' });
  // In post for the week of 6 July alone, with a day of leave: 0.8 working weeks.
  const specialist = await aSpecialist(db, full.id, {
    employedFrom: '2026-07-06',
    leave: { '2026-07-08': 1 },
  });
  await contactsOf(db, specialist, 'strict', { day: '2026-07-06', count: 3 });
  await contactsOf(db, specialist, 'all modes only', { day: '2026-07-12', count: 1 });
  await contactsOf(db, specialist, 'strict', { day: '2026-07-13', count: 50 });
  await aMeetingReturn(db, full.id, '2026-05', { meetings: 66, bands: [2, 20, 11, 3, 4] });
  await aMeetingReturn(db, full.id, '2026-06', { meetings: 60, bands: [2, 20, 11, 4, 7] });
  const small = await aTeam(db, { name: 'Small' });
  await countedClients(db, small.id, { clients: 33, entries: 5, enrolled: '2026-02-02' });
  const empty = await aTeam(db);
  const contract = await aTeam(db);
  await clientsOf(
    db,
    contract.id,
    Array.from({ length: 59 }, (_, index) => {
      const day = index < 40 ? '2025-01-06' : '2025-12-01';
      const started = index < 15 || index >= 42;
      const jobs = started ? [startedOn(index < 40 ? '2025-03-03' : '2025-12-20')] : [];
      return { enrolmentDate: day, engagementDate: day, jobs };
    }),
  );
  return { full, small, empty, contract, reviewId, ratingId, level: await aLevel(db) };
}

/** Teams of one level, of which one is small, with clients in work and clients of whom that is not known. */
async function aLevel(db: Db) {
  const teamOf = async (clients: number, entries: number) => {
    const team = await aTeam(db);
    await countedClients(db, team.id, { clients, entries, enrolled: '2026-02-02' });
    const besides = (inWorkAtEnrolment: 'yes' | 'not-known', count: number) =>
      clientsOf(
        db,
        team.id,
        Array.from({ length: count }, () => ({ inWorkAtEnrolment })),
      );
    await besides('yes', 9);
    await besides('not-known', 10);
    await aSignedRating(db, team.id, { ratedOn: '2026-05-04', chosenLevel: 'low' });
    return team;
  };
  return {
    small: await teamOf(35, 5),
    hiddenForAnother: await teamOf(40, 12),
    shown: await teamOf(60, 24),
    largest: await teamOf(80, 30),
  };
}

describe('a team’s page', () => {
  const { db, made } = sharedDatabase(twoTeams);

  test('shows the team itself exact figures', async () => {
    const view = await viewOf(db(), made().full.id);
    expect(view).toMatchObject({ name: 'Northgate', isProtected: false });
    expect(view.periodLabel).toBe('January to June 2026');
    expect(view.rate).toMatchObject({
      definition: 'IPS Grow: clients into work',
      status: 'shown',
      counts: '13 of 47',
      rate: '28%',
      // Wilson's interval of 13 in 47 is 16.9% to 41.8%.
      interval: '17% to 42%',
      notes: ['In work at access: 3'],
    });
    expect(view.rate.bar?.value).toBe(13 / 47);
  });

  test('shows others rounded figures, and says so', async () => {
    const view = await viewOf(db(), made().full.id, { viewer: 'others' });
    expect(view.isProtected).toBe(true);
    expect(view.rate).toMatchObject({
      status: 'shown',
      counts: '15 of 45',
      rate: '33%',
      notes: ['In work at access: *'],
    });
    expect(view.rate.bar?.value).toBe(15 / 45);
  });

  test('hides a small number from others, not from the team', async () => {
    const own = await viewOf(db(), made().small.id);
    expect(own.rate).toMatchObject({ status: 'shown', counts: '5 of 33' });
    const { rate } = await viewOf(db(), made().small.id, { viewer: 'others' });
    expect(rate).toMatchObject({ status: 'hidden', rate: '*', counts: '*', interval: '*' });
    expect(rate.bar).toBeNull();
  });

  test('prints a team without any record', async () => {
    const { id } = made().empty;
    for (const viewer of ['own-team', 'others'] as const) {
      const view = await viewOf(db(), id, { viewer });
      expect(view.rate).toMatchObject({ bar: null, benchmark: { value: 0.4 } });
      expect(view.fidelity).toMatchObject({ figure: 'None', href: null });
      expect(view.integration).toMatchObject({ figure: 'None', href: null });
      expect(view.meetings).toMatchObject({ figure: 'None', bands: [], month: null });
      expect(view.contacts.period).toEqual({ strict: 'no rate', allModes: 'no rate' });
      expect(view.contacts.windows.map(({ weeks }) => weeks)).toEqual(['0.0', '0.0', '0.0']);
    }
  });

  test('a team that does not exist has no page', async () => {
    expect(await askFor(db(), 'none', { viewer: 'others' })).toBeUndefined();
  });

  test('the address chooses period and definition; what is not on offer is the usual choice', async () => {
    const chosen = async (search: string) =>
      (await viewOf(db(), made().full.id, { search })).chosen;
    expect(await chosen('period=2025-H2&definition=outcomes-contract')).toEqual({
      period: '2025-H2',
      definition: 'outcomes-contract',
    });
    for (const definition of ['ohid-linkage', 'ips-ad-trial', 'toString', '']) {
      expect(await chosen(`period=2031-H1&definition=${definition}`)).toEqual({
        period: '2026-H1',
        definition: 'ips-grow',
      });
    }
  });

  test('clients engaged too recently stand beside, protected as a proportion', async () => {
    const search = 'definition=outcomes-contract';
    const own = await viewOf(db(), made().full.id, { search });
    expect(own.rate.notes).toContain(
      'Engaged for less than 9 months, counted beside: 66, of whom 30 started already',
    );
    const later = { search: 'definition=outcomes-contract&period=2025-H2' };
    const ofHalf = await viewOf(db(), made().full.id, later);
    expect(ofHalf.rate.notes).toContain(
      'Engaged for less than 9 months, counted beside: 19, of whom 17 started already',
    );
    // Two without a start are few: 15 of 20 beside each other would say so.
    const protectedView = await viewOf(db(), made().contract.id, { ...later, viewer: 'others' });
    expect(protectedView.rate.notes).toContain(
      'Engaged for less than 9 months, counted beside: 20, of whom * started already',
    );
  });

  test('nothing stands beside a rate that is hidden from others, whether small or for another’s sake', async () => {
    const { level } = made();
    for (const { id } of [level.small, level.hiddenForAnother]) {
      const own = await viewOf(db(), id);
      expect(own.rate.notes).toEqual([
        'In work at access: 9',
        'Not known whether in work at access: 10',
        expect.stringMatching(/^With clients of whom it is not known .*: \d+% \(\d+ of \d+\)$/),
      ]);
      const { rate } = await viewOf(db(), id, { viewer: 'others' });
      expect(rate).toMatchObject({ status: 'hidden', notes: [] });
    }
    const shown = await viewOf(db(), level.shown.id, { viewer: 'others' });
    expect(shown.rate.status).toBe('shown');
    // 9 and 24 of 70, rounded.
    expect(shown.rate.notes).toEqual([
      'In work at access: 10',
      'Not known whether in work at access: 10',
      'With clients of whom it is not known whether they were in work at access: 36% (25 of 70)',
    ]);
  });

  test('review and rating in force open for whoever may read them', async () => {
    const { full, reviewId, ratingId } = made();
    const { fidelity, integration } = await viewOf(db(), full.id);
    expect(fidelity).toMatchObject({
      figure: '98 of 125',
      words: 'Fair fidelity. Guided self-assessment, last visit day 11 March 2026.',
      href: `/reviews/${reviewId}`,
    });
    expect(integration).toMatchObject({
      figure: 'High',
      words: 'Rated on 4 May 2026, signed by both services.',
      href: `/teams/${full.id}/integration/${ratingId}`,
    });
    const closed = await viewOf(db(), full.id, { mayOpenRecords: false });
    expect([closed.fidelity.href, closed.integration.href]).toEqual([null, null]);
    const before = await viewOf(db(), full.id, { search: 'period=2025-H2' });
    expect([before.fidelity.figure, before.integration.figure]).toEqual(['None', 'None']);
  });

  test('contacts stand side by side over 1, 4 and 12 whole weeks', async () => {
    const { contacts } = await viewOf(db(), made().full.id);
    const rates = { strict: '3.8', allModes: '5.0', weeks: '0.8' };
    expect(contacts.windows).toEqual([
      { label: 'Last week, 6 July 2026 to 12 July 2026', ...rates },
      { label: 'Last 4 weeks, 15 June 2026 to 12 July 2026', ...rates },
      { label: 'Last 12 weeks, 20 April 2026 to 12 July 2026', ...rates },
    ]);
    expect(contacts.period).toEqual({ strict: 'no rate', allModes: 'no rate' });
  });

  test('meetings are those of the months returned; the missing months are named', async () => {
    const { meetings } = await viewOf(db(), made().full.id);
    // (66 + 60) / (40 + 44)
    expect(meetings).toMatchObject({
      figure: '1.5',
      words: 'meetings per client and month over 2 months returned.',
      month: 'June 2026',
      missing: ['January 2026', 'February 2026', 'March 2026', 'April 2026'],
    });
    expect(meetings.bands).toEqual([
      { label: '0', clients: '2', share: '–' },
      { label: '1 to 4', clients: '20', share: '48%' },
      { label: '5 to 8', clients: '11', share: '26%' },
      { label: '9 to 12', clients: '4', share: '10%' },
      { label: '13 or more', clients: '7', share: '17%' },
      { label: 'All clients on the books', clients: '44', share: '–' },
    ]);
  });

  test('others see bands rounded, small ones hidden, and no share', async () => {
    const { meetings } = await viewOf(db(), made().full.id, { viewer: 'others' });
    expect(meetings.bands.map(({ clients }) => clients)).toEqual(['*', '20', '10', '*', '*', '45']);
    expect(meetings.bands.map(({ share }) => share)).toEqual(Array(6).fill('–'));
  });

  test('what the team is stands beside', async () => {
    expect((await viewOf(db(), made().full.id)).facts).toEqual([
      { key: 'Region', value: 'London' },
      { key: 'IPS provider', value: 'Invented Work' },
      { key: 'Host treatment service', value: 'Northgate treatment (Invented Care)' },
      { key: 'Started', value: '1 April 2022' },
      { key: 'Local authorities', value: 'Overton (until 31 March 2025)' },
    ]);
    const { facts } = await viewOf(db(), made().small.id);
    expect(facts).toContainEqual({ key: 'Host treatment service', value: 'Not recorded' });
  });
});

describe('a mean over few clients', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const teamOf = async (bands: [number, number, number, number, number]) => {
      const team = await aTeam(given);
      await aMeetingReturn(given, team.id, '2026-06', { meetings: 20, bands });
      return team;
    };
    return { seven: await teamOf([0, 7, 0, 0, 0]), eight: await teamOf([0, 8, 0, 0, 0]) };
  });

  test('is hidden from others under eight on the books', async () => {
    const figureFor = async (id: string, viewer: Viewer) =>
      (await viewOf(db(), id, { viewer })).meetings.figure;
    expect(await figureFor(made().seven.id, 'others')).toBe('*');
    expect(await figureFor(made().seven.id, 'own-team')).toBe('2.9');
    expect(await figureFor(made().eight.id, 'others')).toBe('2.5');
  });
});

describe('a single band hidden', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const team = await aTeam(given);
    await aMeetingReturn(given, team.id, '2026-06', { meetings: 60, bands: [9, 20, 11, 4, 12] });
    return team;
  });

  test('takes the smallest other one with it, so that the total does not give it away', async () => {
    const { meetings } = await viewOf(db(), made().id, { viewer: 'others' });
    expect(meetings.bands.map(({ clients }) => clients)).toEqual([
      '*',
      '20',
      '10',
      '*',
      '10',
      '55',
    ]);
  });
});

describe('the benchmark', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const team = await aTeam(given);
    await countedClients(given, team.id, { clients: 40, entries: 20, enrolled: '2026-02-02' });
    return team;
  });
  const benchmark = async (ask: Ask) => (await viewOf(db(), made().id, ask)).rate.benchmark;

  test('is that of IPS Grow in force on the period’s last day', async () => {
    expect(await benchmark({})).toEqual({
      value: 0.4,
      words: 'Clients into work 40%, in force since 1 April 2024',
    });
    // January to June 2024 ends under the new benchmark, July to December 2023 under the old one.
    const long = { day: '2024-07-01' };
    expect((await benchmark({ ...long, search: 'period=2024-H1' }))?.value).toBe(0.4);
    expect(await benchmark({ ...long, search: 'period=2023-H2' })).toEqual({
      value: 0.3,
      words: 'Clients into work 30%, in force since 1 October 2019',
    });
  });

  test.each(['ips-grow-six-months', 'via-evaluation', 'outcomes-contract'])(
    'stands beside no rate under %s',
    async (key) => {
      expect(await benchmark({ search: `definition=${key}` })).toBeNull();
    },
  );
});
