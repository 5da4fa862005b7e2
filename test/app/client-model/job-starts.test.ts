import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import type { FactorReport, JobStartsReport } from '#app/client-model/job-starts/report.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Role } from '#db/schema/people.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { aPerson, rolesThatSeeNames, teamRoles } from '../../builders/users.ts';
import { causalWords } from '../../scoring/relations/reference-teams.ts';
import { roundedCount, wholeNumbersOf } from '../relations/shown-numbers.ts';
import {
  askPage,
  contextOf,
  csvOf,
  endlessWork,
  htmlFor,
  jsonOf,
  reportFor,
} from './ask-job-starts.ts';
import { evaluationClients, madeClients, teams, type MadeClient } from './evaluation-clients.ts';

const national = aPerson('national-reader');

function factorOf({ factors }: JobStartsReport, key: string): FactorReport {
  const factor = factors.find((one) => one.key === key);
  if (factor === undefined) throw new Error(`The report has no factor ${key}`);
  return factor;
}

const rowOf = (factor: FactorReport, label: string) =>
  factor.rows.find((row) => row.label === label)!;

/** Exact counts of people in every category that the model can have, counted by hand. */
function exactCounts(): number[] {
  const complete = madeClients().filter(({ confidence }) => confidence !== null);
  const keys = ['lastJob', 'benefit', 'sex', 'mainSubstance', 'gpVisit', 'convicted'] as const;
  const groups = [
    complete,
    ...[...keys, 'confidence' as const, 'startYear' as const, 'team' as const].flatMap((key) =>
      [...new Set(complete.map((client) => client[key]))].map((value) =>
        complete.filter((client) => client[key] === value),
      ),
    ),
  ];
  return groups.flatMap((group) => [
    group.length,
    group.filter(({ jobStart }) => jobStart === 1).length,
  ]);
}

describe('the model of job starts', () => {
  const { db, made } = sharedDatabase((given) => evaluationClients(given));

  test('has every category with its rounded counts, plain rate, odds ratio, intervals and effect', async () => {
    const report = await reportFor(db(), national);
    const lastJob = factorOf(report, 'last_job');
    expect(lastJob.rows.map(({ label, isReference }) => [label, isReference])).toEqual([
      ['Over 5 years or never', true],
      ['Under 6 months', false],
      ['6 to 12 months', false],
      ['2 to 5 years', false],
    ]);
    const complete = madeClients().filter(({ confidence }) => confidence !== null);
    const group = complete.filter((client) => client.lastJob === 'Under 6 months');
    const starts = group.filter(({ jobStart }) => jobStart === 1).length;
    const row = rowOf(lastJob, 'Under 6 months');
    const round = (count: number) => 5 * Math.floor((count + 2.5) / 5);
    expect(row.figure).toMatchObject({ clients: round(group.length), jobStarts: round(starts) });
    expect(row.figure!.rate).toBe(round(starts) / round(group.length));
    const { oddsRatio, wald, profile, clusterRobust, effect } = row.estimate!;
    expect(wald.lower).toBeLessThan(oddsRatio);
    expect(profile!.upper).toBeGreaterThan(oddsRatio);
    expect(clusterRobust).toBeNull();
    expect(Math.sign(effect!.value)).toBe(1);
    expect(report.counts).toMatchObject({ used: round(complete.length), given: round(614) });
  });

  test('gives age by ten years', async () => {
    const { kind, rows } = factorOf(await reportFor(db(), national), 'age');
    const [row] = rows;
    expect([kind, rows.length, row!.label, row!.figure]).toEqual([
      'numeric',
      1,
      'Each 10 years older',
      null,
    ]);
    // Ten times the coefficient's interval is ten times as wide on the scale of logarithms.
    const { oddsRatio, wald } = row!.estimate!;
    const [below, above] = [Math.log(oddsRatio / wald.lower!), Math.log(wald.upper! / oddsRatio)];
    expect(below).toBeCloseTo(above, 1);
    expect(above).toBeGreaterThan(0.1);
  });

  test('withholds a category of few people with another one, its figure, odds ratio and effect', async () => {
    const { rows } = factorOf(await reportFor(db(), national), 'benefit');
    const hidden = rows.filter(({ figure }) => figure === null);
    expect(hidden).toHaveLength(2);
    expect(hidden.map(({ label }) => label)).toContain('ESA work-related activity group');
    for (const { estimate, reading, withheld } of hidden) {
      expect(estimate).toBeNull();
      expect(withheld).toMatch(/^Not shown: too few people/);
      expect(reading).toBe(withheld);
    }
    const others = rows.filter(({ figure, isReference }) => figure !== null && !isReference);
    expect(others).not.toEqual([]);
  });

  test('withholds every odds ratio against a reference of few people', async () => {
    const search = '?reference-benefit=ESA+work-related+activity+group';
    const { rows, reference } = factorOf(await reportFor(db(), national, search), 'benefit');
    expect(reference).toBe('ESA work-related activity group');
    expect(rows.map(({ estimate }) => estimate)).toEqual([null, null, null, null]);
    const shown = rows.filter(({ figure }) => figure !== null);
    expect(shown.length).toBeGreaterThan(1);
    for (const { reading } of shown) expect(reading).toContain('Choose another reference');
  });

  test.each(['', '?missing=not-known-category', '?variable=benefit'])(
    'page, pictures and files hold no exact and no small count (%s)',
    async (search) => {
      const context = contextOf(db(), national);
      const files = [await csvOf(context, search), await jsonOf(context, search)];
      const texts = await Promise.all(files.map((file) => file.text()));
      const html = await htmlFor(db(), national, search);
      // Smaller ones may also be percentages, points or degrees of freedom.
      const exact = exactCounts().filter((count) => count > 60 && count % 5 !== 0);
      expect(exact.length).toBeGreaterThan(8);
      for (const text of [...texts, html]) {
        const shown = wholeNumbersOf(text.replaceAll(/<[^>]*>/g, ' '));
        expect(exact.filter((count) => shown.has(count))).toEqual([]);
      }
      const counts = [...html.matchAll(/(\d+) of (\d+) (?:clients )?started/g)].flatMap(
        ([, starts, clients]) => [starts, clients],
      );
      expect(counts.length).toBeGreaterThan(5);
      for (const count of counts) expect(count).toMatch(roundedCount);
    },
  );

  test('gives the fit in whole numbers, and events from rounded counts', async () => {
    for (const search of ['', '?variable=benefit', '?variable=benefit&variable=sex']) {
      const { fit, counts, parameters, eventsPerParameter } = await reportFor(
        db(),
        national,
        search,
      );
      const { deviance, aic, likelihoodRatio } = fit!;
      for (const figure of [deviance, aic, likelihoodRatio!.chiSquared])
        expect(Number.isInteger(figure)).toBe(true);
      const rarer = Math.min(counts.jobStarts!, counts.used! - counts.jobStarts!);
      expect(eventsPerParameter).toBeCloseTo(rarer / (parameters! - 1), 1);
    }
  });

  test('page, picture, table and CSV tell the same of every row', async () => {
    const report = await reportFor(db(), national);
    const html = await htmlFor(db(), national);
    const file = await (await csvOf(contextOf(db(), national))).text();
    const csv = parse<Record<string, string>>(file, { bom: true, columns: true });
    expect(csv).toHaveLength(report.factors.flatMap(({ rows }) => rows).length);
    const text = html.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');
    for (const line of csv) {
      const reading = line['Reading (clients alike in every other variable)']!;
      // In the alternative text of the picture and in the list beside it.
      expect(text.split(reading).length - 1).toBeGreaterThanOrEqual(2);
      const cells = [line['Odds ratio'], line['Profile 95% interval'], line['Plain rate']];
      for (const cell of cells) expect(text).toContain(cell);
    }
    const small = csv.find(({ Category }) => Category === 'ESA work-related activity group')!;
    expect([small['Clients (rounded)'], small['Odds ratio'], small['Plain rate']]).toEqual([
      '*',
      '*',
      '*',
    ]);
  });

  test('counts who is left out by variable, rounded, under ten not said', async () => {
    const { exclusions } = await reportFor(db(), national);
    expect(exclusions).toEqual([
      // Nine, six of them for this alone; and three.
      { variable: 'Confidence', clients: null, alone: null },
      { variable: 'Qualifications', clients: null, alone: 0 },
    ]);
  });

  test('leaves out who gave no answer where these are too few for a category of their own', async () => {
    const search = '?missing=not-known-category';
    const { exclusions, factors, method } = await reportFor(db(), national, search);
    // Whoever gave no answer on qualifications gave none on confidence.
    expect(exclusions.map(({ variable }) => variable)).toEqual(['Confidence']);
    const labels = factors.flatMap(({ rows }) => rows.map(({ label }) => label));
    expect(labels).not.toContain('Not known');
    expect(method.missingAnswers).toMatch(/where enough people gave no answer/);
  });

  test('reads as association, in words that name the interval', async () => {
    const report = await reportFor(db(), national);
    const strings = JSON.stringify(report).match(/"[^"]*"/g) ?? [];
    expect(strings.filter((words) => causalWords.test(words))).toEqual([]);
    expect(rowOf(factorOf(report, 'last_job'), 'Under 6 months').reading).toMatch(
      /^Those last in work under 6 months ago had about [\d.]+ times the odds of a job start that those last in work over 5 years ago or never had; the interval, [\d.]+ to [\d.]+, does not contain 1\. Averaged over all clients here, a start is more likely by about \d+ percentage points\.$/,
    );
    expect(rowOf(factorOf(report, 'sex'), 'Female').reading).toMatch(
      /^No clear difference between women and men: about [\d.]+ times the odds of a job start, and the interval, [\d.]+ to [\d.]+, contains 1\.$/,
    );
  });

  test('warns of meetings, chance and few events where they matter', async () => {
    const words = async (search: string) =>
      (await reportFor(db(), national, search)).warnings.join(' ');
    const all = await words('');
    expect(all).toMatch(/does not show that one thing brings about another/);
    expect(all).toMatch(/Meetings build up with time in service and stop at a job start/);
    expect(all).toMatch(/Errors by team are not given: team is a factor of this model/);
    expect(all).toMatch(/Of \d+ comparisons \d+ have an interval/);
    expect(all).not.toMatch(/Few events/);
    const sex = await words('?variable=sex');
    expect(sex).not.toMatch(/Meetings build up/);
  });

  test('gives errors by team beside the model’s own where they mean something', async () => {
    const search = '?variable=sex&variable=gp_visit&errors=team';
    const report = await reportFor(db(), national, search);
    expect(report.method).toMatchObject({ mainInterval: 'cluster-robust' });
    expect(rowOf(factorOf(report, 'sex'), 'Female').estimate!.clusterRobust).not.toBeNull();
    expect(report.warnings.join(' ')).toMatch(/Few teams: errors by team rest on 5 teams/);
    expect(await htmlFor(db(), national, search)).toContain('By team 95%');
    const many = await reportFor(
      db(),
      national,
      '?variable=sex&variable=last_job&variable=benefit&errors=team',
    );
    expect(many.warnings.join(' ')).toMatch(/not given: 7 coefficients outnumber the 5 values/);
  });

  test('compares with the reference that was asked for', async () => {
    const search = '?reference-sex=Female&reference-team=' + made().Cranwell;
    const report = await reportFor(db(), national, search);
    expect(report.references).toContainEqual({ variable: 'Sex', reference: 'Female' });
    expect(report.references).toContainEqual({ variable: 'Team', reference: 'Cranwell' });
    const usual = await reportFor(db(), national);
    expect(usual.references).toContainEqual({ variable: 'Sex', reference: 'Male' });
    expect(usual.references).toContainEqual({ variable: 'Team', reference: 'Aldersgate' });
  });

  test('says where nobody has the usual reference', async () => {
    const { warnings } = await reportFor(db(), national);
    expect(warnings).toContain(
      'Housing: nobody in the model has “Family or friends”, so others are compared with “Own home”.',
    );
  });

  test('answers a strange address as the usual one, and works on both once', async () => {
    const context = contextOf(db(), national);
    const strange =
      '?clients=martians&variable=shoe_size&reference-sex=Other&reference-hat=Bowler&method=guess&missing=x&errors=y';
    const [first, second] = [await askPage(context), await askPage(context, strange)];
    expect(second.page.filters).toEqual(first.page.filters);
    expect(second.page.html).toBe(first.page.html);
    const order = await askPage(context, '?variable=gp_visit&variable=sex&variable=sex');
    expect(order.page.filters.query).toBe(
      'clients=evaluation&variable=sex&variable=gp_visit&method=firth-if-separated&missing=complete-cases&errors=plain',
    );
  });

  describe('teams', () => {
    test.each(rolesThatSeeNames)('are named to a %s', async (role) => {
      const team = factorOf(await reportFor(db(), aPerson(role)), 'team');
      expect(team.rows.map(({ label }) => label)).toEqual(Object.keys(teams));
      expect(rowOf(team, 'Fenbury').figure).toBeNull();
    });

    test.each([...teamRoles, 'reviewer'] as const satisfies readonly Role[])(
      'are letters to a %s, on the page and in files',
      async (role) => {
        const user = aPerson(role);
        const context = contextOf(db(), user);
        const search = `?reference-team=${made().Cranwell}`;
        const { page } = await askPage(context, search);
        const texts = [
          JSON.stringify(page),
          await (await csvOf(context, search)).text(),
          await (await jsonOf(context, search)).text(),
        ];
        for (const text of texts) {
          for (const [name, id] of Object.entries(made())) {
            expect(text).not.toContain(name);
            expect(text).not.toContain(id);
          }
          expect(text).toContain('Team A');
        }
      },
    );
  });

  describe('the page', () => {
    test('says that it is being worked out, and looks again by itself', async () => {
      const context = { ...contextOf(db(), national), work: endlessWork };
      const search = '?variable=convicted';
      const { page, headers } = await askPage(context, search);
      expect(page).toMatchObject({ isWorking: true, html: null });
      expect(headers.get('Refresh')).toMatch(/^4; url=\/relations\/job-starts\?clients=/);
      const csv = await csvOf(context, search);
      expect(csv.status).toBe(302);
      expect(csv.headers.get('Location')).toMatch(
        /^\/relations\/job-starts\?clients=evaluation&variable=convicted/,
      );
    });

    test('shows the model without asking again once it is there', async () => {
      const { page, headers } = await askPage(contextOf(db(), national));
      expect(page).toMatchObject({ isWorking: false, olderFrom: null });
      expect(headers.has('Refresh')).toBe(false);
      expect(page.html).toContain('Each variable, the others held equal');
    });
  });
});

const outcomeOf = async (db: Db, search = '') => (await reportFor(db, national, search)).outcome;

/** The cohort with other job starts. */
const withStarts = (start: (client: MadeClient, index: number) => boolean) =>
  madeClients().map((client, index) => ({ ...client, jobStart: start(client, index) ? 1 : 0 }));

describe('clients whose outcomes are separated', () => {
  // Nobody with over five years since the last job, and nobody of the five in the activity group, started.
  const { db } = sharedDatabase((given) =>
    evaluationClients(
      given,
      withStarts(
        ({ jobStart, lastJob, benefit }) =>
          jobStart === 1 &&
          lastJob !== 'Over 5 years or never' &&
          benefit !== 'ESA work-related activity group',
      ),
    ),
  );

  test('get Firth’s method, and the categories named that may be', async () => {
    const search = '?reference-last_job=Under+6+months';
    const report = await reportFor(db(), national, search);
    expect(report.method.estimation).toMatch(/^Firth’s penalised likelihood, since/);
    const words = report.warnings.find((warning) => warning.startsWith('Separation'));
    expect(words).toContain('time since last job: Over 5 years or never');
    // What is hidden of benefit is one category in the model, in which some started.
    expect(words).not.toContain('benefit');
    expect(words).not.toContain('activity group');
    expect(report.fit).toMatchObject({ aic: null, likelihoodRatio: null });
    const never = rowOf(factorOf(report, 'last_job'), 'Over 5 years or never');
    expect(never.figure).toMatchObject({ jobStarts: 0, rate: 0 });
    expect(never.estimate!.oddsRatio).toBeLessThan(0.1);
    expect(never.estimate!.profile!.upper).toBeLessThan(1);
  });

  test('have no model by maximum likelihood alone, in words that name nobody', async () => {
    const outcome = await outcomeOf(db(), '?method=maximum-likelihood');
    expect(outcome).toMatchObject({ status: 'no-model' });
    expect(JSON.stringify(outcome)).toContain('Choose Firth’s penalised likelihood');
    expect(JSON.stringify(outcome)).not.toContain('activity group');
    const html = await htmlFor(db(), national, '?method=maximum-likelihood');
    expect(html).toContain('No model of these clients');
    const file = await (
      await csvOf(contextOf(db(), national), '?method=maximum-likelihood')
    ).text();
    expect(file).toContain('Choose Firth’s penalised likelihood');
  });
});

describe('clients of whom nobody started', () => {
  const { db } = sharedDatabase((given) =>
    evaluationClients(
      given,
      withStarts(() => false),
    ),
  );

  test('have no model', async () => {
    expect(await outcomeOf(db())).toEqual({
      status: 'no-model',
      reason: 'Nobody here started a job, so nothing can go with it.',
    });
  });
});

describe('clients of whom few started', () => {
  const { db } = sharedDatabase((given) =>
    evaluationClients(
      given,
      withStarts((_, index) => index % 100 === 0),
    ),
  );

  test('have no model on show, and no count', async () => {
    const report = await reportFor(db(), national, '?variable=sex');
    expect(report.outcome).toMatchObject({
      reason: 'Too few clients with a job start, or too few without one, to show a model of them.',
    });
    expect(report.counts).toMatchObject({ used: null, jobStarts: null });
    expect(report.factors).toEqual([]);
  });
});

describe('clients of whom one in twelve started', () => {
  const { db } = sharedDatabase((given) =>
    evaluationClients(
      given,
      withStarts((_, index) => index % 12 === 0),
    ),
  );

  test('have a model with the warning that events are few', async () => {
    const { warnings, eventsPerParameter } = await reportFor(
      db(),
      national,
      '?variable=last_job&variable=sex&variable=gp_visit&variable=start_year',
    );
    // 50 in rounded numbers, over six coefficients beside the constant.
    expect(eventsPerParameter).toBe(8.3);
    expect(warnings.join(' ')).toContain(
      'Few events: about 8.3 job starts stand behind each of the 6 coefficients.',
    );
  });
});

describe('no clients', () => {
  const { db } = sharedDatabase(() => Promise.resolve());

  test('have no model', async () => {
    expect(await outcomeOf(db())).toMatchObject({
      reason: expect.stringMatching(/^No client has every answer/) as string,
    });
  });
});
