import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { CaseMixContent } from '#app/case-mix/case-mix-content.tsx';
import { caseMixAddress, caseMixQuestion } from '#app/case-mix/case-mix-question.server.ts';
import type { CaseMixRelease, CaseMixRow } from '#app/case-mix/case-mix-release.ts';
import { caseMixCsv, caseMixJson } from '#app/case-mix/case-mix-files.ts';
import { caseMixView } from '#app/case-mix/case-mix-view.server.ts';
import type { CaseMixResult, CaseMixView } from '#app/case-mix/case-mix-view.ts';
import { protectedRates } from '#app/relations/protected-rates.server.ts';
import { relationsQuestion } from '#app/relations/relations-data.server.ts';
import { keptModel } from '#app/work/kept-models.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { User } from '#app/server/context.server.ts';

import { anEvaluationTeam } from '../../builders/cohorts.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { workplaceFor } from '../../builders/request-context.ts';
import { setUp } from '../../builders/set-up.ts';
import { aPerson, rolesThatSeeNames, teamRoles } from '../../builders/users.ts';
import { farAway, hidden, manyTeams, today, tooSmall, type Name } from '../relations/many-teams.ts';
import { exactCounts, wholeNumbersOf } from '../relations/shown-numbers.ts';

async function viewFor(
  db: Db,
  user: User,
  search = '',
  changed = (release: CaseMixRelease): CaseMixRelease => release,
): Promise<CaseMixView> {
  const question = await caseMixQuestion(db, new URLSearchParams(search), today);
  const asked = { query: caseMixAddress(question), today };
  const now = `${today}T09:00:00.000Z`;
  const model = await keptModel(workplaceFor(db), 'caseMixRelease', asked, now, 60_000);
  if (model.status === 'working') return caseMixView(db, user, question, model);
  return caseMixView(db, user, question, { ...model, answer: changed(model.answer) });
}

function resultOf({ result }: CaseMixView): CaseMixResult {
  if (result.status !== 'computed') throw new Error(`Nothing was computed: ${result.status}`);
  return result;
}

/** The first teams with other ratios, whatever their clients did. */
function withRatios(
  { rows }: Extract<CaseMixRelease, { status: 'computed' }>,
  ratios: readonly number[],
): CaseMixRow[] {
  return rows.map((row, index) => {
    const ratio = ratios[index] ?? row.figures.ratio;
    return { ...row, figures: { ...row.figures, ratio } };
  });
}

describe('the case mix of many teams', () => {
  const { db, made } = sharedDatabase(async (given) => {
    await anEvaluationTeam(given, { name: 'Aldersgate', level: 'high', clients: 61, starts: 23 });
    await anEvaluationTeam(given, { name: 'Bexminster', level: 'low', clients: 63, starts: 19 });
    await anEvaluationTeam(given, { name: 'Cranwell', level: 'high', clients: 62, starts: 13 });
    // Whoever has no age cannot be in the model.
    await setUp(given, async (trx) => {
      await trx.updateTable('evaluationClients').set({ age: 35 }).execute();
    });
    return manyTeams(given);
  });
  const names = () => Object.keys(made().ids) as Name[];
  const leaderOf = (name: Name) => aPerson('team-leader', { teamId: made().ids[name] });

  test('shows the counts and rates of the relations page, for the same teams', async () => {
    const { teams } = resultOf(await viewFor(db(), aPerson('national-reader')));
    const question = await relationsQuestion(db(), new URLSearchParams(), today);
    const { teams: periods, figures } = await protectedRates(db(), question);
    const idOf = new Map(names().map((name) => [made().ids[name], name]));
    const released = periods.flatMap((team) => {
      const figure = figures?.figureOf(team);
      const name = idOf.get(team.teamId) ?? '';
      return figure?.status === 'shown' ? [[name, figure.denominator, figure.numerator]] : [];
    });
    const shown = teams.map(({ team, clients, jobEntries }) => [team, clients, jobEntries]);
    expect(shown).toHaveLength(15);
    expect(shown.map(String).toSorted()).toEqual(released.map(String).toSorted());
  });

  test.each(rolesThatSeeNames)('a %s reads names in the order of the alphabet', async (role) => {
    const result = resultOf(await viewFor(db(), aPerson(role)));
    const listed = result.teams.map(({ team }) => team);
    expect(listed).toEqual(listed.toSorted());
    expect(listed).toContain(farAway);
    expect(listed).not.toContain(hidden);
    expect(listed).not.toContain(tooSmall);
    expect(result.outside).toContain(farAway);
    expect(result.teams.some(({ isOwn }) => isOwn)).toBe(false);
    expect(result.ownReading).toEqual([]);
    expect(result.tableNotes.join(' ')).toContain('2 teams left out of picture and table');
  });

  test('says what the figures of a team are', async () => {
    const { teams, finding } = resultOf(await viewFor(db(), aPerson('national-analyst')));
    const row = teams.find(({ team }) => team === 'Brackenhithe');
    // 112 clients and 34 job entries, shown as 110 and 35; without factors everybody is expected to start like all.
    expect(row).toMatchObject({ clients: 110, jobEntries: 35, rate: 0.318, isOwn: false });
    expect(row?.expectedRate).toBeCloseTo(0.311, 2);
    expect(row?.ratio).toBeCloseTo(35 / 110 / (row?.expectedRate ?? 1), 2);
    expect(row?.ratioFunnel.position).toBe('inside');
    expect(row?.place?.lower).toBeGreaterThanOrEqual(1);
    expect(row?.place?.upper).toBeLessThanOrEqual(15);
    expect(finding[0]).toMatch(
      /^Once their clients are allowed for, 2 of 15 teams lie outside the 95% limits/,
    );
  });

  test.each([...teamRoles, 'reviewer'] as const)(
    'a %s learns nothing that names another team',
    async (role) => {
      const teamId = role === 'reviewer' ? null : made().ids.Gorsewick;
      for (const search of ['', 'clients=evaluation']) {
        const view = await viewFor(db(), aPerson(role, { teamId }), search);
        const text = JSON.stringify(view);
        for (const name of [...names(), 'Aldersgate', 'Bexminster', 'Cranwell']) {
          expect(text).not.toContain(name);
        }
        for (const id of Object.values(made().ids)) expect(text).not.toContain(id);
        expect(resultOf(view).outside).toEqual([]);
      }
    },
  );

  test('other teams stand in the order of the picture', async () => {
    const { teams } = resultOf(await viewFor(db(), leaderOf('Gorsewick')));
    const [own, ...others] = teams;
    expect(own).toMatchObject({ team: 'Your team', isOwn: true });
    const order = others.map(({ clients, rate }) => 1000 * clients + rate);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(others.every(({ team, isOwn }) => team === 'Another team' && !isOwn)).toBe(true);
  });

  test.each(teamRoles)('a %s reads its own team exactly, first and in words', async (role) => {
    const user = aPerson(role, { teamId: made().ids.Gorsewick });
    const result = resultOf(await viewFor(db(), user));
    expect(result.teams[0]).toMatchObject({ clients: 118, jobEntries: 33, rate: 0.28 });
    expect(result.ownReading[0]).toMatch(/^Of your team’s 118 clients, 33 started a job \(28%\)/);
    // 15 teams are shown, of which it is one.
    expect(result.ownReading[1]).toMatch(
      /Its place beside the 14 other teams shown \(1 to 15\) could be anything from \d+ to \d+\.$/,
    );
    const marks = result.ratios?.points.filter(({ label }) => label === 'Your team');
    expect(marks).toHaveLength(1);
    // Others read the same team from 120 clients and 35 job entries.
    const isSaid = result.tableNotes.filter((note) =>
      /your team .* from rounded counts/.test(note),
    );
    expect(isSaid).toHaveLength(1);
    const seen = resultOf(await viewFor(db(), aPerson('national-reader')));
    const toOthers = seen.teams.find(({ team }) => team === 'Gorsewick');
    expect(toOthers).toMatchObject({ clients: 120, jobEntries: 35 });
    expect(seen.tableNotes.join(' ')).not.toMatch(/your (own )?team/i);
  });

  test('calls the two rates by one name each, in words, fields and columns', async () => {
    const view = await viewFor(db(), aPerson('national-analyst'));
    const result = resultOf(view);
    const [head = ''] = caseMixCsv(view, result, { isDemo: false }).split('\r\n');
    expect(head).toContain('"Standardised rate","Adjusted rate","Adjusted rate, 95% from"');
    const json = caseMixJson(view, result, { isDemo: false });
    expect(json.fields.standardisedRate).toContain('held at 1');
    expect(json.fields.adjustedRate).toContain('log odds');
    expect(result.method.join(' ')).toMatch(
      /Adjusted rate: .* random intercept .*Standardised rate/,
    );
    expect(JSON.stringify([view, json, head])).not.toMatch(/shrunken/i);
    // Of clients: the mean of teams' rates would be another rate.
    const docs = ['glossary', 'statistics'].map((name) => readFileSync(`docs/${name}.md`, 'utf8'));
    expect(JSON.stringify([view, json, docs])).not.toContain('rate of all teams');
    expect(json.fields.standardisedRate).toContain('rate of all clients');
    for (const { ratio, standardisedRate } of result.teams) {
      expect(standardisedRate).toBeCloseTo(Math.min(1, ratio * 0.31), 1);
    }
  });

  test('says on the page and in each file how many standardised rates are held at 100%', async () => {
    const user = aPerson('national-reader');
    const noted = async (ratios: readonly number[]) => {
      const view = await viewFor(db(), user, '', (release) =>
        release.status === 'computed' ? { ...release, rows: withRatios(release, ratios) } : release,
      );
      const result = resultOf(view);
      const csv: string[][] = parse(caseMixCsv(view, result, { isDemo: false }));
      const method = csv[0]!.indexOf('Method');
      const files = [
        caseMixJson(view, result, { isDemo: false }).notes.join(' '),
        csv[1]![method]!,
      ];
      const page = renderToStaticMarkup(createElement(CaseMixContent, { view }));
      return [page, ...files].map((text) =>
        /The standardised rate of (\d+ teams?) would/.exec(text),
      );
    };
    const counts = async (...ratios: number[]) =>
      (await noted(ratios)).map((match) => match?.[1] ?? null);
    // 31% of all clients started: three times as many as expected are 93% of them, four times would be 124%.
    expect(await counts(3)).toEqual([null, null, null]);
    expect(await counts(3, 4)).toEqual(['1 team', '1 team', '1 team']);
    expect(await counts(4, 3, 3.5)).toEqual(['2 teams', '2 teams', '2 teams']);
  });

  test('a hidden team sees itself, and nobody else does', async () => {
    for (const name of [hidden, tooSmall] as const) {
      const result = resultOf(await viewFor(db(), leaderOf(name)));
      const { clients, entries } = made().facts[name];
      expect(result.teams[0]).toMatchObject({ isOwn: true, clients, jobEntries: entries });
      expect(result.tableNotes.join(' ')).toContain('Nobody outside your team sees them here.');
      expect(result.teams).toHaveLength(16);
    }
  });

  test('no reader gets an exact count of another team', async () => {
    for (const [user, own] of [
      [aPerson('national-reader'), undefined],
      [aPerson('administrator'), undefined],
      [aPerson('reviewer'), undefined],
      [leaderOf('Gorsewick'), 'Gorsewick'],
    ] as const) {
      for (const search of ['', 'missing=complete-cases', 'definition=via-evaluation']) {
        const shown = wholeNumbersOf(JSON.stringify(await viewFor(db(), user, search)));
        expect(exactCounts(made(), own).filter((count) => shown.has(count))).toEqual([]);
      }
    }
  });

  test('complete cases give no team away: only the own one stands', async () => {
    const search = 'missing=complete-cases';
    const national = await viewFor(db(), aPerson('national-reader'), search);
    // Nobody here has a vocational profile.
    expect(national.result).toMatchObject({ status: 'none' });
  });

  test('the evaluation cohort is a population of its own, too small for adjusted rates', async () => {
    const result = resultOf(await viewFor(db(), aPerson('national-reader'), 'clients=evaluation'));
    expect(
      result.teams.map(({ team, clients, jobEntries }) => [team, clients, jobEntries]),
    ).toEqual([
      ['Aldersgate', 60, 25],
      ['Bexminster', 65, 20],
      ['Cranwell', 60, 15],
    ]);
    expect(result.teams.every(({ adjustedRate }) => adjustedRate === null)).toBe(true);
    expect(JSON.stringify(result.facts)).toContain('at least 10 teams are needed');
  });

  test('strange addresses mean one of few questions', async () => {
    const addressOf = async (search: string) =>
      caseMixAddress(await caseMixQuestion(db(), new URLSearchParams(search), today));
    const usual = await addressOf('');
    expect(usual).toBe(
      'clients=records&definition=ips-grow&period=2026-H1&length=1&missing=not-known-category',
    );
    expect(await addressOf('clients=x&missing=y&period=1999-H1&noise=1&definition=z')).toBe(usual);
    expect(await addressOf('missing=complete-cases')).toContain('missing=complete-cases');
    expect(await addressOf('clients=evaluation&period=2025-H1')).toBe(
      'clients=evaluation&missing=not-known-category',
    );
    expect(await addressOf(usual)).toBe(usual);
  });
});

describe('no team at all', () => {
  const { db } = sharedDatabase(() => Promise.resolve());

  test('is said in words', async () => {
    const { result } = await viewFor(db(), aPerson('national-reader'));
    expect(result).toEqual({
      status: 'none',
      sentence: 'Too few clients or teams for a statement: two teams and both outcomes are needed.',
    });
  });
});
