import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { relationsData, relationsQuestion } from '#app/relations/relations-data.server.ts';
import { relationsView } from '#app/relations/relations-view.server.ts';
import type { RelationsView } from '#app/relations/relations-view.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Role } from '#db/schema/people.ts';

import { countedClients } from '../../builders/clients.ts';
import { aLinkedRound, anEvaluationTeam } from '../../builders/cohorts.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { aSignedRating } from '../../builders/ratings.ts';
import { anOpenReview } from '../../builders/reviews.ts';
import { insertRows, setUp } from '../../builders/set-up.ts';
import { aTeam } from '../../builders/teams.ts';
import { aPerson, aUser, rolesThatSeeNames, teamRoles } from '../../builders/users.ts';
import { farAway, hidden, manyTeams, today, tooSmall, type Name } from './many-teams.ts';
import { exactCounts, roundedCount, teamRows, wholeNumbersIn } from './shown-numbers.ts';

async function viewFor(
  db: Db,
  role: Role,
  { teamId = null, search = '' }: { teamId?: string | null; search?: string } = {},
): Promise<RelationsView> {
  const user = aPerson(role, { teamId });
  const question = await relationsQuestion(db, new URLSearchParams(search), today);
  return relationsView(db, user, question, await relationsData(db, question));
}

function chosen({ filters }: RelationsView, name: string): string | undefined {
  return filters.choices.find((choice) => choice.name === name)?.chosen;
}

describe('many teams', () => {
  const { db, made } = sharedDatabase(async (given) => {
    await anEvaluationTeam(given, { name: 'Aldersgate', level: 'high', clients: 61, starts: 23 });
    await anEvaluationTeam(given, { name: 'Bexminster', level: 'low', clients: 63, starts: 19 });
    await anEvaluationTeam(given, { name: 'Cranwell', level: 'high', clients: 62, starts: 13 });
    const teams = await manyTeams(given);
    const reviewer = await aUser(given, 'reviewer');
    await anOpenReview(given, teams.ids.Gorsewick, [{ userId: reviewer.id }]);
    return { ...teams, reviewer };
  });
  const names = () => Object.keys(made().ids) as Name[];
  const teamView = (name: Name, role: Role = 'team-leader') =>
    viewFor(db(), role, { teamId: made().ids[name] });

  test('are looked at over two half-years where the definition needs six months of them', async () => {
    const search = 'definition=ips-grow-six-months&length=1';
    const view = await viewFor(db(), 'national-reader', { search });
    expect(chosen(view, 'length')).toBe('2');
    expect(view.warnings[0]).toMatch(/always looked at over two half-years/);
    const usual = await viewFor(db(), 'national-reader', { search: 'length=1' });
    expect(chosen(usual, 'length')).toBe('1');
    expect(usual.warnings.join(' ')).not.toMatch(/two half-years/);
  });

  test('make every statement of the page', async () => {
    const view = await viewFor(db(), 'national-reader');
    expect(view.notRelated).toBeNull();
    // 18 teams, one with too few clients; the one whose rate is hidden is used all the same.
    expect(view.teams.used).toBe(17);
    expect(
      view.inputs.map(({ key, teams, statistics }) => [key, teams, statistics.length]),
    ).toEqual(
      ['fidelity', 'contacts', 'contacts-all-modes', 'meetings'].map((key) => [key, 17, 2]),
    );
    expect(view.integration?.levels.map(({ teams }) => teams)).toEqual([6, 5, 6]);
    expect(view.integration?.statistics).toHaveLength(3);
    expect(view.together?.rows.length).toBeGreaterThan(4);
    expect(view.items?.rows).toHaveLength(25);
    expect(view.definition.name).toBe('IPS Grow: clients into work');
  });

  test.each(rolesThatSeeNames)(
    'a %s sees names, in their order, and no team as its own',
    async (role) => {
      const view = await viewFor(db(), role);
      expect(view.areTeamsNamed).toBe(true);
      expect(view.teams.namesTooSmall).toEqual([tooSmall]);
      const [fidelity] = view.inputs;
      const listed = fidelity!.rows.map(({ team }) => team);
      expect(listed).toEqual(listed.toSorted());
      expect(listed).toContain(farAway);
      expect(listed).not.toContain(hidden);
      expect(listed).not.toContain(tooSmall);
      expect(teamRows(view).some(({ isOwn }) => isOwn)).toBe(false);
      expect(fidelity!.points.some(({ highlighted }) => highlighted)).toBe(false);
      expect(view.evaluation?.rows.map(({ team }) => team).sort()).toEqual([
        'Aldersgate',
        'Bexminster',
        'Cranwell',
      ]);
    },
  );

  test('rows and points say what the records of a team say', async () => {
    const view = await viewFor(db(), 'national-analyst');
    const rowOf = (key: string) =>
      view.inputs
        .find((input) => input.key === key)
        ?.rows.find(({ team }) => team === 'Brackenhithe');
    expect(made().facts.Brackenhithe).toEqual({
      clients: 112,
      entries: 34,
      fidelity: 72,
      level: 'medium',
      contacts: { strict: 14, others: 6 },
      meetings: 214,
      books: 142,
    });
    // Wilson's interval of 35 in 110 is 23.9% to 41.0%.
    expect(rowOf('fidelity')).toEqual({
      team: 'Brackenhithe',
      isOwn: false,
      value: '72',
      clients: '110',
      entries: '35',
      rate: '32%',
      interval: '24% to 41%',
    });
    // 14 contacts in four weeks, 20 in all modes; 214 meetings with 142 clients.
    expect(rowOf('contacts')?.value).toBe('3.5');
    expect(rowOf('contacts-all-modes')?.value).toBe('5.0');
    expect(rowOf('meetings')?.value).toBe('1.5');
  });

  test.each([...teamRoles, 'reviewer'] as const)(
    'a %s learns nothing that names another team',
    async (role) => {
      const own = role === 'reviewer' ? undefined : 'Gorsewick';
      const view = own === undefined ? await viewFor(db(), role) : await teamView(own, role);
      const text = JSON.stringify(view);
      for (const name of names()) {
        expect(text).not.toContain(name);
        expect(text).not.toContain(made().ids[name]);
      }
      for (const region of made().regions) expect(text).not.toContain(region);
      expect(text).not.toContain('Region');
      for (const name of ['Aldersgate', 'Bexminster', 'Cranwell']) expect(text).not.toContain(name);
      expect(view.areTeamsNamed).toBe(false);
      expect(view.teams).toMatchObject({ tooSmall: 1, namesTooSmall: [] });
      expect(
        teamRows(view)
          .filter(({ isOwn }) => !isOwn)
          .map(({ team }) => team),
      ).toEqual(expect.arrayContaining(['Another team']));
    },
  );

  test('a reviewer of an open review gets no team of their own here either', async () => {
    const question = await relationsQuestion(db(), new URLSearchParams(), today);
    const data = await relationsData(db(), question);
    const view = await relationsView(db(), made().reviewer, question, data);
    expect(teamRows(view).some(({ isOwn }) => isOwn)).toBe(false);
    expect(teamRows(view).every(({ team }) => team === 'Another team')).toBe(true);
  });

  test.each(teamRoles)(
    'a %s sees the own team first, exactly; the others rounded',
    async (role) => {
      const { clients, entries } = made().facts.Gorsewick;
      const view = await teamView('Gorsewick', role);
      expect([clients, entries]).toEqual([118, 33]);
      const lists = [...view.inputs.map(({ rows }) => rows), view.integration!.rows];
      for (const [own, ...others] of lists) {
        expect(own).toMatchObject({
          team: 'Your team',
          isOwn: true,
          clients: '118',
          entries: '33',
          // Wilson's interval of 33 in 118 is 20.7% to 36.7%.
          rate: '28%',
          interval: '21% to 37%',
        });
        expect(others.length).toBeGreaterThan(10);
        expect(others.every(({ isOwn, team }) => !isOwn && team === 'Another team')).toBe(true);
      }
      for (const { points } of view.inputs) {
        const [own, ...more] = points.filter(({ highlighted }) => highlighted);
        expect(own).toMatchObject({ y: 33 / 118, label: 'Your team' });
        expect(more).toEqual([]);
      }
      const dot = view.integration!.dots.find(({ highlighted }) => highlighted);
      expect(dot).toMatchObject({ label: 'Your team (low integration)', value: 33 / 118 });
    },
  );

  test('other teams stand in the order of the picture, which tells nothing else', async () => {
    const { inputs, evaluation } = await teamView('Gorsewick');
    for (const { points } of inputs) {
      const others = points.filter(({ highlighted }) => !highlighted);
      const sorted = others.toSorted((a, b) => a.x - b.x || a.y - b.y);
      expect(others).toEqual(sorted);
    }
    // By level and rate: Cranwell's 15 of 60 before Aldersgate's 25 of 60.
    expect(evaluation?.rows.map(({ level, counts }) => [level, counts])).toEqual([
      ['low', '20 of 65'],
      ['high', '15 of 60'],
      ['high', '25 of 60'],
    ]);
  });

  test.each(['national-reader', 'national-analyst', 'administrator', 'reviewer'] as const)(
    'a %s gets no exact and no small count of people',
    async (role) => {
      const view = await viewFor(db(), role);
      for (const { clients, entries } of teamRows(view)) {
        expect(clients).toMatch(roundedCount);
        expect(entries).toMatch(roundedCount);
      }
      const shown = wholeNumbersIn(view);
      expect(exactCounts(made()).filter((count) => shown.has(count))).toEqual([]);
    },
  );

  test.each(teamRoles)('a %s gets no exact and no small count of another team', async (role) => {
    const view = await teamView('Gorsewick', role);
    const others = teamRows(view).filter(({ isOwn }) => !isOwn);
    for (const { clients, entries } of others) {
      expect(clients).toMatch(roundedCount);
      expect(entries).toMatch(roundedCount);
    }
    const shown = wholeNumbersIn(view);
    // The own team's exact clients are the proof that the search finds such numbers.
    expect(shown).toContain(made().facts.Gorsewick.clients);
    expect(exactCounts(made(), 'Gorsewick').filter((count) => shown.has(count))).toEqual([]);
  });

  test('no ratio in a picture is given in full, from which its counts could be found', async () => {
    for (const view of [await viewFor(db(), 'national-reader'), await teamView('Gorsewick')]) {
      for (const { points } of view.inputs) {
        for (const { x } of points) expect(x).toBe(Number(x.toFixed(1)));
      }
    }
  });

  test('a team whose rate is hidden sees its own, and nobody else does', async () => {
    const own = await teamView(hidden);
    expect(own.inputs[0]!.rows[0]).toMatchObject({ isOwn: true, entries: '4' });
    const others = await viewFor(db(), 'national-reader');
    // With it goes the smallest other team of its level, which would give it away beside the level's rate.
    const left = names().filter(
      (name) => !others.inputs[0]!.rows.some(({ team }) => team === name),
    );
    expect(left).toEqual(['Ambleworth', hidden, tooSmall]);
    expect(own.inputs[0]!.rows).toHaveLength(others.inputs[0]!.rows.length + 1);
    expect(others.inputs[0]!.leftOut[0]).toMatch(/^2 teams left out of picture and table/);
  });

  test('a team with too few clients sees its own figures all the same', async () => {
    const { inputs } = await teamView(tooSmall);
    expect(inputs[0]!.rows[0]).toMatchObject({ isOwn: true, entries: '3', clients: '7' });
    expect(inputs[0]!.leftOut).toContain('1 team with too few clients in the period, not used.');
  });

  test('the team furthest from the pattern is named to national roles and to itself', async () => {
    const national = await viewFor(db(), 'national-reader');
    expect(national.integration?.furthest).toMatch(
      new RegExp(`^One team departs from the pattern: .* It is ${farAway}\\.$`),
    );
    const itself = await teamView(farAway);
    expect(itself.integration?.furthest).toMatch(/ It is your team\.$/);
    for (const view of [await teamView('Gorsewick'), await viewFor(db(), 'reviewer')]) {
      expect(view.integration?.furthest).toMatch(/^One team departs from the pattern/);
      expect(view.integration?.furthest).not.toContain('It is');
    }
  });

  test('the evaluation cohort has a rate for each level where that is safe, and counts who is left out', async () => {
    const { evaluation } = await viewFor(db(), 'national-reader');
    expect(evaluation?.levels.map(({ level, teams, counts }) => [level, teams, counts])).toEqual([
      ['Low integration', 1, '20 of 65'],
      ['Medium integration', 0, 'no clients'],
      ['High integration', 2, '35 of 125'],
    ]);
    expect(evaluation?.leftOut).toEqual([]);
  });

  test('rates under every definition are rounded and name their population', async () => {
    const { rates } = await viewFor(db(), 'national-reader');
    const all = Object.values(made().facts);
    const clients = all.reduce((sum, team) => sum + team.clients, 0);
    expect(clients).toBe(2059);
    expect(rates.map(({ key }) => key).sort()).toEqual([
      'ips-grow',
      'ips-grow-six-months',
      'outcomes-contract',
      'via-evaluation',
    ]);
    const via = rates.find(({ key }) => key === 'via-evaluation');
    expect(via).toMatchObject({ population: 'Team records' });
    expect(via?.counts).toMatch(/^[\d,]*[05] of 2,060$/);
    // Nobody was engaged nine months ago.
    expect(rates.find(({ key }) => key === 'outcomes-contract')?.rate).toBe('–');
  });
});

describe('the evaluation cohort', () => {
  const { db } = sharedDatabase(async (given) => {
    await anEvaluationTeam(given, { name: 'Aldersgate', level: 'high', clients: 61, starts: 23 });
    await setUp(given, (trx) =>
      insertRows(trx, 'datedSettings', [
        {
          id: randomUUID(),
          key: 'small-number-policy',
          validFrom: '2026-08-01',
          value: JSON.stringify({ smallestShown: 30 }),
          note: '',
        },
      ]),
    );
  });

  test('says how many teams are left out', async () => {
    const question = await relationsQuestion(db(), new URLSearchParams(), '2026-08-01');
    const data = await relationsData(db(), question);
    const { evaluation } = await relationsView(db(), aPerson('national-reader'), question, data);
    expect(evaluation?.leftOut).toEqual([
      '1 team left out of picture and table for everyone but the team itself, because the numbers are too small to show; the statistics include them.',
    ]);
    expect(evaluation?.levels.map(({ counts }) => counts)).toEqual([
      'no clients',
      'no clients',
      '*',
    ]);
  });

  test('follows the small-number policy of the day, though no data changed', async () => {
    const rowsOn = async (day: string) => {
      const question = await relationsQuestion(db(), new URLSearchParams(), day);
      const data = await relationsData(db(), question);
      const view = await relationsView(db(), aPerson('national-reader'), question, data);
      return view.evaluation?.rows.map(({ team, counts }) => [team, counts]);
    };
    expect(await rowsOn('2026-07-31')).toEqual([['Aldersgate', '25 of 60']]);
    expect(await rowsOn('2026-08-01')).toEqual([]);
  });
});

describe('a level of two teams, of which one is small', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const teamOf = async (level: 'low' | 'high', clients: number, entries: number) => {
      const { id } = await aTeam(given);
      await countedClients(given, id, { clients, entries, enrolled: '2026-02-02' });
      await aSignedRating(given, id, { ratedOn: '2026-05-04', chosenLevel: level });
      return id;
    };
    const own = await teamOf('low', 60, 20);
    await teamOf('low', 40, 1);
    for (const entries of [20, 24, 28]) await teamOf('high', 80, entries);
    return { own };
  });

  test('has a rate for everyone but the team that could work the small one’s out of it', async () => {
    const lowFor = async (role: Role, teamId: string | null) => {
      const { integration } = await viewFor(db(), role, { teamId });
      return [integration!.levels[0]!.counts, integration!.dots[0]!.value];
    };
    expect(await lowFor('national-reader', null)).toEqual(['20 of 100', 0.2]);
    expect(await lowFor('team-leader', made().own)).toEqual(['*', null]);
  });
});

describe('few teams', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const team = await aTeam(given, { name: 'Only one' });
    await countedClients(given, team.id, { clients: 31, entries: 12, enrolled: '2026-02-02' });
    return team;
  });

  test.each([
    ['national-reader', false],
    ['team-leader', true],
  ] as const)('print a result to a %s all the same', async (role, isOwn) => {
    const teamId = isOwn ? made().id : null;
    const view = await viewFor(db(), role, { teamId });
    expect(view.teams.used).toBe(1);
    for (const { finding, statistics } of view.inputs) {
      expect(finding).toMatch(/^Too few teams for a statement: 0 with .* known, 10 needed\.$/);
      expect(statistics).toEqual([]);
    }
    expect(view.integration).toMatchObject({ statistics: [], furthest: null, rows: [] });
    expect(view.integration?.finding).toMatch(/^Too few teams for a statement/);
    expect(view.together?.finding).toMatch(/^Too few teams for a statement/);
    expect(view.items).toEqual({
      finding: 'Too few teams for a statement: 0 with item scores, 10 needed.',
      rows: [],
    });
    expect(view.warnings.join(' ')).toContain('Teams without a known value: Fidelity: 1,');
    expect(view.evaluation).toBeNull();
  });
});

describe('no team at all', () => {
  const { db } = sharedDatabase(() => Promise.resolve());

  test('prints a result', async () => {
    const view = await viewFor(db(), 'administrator');
    expect(view.teams).toEqual({ used: 0, tooSmall: 0, namesTooSmall: [] });
    expect(teamRows(view)).toEqual([]);
    expect(view.rates.map(({ counts }) => counts)).toEqual(Array(4).fill('no clients'));
  });
});

describe('a definition of the linked cohort', () => {
  const { db } = sharedDatabase(async (given) => {
    const team = await aTeam(given);
    await countedClients(given, team.id, { clients: 31, entries: 12, enrolled: '2026-02-02' });
    const round = { linkageDate: '2025-06-01', people: 203, worked: 101, started: 83 };
    await aLinkedRound(given, round);
  });

  test.each(['ohid-linkage', 'ohid-linkage-started'])(
    '%s relates no teams and says why',
    async (key) => {
      const view = await viewFor(db(), 'national-reader', { search: `definition=${key}` });
      expect(chosen(view, 'definition')).toBe(key);
      expect(view.notRelated).toMatch(/^This rate comes from the linked cohort/);
      expect(view.notRelated).toContain('shares no key with a team');
      expect(view).toMatchObject({ inputs: [], integration: null, together: null, items: null });
      expect(view.teams).toEqual({ used: 0, tooSmall: 0, namesTooSmall: [] });
    },
  );

  test('is counted from its own population, with the whole percent of the exact figures', async () => {
    const { rates } = await viewFor(db(), 'national-reader');
    // 101 of 203 is 49.75%; 100 of 205 would be 49%.
    expect(rates.find(({ key }) => key === 'ohid-linkage')).toMatchObject({
      population: 'Linked cohort, Round of 2025-06-01',
      counts: '100 of 205',
      rate: '50%',
    });
    expect(rates.find(({ key }) => key === 'ohid-linkage-started')?.counts).toBe('85 of 205');
    expect(rates.some(({ key }) => key === 'ips-ad-trial')).toBe(false);
  });
});
