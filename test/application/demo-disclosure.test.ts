import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedDemo } from '#db/demo/seed-demo.ts';
import { twoProportionZ } from '#scoring/statistics/two-proportion-z.ts';

import { temporaryDatabaseFile } from '../db/temporary-database.ts';
import { models, otherPages, outcomes, relations, teamPages } from './demo-disclosure/addresses.ts';
import { CountsInWords } from './demo-disclosure/counts-in-words.ts';
import { checkFields, checkTables, noChecks } from './demo-disclosure/counts.ts';
import { attackedBreakdowns } from './demo-disclosure/hidden-groups.ts';
import { identifiersIn, identifiersOfPeople } from './demo-disclosure/identifiers.ts';
import { linesOfModel, numbersLeft, type JobStartsFile } from './demo-disclosure/lines.ts';
import { readerNames, signInReaders, type ReaderName } from './demo-disclosure/readers.ts';
import { readingOf, type Reading } from './demo-disclosure/readings.ts';
import { betweenRounds, isProtected, type OutcomesFile } from './demo-disclosure/two-rounds.ts';
import { startTestServer, type TestServer } from './start-server.ts';

// What is shown of people on the whole demonstration, to everybody who reads figures of others than their own team: each page
// and file is held to the small-number rule and attacked. docs/statistics.md says what this cannot prove.

const patience = 10 * 60_000;

let server: TestServer;
let rounds: string[];
let readings: Reading[];
let refused: Reading[];

const seesTeams: readonly ReaderName[] = ['national reader', 'national analyst', 'administrator'];

/** Who asks for what: each kind of page by everybody, and all teams by one who may see them. */
function addressesOf(reader: ReaderName, teams: readonly string[], reviews: readonly string[]) {
  const places = {
    teams: reader === 'national reader' ? teams : teams.slice(0, 4),
    rounds,
    signedOffReviews: reviews,
  };
  const all = [...relations, ...models, ...outcomes(places), ...teamPages(places)];
  if (reader === 'national reader' || reader === 'team leader') {
    return [...all, ...otherPages(places)];
  }
  // These are shown what the national reader or the leader is, but for what their role adds.
  const [rates = '', model = ''] = [relations[0], models[0]];
  return [rates, model, ...all.filter((_, place) => place % 8 === 0), ...otherPages(places)];
}

beforeAll(async () => {
  const file = await temporaryDatabaseFile();
  await seedDemo(file, { onProgress: () => undefined });
  server = await startTestServer({ file, environment: { DEMO: '1' } });
  const { db } = server;
  const { teamId: own } = await db
    .selectFrom('users')
    .select('teamId')
    .where('email', '=', 'marguerite.olsen@example.org')
    .executeTakeFirstOrThrow();
  const listed = await db.selectFrom('teams').select('id').orderBy('id').execute();
  const teams = listed.map(({ id }) => id).filter((id) => id !== own);
  const oldestFirst = db.selectFrom('linkedRounds').select('id').orderBy('linkageDate');
  rounds = (await oldestFirst.execute()).map(({ id }) => id);
  const signedOff = db
    .selectFrom('fidelityReviews')
    .select('id')
    .where('status', '=', 'signed-off');
  const reviews = (
    await signedOff
      .where('teamId', '!=', own ?? '')
      .limit(4)
      .execute()
  ).map(({ id }) => id);
  const browsers = await signInReaders(server);
  const all: Reading[] = [];
  for (const reader of readerNames) {
    for (const path of addressesOf(reader, teams, reviews)) {
      all.push(await readingOf(reader, browsers[reader], path));
    }
  }
  readings = all.filter(({ status }) => status === 200);
  refused = all.filter(({ status }) => status !== 200);
}, patience);

afterAll(async () => {
  await server.stop();
});

function jsonOf(reading: Reading | undefined): unknown {
  return JSON.parse(reading?.texts[''] ?? 'null');
}

function fileOf(round: string | undefined): OutcomesFile {
  const address = `/outcomes/files/outcomes.json?round=${round ?? ''}`;
  return jsonOf(readings.find(({ path }) => path === address)) as OutcomesFile;
}

describe('what is shown of people', () => {
  test('was read by everybody: nothing is refused to whom it should not be, and no file is missing', () => {
    const unexpected = refused.filter(({ reader, status, path }) => {
      if (status !== 403 && status !== 404) return true;
      return seesTeams.includes(reader) && /^\/(teams|relations|outcomes|reviews)/.test(path);
    });
    expect(unexpected.map(({ reader, status, path }) => `${reader} ${status} ${path}`)).toEqual([]);
    expect(refused.filter(({ path }) => path.startsWith('/teams/')).length).toBeGreaterThan(20);
    for (const type of ['page', 'csv', 'json', 'ods', 'docx', 'zip']) {
      expect(readings.filter((one) => one.type === type).length).toBeGreaterThanOrEqual(
        rounds.length,
      );
    }
  });

  test('is 0, hidden or a multiple of five in every cell and field, and shares follow from it', () => {
    const checks = noChecks();
    for (const reading of readings) {
      checkTables(reading, checks);
      checkFields(reading, checks);
    }
    expect([...new Set(checks.problems)].slice(0, 20)).toEqual([]);
    expect(checks.people).toBeGreaterThan(20_000);
    expect(checks.shares).toBeGreaterThan(5_000);
    expect(checks.averages).toBeGreaterThan(1_000);
  });

  test('is rounded in sentences, pictures and notes too', () => {
    const words = new CountsInWords();
    for (const reading of readings) words.check(reading);
    expect(words.problems.slice(0, 20)).toEqual([]);
    expect(words.people).toBeGreaterThan(100);
  });

  test('names no client and no person of the linked store', async () => {
    const identifiers = await identifiersOfPeople(server.db);
    expect(identifiers.size).toBeGreaterThan(50_000);
    const found = readings.flatMap((reading) =>
      identifiersIn(reading, identifiers).map((one) => `${reading.reader} ${reading.path}: ${one}`),
    );
    expect(found.slice(0, 20)).toEqual([]);
  });
});

describe('who wants to know more than is shown', () => {
  test('is left three values for every count that a breakdown of a round hides', async () => {
    const all = await Promise.all(rounds.map((round) => attackedBreakdowns(server.db, round)));
    const [first = []] = all;
    expect(first.some(({ hidden }) => hidden.length > 0)).toBe(true);
    for (const [place, breakdowns] of all.entries()) {
      const [worked] = fileOf(rounds[place]).groups.full.outcomes;
      for (const { breakdown, hidden, left } of breakdowns) {
        expect({ breakdown, left: left.filter(({ values }) => values < 3) }).toEqual({
          breakdown,
          left: [],
        });
        const shown = worked?.tables.flatMap(({ rows }) => rows) ?? [];
        const open = shown.filter(
          ({ group, figure }) => hidden.includes(group) && figure.status === 'shown',
        );
        expect(open).toEqual([]);
      }
    }
  });

  test('is left three numbers for every hidden category of a model', () => {
    const files = readings.filter(({ path }) => path.startsWith('/relations/job-starts.json'));
    const lines = files.flatMap((one) => linesOfModel(jsonOf(one) as JobStartsFile, one.path));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => numbersLeft(line) < 3)).toEqual([]);
  });

  test('finds no small number between two rounds that overlap', () => {
    const between = betweenRounds(fileOf(rounds[0]), fileOf(rounds[1]));
    expect(between.length).toBeGreaterThan(50);
    const told = between.filter(
      ({ came, withOutcome }) => !isProtected(came) || !isProtected(withOutcome),
    );
    expect(told).toEqual([]);
  });

  test('learns nothing from a z or a p that the counts beside it do not tell', () => {
    const compared = rounds.flatMap((round) => {
      const { full, complete } = fileOf(round).groups;
      return [...full.outcomes, ...complete.outcomes].flatMap(({ tables }) =>
        tables.flatMap(({ rest, pairs }) => [...rest, ...pairs]),
      );
    });
    const shares = compared.filter(({ figure }) => figure.count !== null);
    expect(shares.length).toBeGreaterThan(100);
    for (const { figure, comparatorFigure: other, statistic, p } of shares) {
      const [x1, n1, x2, n2] = [figure.count, figure.base, other.count, other.base];
      const tested = twoProportionZ(x1 ?? 0, n1 ?? 0, x2 ?? 0, n2 ?? 0);
      const [z, chance] = tested.status === 'computed' ? [tested.z, tested.p] : [NaN, NaN];
      expect(Math.abs(statistic - z)).toBeLessThan(0.051);
      expect(p).toBe(Math.round(1000 * chance) / 1000);
    }
  });
});
