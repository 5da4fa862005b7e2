import { parse } from 'csv-parse/sync';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';

import { FigureEightContent } from '#app/figure-eight/figure-eight-content.tsx';
import {
  figureEightAsked,
  figureEightRequest,
} from '#app/figure-eight/figure-eight-request.server.ts';
import {
  classSentence,
  className,
  findingOf,
  methodFacts,
  pointsInterval,
  pointsWords,
  readingOf,
  oddsRatioWords,
  otherClassName,
} from '#app/figure-eight/figure-eight-words.ts';
import type { FigureEightReport } from '#app/figure-eight/figure-eight-report.ts';
import type { FigureEightView } from '#app/figure-eight/figure-eight-view.ts';
import { loader as csvLoader } from '#app/routes/relations/figure-eight-csv.ts';
import { loader as jsonLoader } from '#app/routes/relations/figure-eight-json.ts';
import type { User } from '#app/server/context.server.ts';
import type { Work } from '#app/work/work.server.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { figureEightCautions } from '#scoring/relations/figure-eight.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { workplaceFor } from '../../builders/request-context.ts';
import { anOpenReview } from '../../builders/reviews.ts';
import { aTeam } from '../../builders/teams.ts';
import { aPerson, aUser, rolesThatSeeNames, teamRoles } from '../../builders/users.ts';
import { roundedCount, wholeNumbersOf } from '../relations/shown-numbers.ts';
import {
  askPage,
  contextOf,
  csvFor,
  jsonFor,
  reportFor,
  viewFor,
  wordsFor,
  workWithout,
} from './ask.ts';
import {
  anEvaluation,
  evaluationTeams,
  exactCounts,
  hiddenNames,
  madeClients,
  teamsOfRecords,
  teamsWithRecords,
  today,
} from './cohort.ts';

const national = aPerson('national-reader');
describe('figure 8 of the evaluation', () => {
  const { db, made } = sharedDatabase(anEvaluation);
  const leader = aPerson('team-leader', { teamId: '00000000-0000-4000-8000-000000000001' });
  const htmlFor = async (user: User, search = '') =>
    renderToStaticMarkup(<FigureEightContent view={await viewFor(db(), user, search)} />);

  test('classes each team by its change alone, and never the reference', async () => {
    const report = await reportFor(db(), national);
    expect(report.reference.name).toBe('Aldersgate');
    expect(report.teams.map((team) => [team.name, team.class])).toEqual([
      ['Bexminster', 'less effectively'],
      ['Cranwell', 'about as effectively'],
      ['Dunharrow', 'more effectively'],
    ]);
    for (const team of report.teams) {
      const { lower, upper } = team.change;
      expect([team.name, lower > 0, upper < 0]).toEqual([
        team.name,
        team.class === 'more effectively',
        team.class === 'less effectively',
      ]);
    }
    expect(findingOf(report)).toBe(
      'Against Aldersgate, 1 team turns meetings into job starts more effectively, 1 less effectively and 1 about as effectively',
    );
  });

  test('says it of each team in words, and nothing of the reference', async () => {
    const report = await reportFor(db(), national);
    expect(report.teams.map((team) => classSentence(team, report))).toEqual([
      'Bexminster turns meetings into job starts less effectively than Aldersgate',
      'Cranwell turns meetings into job starts about as effectively as Aldersgate',
      'Dunharrow turns meetings into job starts more effectively than Aldersgate',
    ]);
    const html = await htmlFor(national);
    expect(html).toContain('Bexminster turns meetings into job starts less effectively');
    expect(html).not.toContain('Aldersgate turns meetings');
  });

  test('prints cautions, warnings, seed and refits with the figure', async () => {
    const html = await htmlFor(national);
    for (const caution of figureEightCautions) expect(html).toContain(caution);
    expect(html).toContain('60 refits to clients drawn with replacement, seed 8');
    expect(html).toContain('This is not a ranking');
  });

  test('compares with the team that the reader chooses', async () => {
    const report = await reportFor(db(), national, `?reference=${made().Bexminster}`);
    expect(report.reference.name).toBe('Bexminster');
    expect(report.teams.map(({ name }) => name)).toEqual(['Aldersgate', 'Cranwell', 'Dunharrow']);
    expect(report.teams[0]?.class).toBe('more effectively');
  });

  test.each(rolesThatSeeNames)('a %s sees rounded counts, and no hidden team', async (role) => {
    const user = aPerson(role);
    const report = await reportFor(db(), user);
    for (const { figure } of [report.reference, ...report.teams]) {
      expect(figure.status).toBe('shown');
      expect(String(figure.numerator)).toMatch(roundedCount);
      expect(String(figure.denominator)).toMatch(roundedCount);
    }
    expect(report.teamsHidden).toBe(2);
    const { filters: _, ...shown } = await viewFor(db(), user);
    const texts = [
      JSON.stringify(shown),
      await (await csvFor(db(), user)).text(),
      await (await jsonFor(db(), user)).text(),
    ];
    const exact = exactCounts(evaluationTeams).filter((count) => count > 25 && count % 5 !== 0);
    expect(exact.length).toBeGreaterThan(5);
    for (const text of texts) {
      for (const name of hiddenNames) expect(text).not.toContain(name);
      const numbers = wholeNumbersOf(text);
      expect(exact.filter((count) => numbers.has(count))).toEqual([]);
    }
    const html = await htmlFor(user);
    for (const name of hiddenNames) expect(html).not.toContain(name);
    expect(html).toContain('2 teams left out of picture and table');
  });

  test('counts whom an answer that is not known leaves out, as rounded as the rest', async () => {
    const report = await reportFor(db(), national);
    // 578 clients, twelve of whom said nothing of their confidence.
    expect(report.given).toBe('580');
    expect(report.notAnswered).toEqual([{ reason: 'Confidence', clients: '10' }]);
    expect(report.whole.clients).toBe('565');
    const cranwell = report.teams.find(({ name }) => name === 'Cranwell');
    expect(cranwell?.figure.denominator).toBe(100);
  });

  test('events per parameter say no more than the rounded counts do', async () => {
    const report = await reportFor(db(), national);
    const { jobStarts } = report.whole;
    // Four teams, the hidden ones being one; age, sex and three bands of meetings, two small ones being one; the constant aside.
    expect(report.eventsPerParameter).toBe(Math.round((10 * Number(jobStarts)) / 9) / 10);
  });

  test('means stand with one decimal: their exact value times the clients would be a whole number', async () => {
    const report = await reportFor(db(), national);
    const meetings = madeClients(evaluationTeams.Dunharrow).map((client) => client.meetings);
    const mean = meetings.reduce((sum, value) => sum + value, 0) / meetings.length;
    const shown = report.teams.find(({ name }) => name === 'Dunharrow')?.meanMeetings;
    expect(shown).toBe(Number(mean.toFixed(1)));
    expect(shown).not.toBe(mean);
  });

  describe('the landmark variant', () => {
    const search = '?meetings=first-60-days';

    test('counts who is left out for which reason', async () => {
      const { landmark } = await reportFor(db(), national, search);
      const clients = Object.values(evaluationTeams).flatMap((making) =>
        madeClients(making).map((client, index) => ({ ...client, index })),
      );
      const short = clients.filter(({ index }) => [3, 13, 23].includes(index));
      const before = clients.filter(
        ({ jobStart, index }) =>
          jobStart && index % 4 === 0 && !short.some((c) => c.index === index),
      );
      const toFive = (count: number) => String(5 * Math.floor((count + 2.5) / 5));
      expect(landmark.map(({ clients: count }) => count)).toEqual([
        toFive(clients.length - short.length - before.length),
        toFive(short.length),
        toFive(before.length),
        '0',
        '580',
      ]);
      expect(landmark.map(({ reason }) => reason)).toEqual([
        'Followed at least 60 days, without a job start before day 60',
        'Left out: followed under 60 days',
        'Left out: started a job before day 60',
        'Left out: not known how long they were followed',
        'All',
      ]);
      expect((await reportFor(db(), national)).landmark).toEqual([]);
    });

    test('counts meetings of the first 60 days in bands of their own', async () => {
      const { whole, eventsPerParameter } = await reportFor(db(), national, search);
      // Nobody has more than six by then: four teams, age, sex and one band beside the constant, the small one being with another.
      expect(eventsPerParameter).toBe(Math.round((10 * Number(whole.jobStarts)) / 7) / 10);
    });

    test('stands beside each team’s class, and the other way round', async () => {
      const [toDate, landmark] = [
        await reportFor(db(), national),
        await reportFor(db(), national, search),
      ];
      expect(toDate.teams.length).toBe(3);
      for (const [index, team] of toDate.teams.entries()) {
        const late = landmark.teams[index]!;
        expect([team.name, team.class, team.otherClass]).toEqual([
          late.name,
          late.otherClass,
          late.class,
        ]);
      }
      const [team] = toDate.teams;
      const same = { ...team!, otherClass: team!.class };
      expect(readingOf(same, toDate).at(-1)).toContain(
        'With meetings of the first 60 days only (the landmark variant) the answer is the same.',
      );
      const turned = {
        ...same,
        class: 'more effectively',
        otherClass: 'about as effectively',
      } as const;
      expect(readingOf(turned, toDate).at(-1)).toContain(
        'the answer is another, “about as effectively”: it depends on which meetings are counted.',
      );
      const unknown = { ...turned, otherClass: null };
      expect(readingOf(unknown, toDate).at(-1)).not.toContain('the answer is');
    });

    test('hides every team that is hidden with all its meetings', async () => {
      const { teams } = await reportFor(db(), national, search);
      for (const name of hiddenNames) expect(teams.map((team) => team.name)).not.toContain(name);
    });
  });

  test.each([...teamRoles, 'reviewer'] as const)(
    'a %s learns no team’s name or id',
    async (role) => {
      const user = aPerson(role, { teamId: role === 'reviewer' ? null : leader.teamId });
      const report = await reportFor(db(), user);
      const letters = Object.values(made()).toSorted();
      const marks = letters.map(
        (id) => [id, `Team ${'ABCDEF'[letters.indexOf(id)] ?? ''}`] as const,
      );
      const markOf = new Map(marks);
      expect(report.reference.name).toBe(markOf.get(made().Aldersgate));
      const shown = ['Bexminster', 'Cranwell', 'Dunharrow'] as const;
      expect(report.teams.map(({ name }) => name)).toEqual(
        shown.map((name) => markOf.get(made()[name]) ?? '').toSorted(),
      );
      const texts = [
        await htmlFor(user),
        JSON.stringify(await viewFor(db(), user)),
        await (await csvFor(db(), user)).text(),
        await (await jsonFor(db(), user)).text(),
      ];
      for (const text of texts) {
        for (const [name, id] of Object.entries(made())) {
          expect(text).not.toContain(name);
          expect(text).not.toContain(id);
        }
      }
    },
  );

  test('an id in the address is answered like none to those who may not know it', async () => {
    const { address } = await viewFor(db(), leader, `?reference=${made().Bexminster}`);
    expect(address).toBe((await viewFor(db(), leader)).address);
    const letter = (await reportFor(db(), leader)).teams[0]?.name.slice(-1).toLowerCase() ?? '';
    const other = await viewFor(db(), leader, `?reference=${letter}`);
    expect(other.address).toContain(`reference=${letter}`);
  });

  test('strange addresses ask the same question of the thread', async () => {
    const askedOf = async (search: string) => {
      const request = await figureEightRequest(
        workplaceFor(db()),
        new URLSearchParams(search),
        national,
        today,
      );
      return figureEightAsked(request, request.chosen!, { policy, hidden: request.hidden });
    };
    const usual = await askedOf('');
    for (const search of [
      'clients=everybody',
      'meetings=13',
      'reference=nobody',
      'definition=outcomes-contract&period=2025-H2&length=2&team=x&refits=1',
      `reference=${made().Eastwick}`,
    ])
      expect([search, await askedOf(search)]).toEqual([search, usual]);
    expect(usual).toEqual({
      clients: { population: 'evaluation' },
      meetings: 'to-date',
      teamId: made().Aldersgate,
      viewer: 'others',
      policy,
      hidden: hiddenNames.map((name) => made()[name]).toSorted(),
    });
  });

  describe('the files', () => {
    test('agree with the page, team by team', async () => {
      const report = await reportFor(db(), national);
      const html = await htmlFor(national);
      const csv: Record<string, string>[] = parse(await (await csvFor(db(), national)).text(), {
        bom: true,
        columns: true,
      });
      const json = (await (await jsonFor(db(), national)).json()) as {
        teams: Record<string, unknown>[];
        methodInWords: unknown;
      };
      expect(csv.map((row) => row.Team)).toEqual([
        report.reference.name,
        ...report.teams.map(({ name }) => name),
      ]);
      for (const [index, team] of report.teams.entries()) {
        const row = csv[index + 1];
        const { anchor, ...same } = team;
        expect(json.teams[index]).toEqual({ ...same, reading: classSentence(team, report) });
        expect(row?.['Turns meetings into job starts']).toBe(className(team));
        expect(row?.['Turns meetings into job starts, meetings of the first 60 days only']).toBe(
          otherClassName(team, report),
        );
        const estimateOf = (name: string) => ({
          value: Number(row?.[name]),
          lower: Number(row?.[`${name}, lower`]),
          upper: Number(row?.[`${name}, upper`]),
        });
        expect(team.change).toMatchObject(estimateOf('Change'));
        expect(team.oddsRatioWith).toMatchObject(estimateOf('Odds ratio with meetings'));
        expect(team.oddsRatioWithout).toMatchObject(estimateOf('Odds ratio without meetings'));
        expect(row?.['Number of clients']).toBe(String(team.figure.denominator));
        expect(row?.['Job starts']).toBe(String(team.figure.numerator));
        expect(html).toContain(`id="${anchor}"`);
        expect(html).toContain(
          `${pointsWords(team.change.value)} (${pointsInterval(team.change)})`,
        );
        expect(html).toContain(oddsRatioWords(team.oddsRatioWith));
      }
      expect(json.methodInWords).toEqual(methodFacts(report));
      for (const { name, value } of methodFacts(report))
        expect(csv[0]?.Method).toContain(`${name}: ${value}`);
    });

    test('say why where there is no figure, as the page does', async () => {
      const search = '?clients=records';
      const words = await wordsFor(db(), national, search);
      const csv = await csvFor(db(), national, search);
      expect([csv.status, await csv.text()]).toEqual([200, `"No figure"\r\n"${words}"\r\n`]);
      const json = await jsonFor(db(), national, search);
      expect([json.status, await json.json()]).toEqual([
        200,
        { title: 'Which teams turn meetings into job starts?', noFigure: words },
      ]);
    });
  });
});

describe('while figure 8 is being worked out', () => {
  const { db, made } = sharedDatabase(anEvaluation);

  test('the page says so at once, and looks again by itself', async () => {
    const context = contextOf(db(), national, workWithout(db()));
    const search = `?meetings=first-60-days&reference=${made().Dunharrow}`;
    const { view, headers } = await askPage(context, search);
    expect(view.result.status).toBe('working');
    expect(headers.get('Refresh')).toBe(`4; url=/relations/figure-eight?${view.address}`);
    const html = renderToStaticMarkup(<FigureEightContent view={view} />);
    expect(html).toContain(
      `href="/relations/figure-eight?${view.address.replaceAll('&', '&amp;')}"`,
    );
  });

  test('its files lead to the page', async () => {
    const search = `?meetings=first-60-days&reference=${made().Cranwell}`;
    for (const load of [csvLoader, jsonLoader]) {
      const request = new Request(`https://thread.example.org/relations/figure-eight.csv${search}`);
      const answer = await load({
        request,
        context: contextOf(db(), national, workWithout(db())),
        params: {},
      });
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        302,
        `/relations/figure-eight?clients=evaluation&meetings=first-60-days&reference=${made().Cranwell}`,
      ]);
    }
  });

  test('the class with meetings counted the other way is not waited for', async () => {
    const context = contextOf(db(), national, workWithout(db(), 'first-60-days'));
    const { view } = await askPage(context);
    if (view.result.status !== 'report') throw new Error(view.result.status);
    const { report } = view.result;
    expect(report.teams.map(({ otherClass }) => otherClass)).toEqual([null, null, null]);
    const html = renderToStaticMarkup(<FigureEightContent view={view} />);
    expect(html.match(/First 60 days only: being worked out/g)).toHaveLength(3);
    expect(html).toContain('still being worked out, and the files wait for it');
    expect(html).not.toContain('the answer is');
  });

  test('its files wait for that class, and then lead to the page', async () => {
    for (const load of [csvLoader, jsonLoader]) {
      const request = new Request('https://thread.example.org/relations/figure-eight.csv');
      const context = contextOf(db(), national, workWithout(db(), 'first-60-days'));
      const answer = await load({ request, context, params: {} });
      expect(answer.status).toBe(302);
      expect(answer.headers.get('Location')).toMatch(/^\/relations\/figure-eight\?clients=/);
    }
  });
});

describe('a class with meetings counted the other way', () => {
  const { db, made } = sharedDatabase(anEvaluation);
  const otherClasses = (view: FigureEightView) => {
    if (view.result.status !== 'report') throw new Error(view.result.status);
    const { report } = view.result;
    return report.teams.map((team) => otherClassName(team, report));
  };

  test('that could not be worked out leaves page and files as they are, and is logged', async () => {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.stubEnv('LOG_LEVEL', 'error');
    const work = workWithout(db(), 'first-60-days', new Error('no room in the thread'));
    const { view } = await askPage(contextOf(db(), national, work));
    const request = new Request('https://thread.example.org/relations/figure-eight.csv');
    const file = await csvLoader({ request, context: contextOf(db(), national, work), params: {} });
    const lines = written.mock.calls.map(([line]) => String(line));
    written.mockRestore();
    vi.unstubAllEnvs();
    expect(otherClasses(view)).toEqual(Array(3).fill('Could not be worked out'));
    expect([file.status, await file.text()]).toEqual([
      200,
      expect.stringContaining('Could not be worked out'),
    ]);
    expect(lines.filter((line) => line.includes('no room in the thread'))).toHaveLength(2);
  });

  test('is waited for by a file longer than by the page', async () => {
    const search = `?reference=${made().Cranwell}`;
    const work = workWithout(db(), 'nothing');
    const late: Work = {
      ...work,
      ask: (name, question) => {
        const isOther = JSON.stringify(question).includes('first-60-days');
        const start = new Promise((resolve) => setTimeout(resolve, isOther ? 800 : 0));
        return start.then(() => work.ask(name, question));
      },
    };
    const context = contextOf(db(), national, late);
    const { view } = await askPage(context, search);
    expect(otherClasses(view)).toEqual(Array(3).fill('Being worked out'));
    const request = new Request(`https://thread.example.org/relations/figure-eight.csv${search}`);
    const file = await csvLoader({ request, context, params: {} });
    expect(file.status).toBe(200);
    expect(await file.text()).not.toContain('Being worked out');
  });

  test('of other records than the figure is not shown beside it', async () => {
    const reference = `reference=${made().Bexminster}`;
    const landmark = `?meetings=first-60-days&${reference}`;
    expect((await viewFor(db(), national, landmark)).result.status).toBe('report');
    const before = await viewFor(db(), national, `?${reference}`);
    expect(otherClasses(before)).not.toContain('Not shown (worked out from other records)');
    await aTeam(db());
    const work = workWithout(db(), 'first-60-days');
    const { view } = await askPage(contextOf(db(), national, work), `?${reference}`);
    expect(view.result).toMatchObject({ status: 'report', olderFrom: null });
    expect(otherClasses(view)).toEqual(Array(3).fill('Not shown (worked out from other records)'));
  });

  test('says why it is not shown', async () => {
    const report = await reportFor(db(), national);
    const none = { ...report.teams[0]!, otherClass: null };
    const saidOf = (changed: Partial<FigureEightReport>) =>
      otherClassName(none, { ...report, ...changed });
    expect(report.otherStatus).toBe('worked-out');
    expect(saidOf({})).toBe('Not shown (too few in the first 60 days)');
    expect(saidOf({ otherStatus: 'too-few' })).toBe('Not shown (too few in the first 60 days)');
    expect(saidOf({ meetings: 'first-60-days' })).toBe('Not shown (too few to date)');
    expect(saidOf({ otherStatus: 'not-estimable' })).toBe('Cannot be estimated');
  });

  test('the words of a class say what meetings lead one to expect, not how many there were', async () => {
    const report = await reportFor(db(), national);
    const meanings = report.teams.map((team) => readingOf(team, report).at(-1));
    expect(meanings[0]).toContain(
      'from its clients’ numbers of meetings one would expect more job starts than from those of Aldersgate, so it compares less well once they are counted in',
    );
    expect(meanings[2]).toContain(
      'from its clients’ numbers of meetings one would expect fewer job starts than from those of Aldersgate, so it compares better once they are counted in',
    );
    const html = renderToStaticMarkup(<FigureEightContent view={await viewFor(db(), national)} />);
    expect(html).not.toMatch(/came with (more|fewer) meetings|came with more or fewer/);
  });
});

describe('figure 8 of one team’s records', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const ids = await teamsOfRecords(given);
    const reviewer = await aUser(given, 'reviewer');
    await anOpenReview(given, ids.Inglemoor, [{ userId: reviewer.id }]);
    const reviewerOfTwo = await aUser(given, 'reviewer');
    for (const team of [ids.Gorsewick, ids.Inglemoor])
      await anOpenReview(given, team, [{ userId: reviewerOfTwo.id }]);
    return { ...ids, reviewer, reviewerOfTwo };
  });
  const records = '?clients=records&period=2026-H1&length=1';
  const exactly = (name: keyof typeof teamsWithRecords) => ({
    clients: teamsWithRecords[name].clients,
    starts: madeClients(teamsWithRecords[name]).filter(({ jobStart }) => jobStart).length,
  });

  test.each(teamRoles)('a %s sees its own team as it is, against all others', async (role) => {
    const user = aPerson(role, { teamId: made().Inglemoor });
    // Whatever team the address names.
    const report = await reportFor(db(), user, `${records}&team=${made().Haverstoke}`);
    expect(report.teams).toHaveLength(1);
    const [own] = report.teams;
    const { clients, starts } = exactly('Inglemoor');
    expect(own).toMatchObject({
      name: 'Your team',
      isOwn: true,
      figure: { numerator: starts, denominator: clients, rounded: false },
    });
    expect(report.reference.name).toBe('All other teams');
    expect(classSentence(own!, report)).toMatch(
      /^Your team turns meetings into job starts .* all other teams together$/,
    );
    const text = JSON.stringify(await viewFor(db(), user, records));
    for (const name of Object.keys(teamsWithRecords)) expect(text).not.toContain(name);
  });

  test('a reviewer sees a team while the review is open, and no other', async () => {
    const { reviewer } = made();
    const report = await reportFor(db(), reviewer, `${records}&team=${made().Haverstoke}`);
    const { clients, starts } = exactly('Inglemoor');
    expect(
      report.teams.map(({ name, figure }) => [name, figure.numerator, figure.denominator]),
    ).toEqual([['Inglemoor', starts, clients]]);
    const another = aPerson('reviewer');
    expect(await wordsFor(db(), another, `${records}&team=${made().Inglemoor}`)).toMatch(
      /You have no open review/,
    );
  });

  test('a national reader chooses a team, and sees it with protected figures', async () => {
    expect(await wordsFor(db(), national, records)).toBe(
      'Choose a team to compare with all other teams together.',
    );
    const report = await reportFor(db(), national, `${records}&team=${made().Inglemoor}`);
    const [team] = report.teams;
    const { clients, starts } = exactly('Inglemoor');
    const toFive = (count: number) => 5 * Math.floor((count + 2.5) / 5);
    expect(team?.figure).toMatchObject({
      numerator: toFive(starts),
      denominator: toFive(clients),
      rounded: true,
    });
  });

  test('nobody else learns anything of a team that other pages hide', async () => {
    // Few job starts; and the one that went with it on the relations page, though it has enough.
    for (const name of ['Jessopdale', 'Gorsewick'] as const) {
      const search = `${records}&team=${made()[name]}`;
      expect([name, await wordsFor(db(), national, search)]).toEqual([
        name,
        'The numbers of this team are too small to show to anyone but the team itself. Choose another team or a longer period.',
      ]);
      const file = await csvFor(db(), national, search);
      expect([name, await file.text()]).toEqual([
        name,
        expect.stringContaining('too small to show'),
      ]);
    }
  });

  // Weighted to the whole of all teams, the fit would give Jessopdale's five away to Gorsewick, which knows the rest that is hidden.
  test.each(['Gorsewick', 'Jessopdale'] as const)(
    '%s gets no figure, since it knows one of the two hidden numbers',
    async (name) => {
      const own = aPerson('team-leader', { teamId: made()[name] });
      expect(await wordsFor(db(), own, records)).toMatch(/would tell of another team’s few/);
      expect(await (await csvFor(db(), own, records)).text()).toContain('No figure');
    },
  );

  test('a reviewer who knows two teams gets no figure of either where the whole would tell of a third', async () => {
    for (const name of ['Gorsewick', 'Inglemoor'] as const) {
      const words = await wordsFor(db(), made().reviewerOfTwo, `${records}&team=${made()[name]}`);
      expect([name, words]).toEqual([name, expect.stringContaining('tell of another team’s few')]);
    }
  });

  test('a team without a start is told that there are too few', async () => {
    const own = aPerson('team-leader', { teamId: made().Kestrelford });
    expect(await wordsFor(db(), own, records)).toBe(
      'Too few clients for this figure: the team needs 10 clients with every answer, some with a job start and some without.',
    );
  });

  test('without an evaluation there is nothing to compare', async () => {
    expect(await wordsFor(db(), national)).toBe(
      'There are no clients of the evaluation to look at.',
    );
  });
});
