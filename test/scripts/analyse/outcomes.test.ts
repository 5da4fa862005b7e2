import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from 'vitest';

import type { ClientLine } from '../../../scripts/analyse/outcomes/client-outcomes.ts';
import { runAnalyse } from '../../../scripts/analyse/run-analyse.ts';
import type { FollowedReport } from '#scoring/outcomes/report/outcomes-report.ts';
import { getReportedTable } from '#scoring/outcomes/report/outcomes-report.ts';
import expected from '#test/reference/outcomes/outcomes.expected.json' with { type: 'json' };
import { relativeDifference } from '#test/scoring/statistics/relative-difference.ts';
import { csvFile, fileOf, newFolder, outcomesFile } from './files.ts';
import { resultOf, resultOfProcess } from './run-process.ts';

const files = ['clients.csv', 'employment.csv', 'contributions.csv'].map(outcomesFile);
const linked = ['--linkage-date', '2024-12-01'];
const round = [
  ...[...linked, '--first-enrolment', '2019-10-01', '--last-enrolment', '2024-02-29'],
  ...['--sent', '450', '--matched', '419'],
];

interface Result extends FollowedReport {
  readonly smallNumbers: string;
  readonly included: number;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly clients: readonly ClientLine[];
  readonly written: readonly string[];
}

type Numbers = Readonly<Record<string, number | string | null | undefined>>;

/** Numbers that lie further from R's than a billionth of themselves. */
function off(name: string, ours: object, theirs: Numbers, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const [a, b] = [(ours as Numbers)[key] ?? null, theirs[key] ?? null];
    const isClose =
      a === b ||
      (typeof a === 'number' && typeof b === 'number' && relativeDifference(a, b) < 1e-9);
    return isClose ? [] : [`${name}, ${key}: ${a}, in R ${b}`];
  });
}

const figureKeys = ['denominator', 'numerator', 'value', 'lower', 'upper'];

describe('outcomes in a process of its own gives the values of R', () => {
  const run = resultOfProcess<Result>(['outcomes', ...files, ...round, '--clients']);

  it('client by client', async () => {
    const { clients } = await run;
    expect(clients.map(({ clientId }) => clientId)).toEqual(
      expected.clients.map(({ clientId }) => clientId),
    );
    const found = clients.map(({ clientId, leftOut, outcomes }, place) => {
      const { clientId: _, excluded, ...inR } = expected.clients[place]!;
      const keys = Object.keys(inR) as (keyof typeof inR)[];
      const ours = outcomes && Object.fromEntries(keys.map((key) => [key, outcomes[key]]));
      const isSame = isDeepStrictEqual(ours, excluded === '' ? inR : null);
      return isSame && (leftOut ?? '') === excluded ? '' : clientId;
    });
    expect(found.filter((clientId) => clientId !== '')).toEqual([]);
  });

  it('who is left out, and follow-up', async () => {
    const { included, excluded, followUp, matchRate } = await run;
    expect(included).toBe(expected.included);
    expect(matchRate).toMatchObject({ numerator: 419, denominator: 450, value: 419 / 450 });
    expect(Object.fromEntries(excluded.map(({ reason, count }) => [reason, count]))).toEqual(
      Object.fromEntries(Object.entries(expected.excluded).filter(([, count]) => count > 0)),
    );
    for (const key of ['full', 'complete', 'incomplete'] as const) {
      expect(off(key, followUp[key], expected.followUp[key], ['clients', 'meanDays'])).toEqual([]);
    }
  });

  it.each(['full', 'complete'] as const)('every table of the %s group', async (key) => {
    const group = (await run).groups[key];
    const found = expected[key].flatMap(({ outcome, breakdown, total, rows, rest }) => {
      const name = `${outcome} by ${breakdown}`;
      const { table, comparisons } = getReportedTable(group, outcome, breakdown);
      return [
        ...off(name, table.total, total, figureKeys),
        ...rows.flatMap((inR) => {
          const row = table.rows.find((each) => each.group === inR.group)!;
          expect(row.clients).toBe(inR.clients);
          return off(`${name}, ${inR.group}`, row.figure, { ...inR }, figureKeys);
        }),
        ...rest.flatMap((inR) => {
          const ours = comparisons!.rest.find((each) => each.group === inR.group)!;
          const numbers = { ...ours.result, adjustedP: ours.adjustedP };
          const keys = ['difference', 'lower', 'upper', 'statistic', 'p', 'adjustedP'];
          return off(`${name}, ${inR.group} against the rest`, numbers, { ...inR }, keys);
        }),
      ];
    });
    expect(expected[key]).toHaveLength(90);
    expect(found).toEqual([]);
  });

  it('first jobs, the curve and the month of change', async () => {
    const { firstJobs, timeToFirstJob, slowDown } = (await run).groups.full;
    expect(firstJobs.months.map(({ started }) => started)).toEqual(expected.firstJobs.byMonth);
    expect(timeToFirstJob).toMatchObject({ median: { time: expected.curve.median } });
    const { month, lower, upper } = expected.slowDown;
    expect(slowDown).toMatchObject({ month, lower, upper });
  });
});

describe('the files of outcomes', () => {
  it('are named in the report, are the same for the same input, and say that nothing is protected', async () => {
    const folders = [newFolder(), newFolder()];
    const results = await Promise.all(
      folders.map((folder) =>
        resultOf<Result>(['outcomes', ...files, ...round, '--clients', '--out', folder]),
      ),
    );
    const names = results[0]!.written;
    expect(readdirSync(folders[0]!).sort()).toEqual([...names].sort());
    expect(names).toEqual(
      expect.arrayContaining([
        ...['outcomes.ods', 'outcomes-summary.docx', 'outcomes-all-figures.csv'],
        ...['outcomes-table-01.csv', 'outcomes-clients.csv'],
      ]),
    );
    const [first, second] = folders.map((folder) =>
      names.map((name) => readFileSync(join(folder, name), 'base64')),
    );
    expect(second).toEqual(first);
    expect(results[0]!.smallNumbers).toContain('not protected');
    const figures = readFileSync(join(folders[0]!, 'outcomes-all-figures.csv'), 'utf8').split('\n');
    const ps = figures.flatMap(
      (line) => /,"?p(?:, adjusted)?"?,"?number"?,"?([^",]*)/.exec(line)?.slice(1) ?? [],
    );
    expect(ps).toContain('<0.001');
    expect(ps.filter((p) => Number(p) < 0.001)).toEqual([]);
    const valuesOf = (words: readonly string[]) =>
      figures
        .filter((line) => words.every((word) => line.includes(word)))
        .map((line) => Number(/,"?(?:number|percent)"?,"?([^",]*)/.exec(line)?.[1]));
    const all = 'all clients included';
    const { groups, chiSquared } = expected.firstJobsByGroup[1]!;
    const tests = [`Whether time to first job differs by group, ${all}`, 'Sex', 'Chi-squared'];
    expect(valuesOf(tests)).toEqual([expect.closeTo(chiSquared, 9)]);
    const women = groups.find(({ group }) => group === 'Women')!;
    for (const [place, left] of women.survival.entries()) {
      const share = [`Time to first job by group, ${all}`, `"Sex | Women | ${place + 1}"`];
      expect(valuesOf([...share, 'Kaplan-Meier"'])).toEqual([expect.closeTo(100 * (1 - left), 9)]);
    }
    const text = (await runAnalyse(['outcomes', ...files, ...round])).output;
    expect(text).toContain('Small numbers are not protected');
    expect(text).toContain('Included: 400 clients');
  });

  it('cannot be written where a file stands in the way', async () => {
    const { exitCode, errors } = await runAnalyse([
      ...['outcomes', ...files, ...round, '--out', files[0]!],
    ]);
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('cannot be written to')]);
  });
});

const clientHeader =
  'client_id,team,enrolment_date,sex,age_at_enrolment,substance_group,treatment_status,months_in_treatment,ips_engagement_months,deprivation_quintile';
const spellHeader = 'client_id,employer_id,start_date,end_date,source';
const paymentHeader = 'client_id,payment_date,income_tax,employee_ni,employer_ni';

describe('what is dated after the linkage', () => {
  const row = (id: string, enrolled: string) => [id, '', enrolled, '', '', '', '', '', '', ''];
  const dated = (day: string) => [
    csvFile(clientHeader, [row('a', '2023-12-01'), row('b', day)]),
    csvFile(spellHeader, [
      ['a', 'e', '2024-11-01', day, 'paye'],
      ['a', 'f', day, '', 'paye'],
    ]),
    csvFile(paymentHeader, [
      ['a', '2024-11-30', '1.00', '0.00', '0.00'],
      ['a', day, '1.00', '1.00', '1.00'],
    ]),
  ];
  const resultsOf = (day: string) =>
    runAnalyse(['outcomes', ...dated(day), ...linked, '--clients', '--json']);
  const read = (output: string) =>
    JSON.parse(output) as { readonly result: Result; readonly warnings: readonly string[] };

  it('is cut there, and a warning says how many rows of each file there are', async () => {
    const { exitCode, errors, output } = await resultsOf('2024-12-02');
    expect([exitCode, errors]).toEqual([0, '']);
    const { result, warnings } = read(output);
    const [a, b] = result.clients;
    const kept = { daysToFirstJob: 336, daysEmployed: 30, jobs: 1 };
    expect(a!.outcomes).toMatchObject({ ...kept, incomeTaxPence: 100, nationalInsurancePence: 0 });
    expect(b).toMatchObject({ leftOut: 'too-few-months', outcomes: null });
    const words = 'rows have a day after the linkage date, 2024-12-01: nothing after it counts';
    expect(warnings.map((warning) => warning.replace(/^\d+\.csv/, 'FILE'))).toEqual(
      ['1 of 2', '2 of 2', '1 of 2'].map((count) => `FILE: ${count} ${words}`),
    );
  });

  it('changes nothing of what is dated on the day, which needs no warning', async () => {
    const [onTheDay, later] = await Promise.all(['2024-12-01', '2099-12-31'].map(resultsOf));
    expect(read(onTheDay!.output).warnings).toEqual([]);
    expect(read(later!.output).result.clients).toEqual(read(onTheDay!.output).result.clients);
  });
});

describe('outcomes refuses', () => {
  const clients = csvFile(clientHeader, [
    ['a', 'North', '2022-01-31', 'male', 30, 'Alcohol only', '', '', '', ''],
  ]);
  const noSpells = csvFile(spellHeader, []);

  async function errorsOf(...args: readonly string[]): Promise<string[]> {
    const { exitCode, output, errors } = await runAnalyse(['outcomes', ...args]);
    expect([exitCode, output]).toEqual([1, '']);
    return errors.split('\n').map((line) => line.replace(/^\d+\.csv/, 'FILE'));
  }

  it('everything wrong in all files at once, with line and rule', async () => {
    const badClients = csvFile(clientHeader, [
      ['a', '', '2022-02-31', 'male', 'thirty', '', '', '', '', 6],
      ['a', '', '2022-01-31', 'Mann', 30, '', '', '', '', ''],
      ['', '', '2022-01-31', '', '', '', '', '', '', ''],
      ['b', ''],
    ]);
    const badSpells = csvFile(spellHeader, [
      ['z', 'e', '2022-02-01', '2022-01-01', 'paye'],
      ['a', '', '2022-13-01', '', 'cash'],
      ['a', '', '2022-02-01', '', 'paye'],
    ]);
    const badPayments = csvFile(paymentHeader, [['a', '2022-02-01', '=1+1', '0.001', '']]);
    expect(await errorsOf(badClients, badSpells, badPayments, ...linked)).toEqual([
      'FILE, line 2: enrolment_date must be a real calendar day written YYYY-MM-DD',
      'FILE, line 2: age_at_enrolment must be blank or a whole number from 0 to 120',
      'FILE, line 2: deprivation_quintile must be blank or a whole number from 1 to 5',
      'FILE, line 3: sex must be blank or one of female; male',
      'FILE, line 3: client_id must not come twice',
      'FILE, line 4: client_id must not be blank',
      'FILE, line 5: must have 10 cells, not 2',
      'FILE, line 2: end_date must not lie before start_date',
      expect.stringMatching(/^FILE, line 2: client_id must be in \d+\.csv$/),
      'FILE, line 3: start_date must be a real calendar day written YYYY-MM-DD',
      'FILE, line 3: source must be paye or self-employment',
      'FILE, line 4: employer_id may be blank for self-employment only',
      'FILE, line 2: income_tax must be an amount in pounds and whole pence',
      'FILE, line 2: employee_ni must be an amount in pounds and whole pence',
      'FILE, line 2: employer_ni must be an amount in pounds and whole pence',
    ]);
  });

  it('the first 20 of many problems, and says how many more there are', async () => {
    const spells = csvFile(
      spellHeader,
      Array.from({ length: 75 }, () => ['a', 'e', '2022-02-30', '', 'paye']),
    );
    const errors = await errorsOf(clients, spells, ...linked);
    expect(errors).toHaveLength(21);
    expect(errors[19]).toMatch(/line 21: start_date/);
    expect(errors[20]).toBe('and 55 more');
  });

  it.each([
    ['', 'the file is empty: it must have a header row'],
    [`${clientHeader}\n`, 'the file has no rows under its header'],
    ['client_id,team\na,b\n', 'the file has no column enrolment_date, sex'],
    [`${clientHeader}\na,"b\n`, 'cannot be read as CSV'],
    [Buffer.from(`${clientHeader}\ncaf\xe9`, 'latin1'), 'must be a CSV file in UTF-8'],
  ])('a file that is not of the layout: %j', async (content, words) => {
    const [error] = await errorsOf(fileOf(content), noSpells, ...linked);
    expect(error).toMatch(/^FILE: /);
    expect(error).toContain(words);
  });

  it('an empty line among the rows, but not at the end', async () => {
    const row = 'a,e,2022-02-01,,paye';
    const spells = fileOf(`${spellHeader}\n${row}\n,,,,\n${row}\n,,,,\n`);
    expect(await errorsOf(clients, spells, ...linked)).toEqual(['FILE, line 3: must not be empty']);
  });

  it.each([
    [[files[0]!], 'outcomes needs 2 files: analyse outcomes <clients.csv> <employment.csv>'],
    [[...files, 'more.csv'], 'outcomes reads 3 files, not more.csv too'],
    [files, '--linkage-date is needed'],
    [[...files, '--linkage-date', '2024-02-30'], '--linkage-date must be a real calendar day'],
    [[...files, ...linked, '--sent', '9'], '--sent and --matched come together'],
    [[...files, ...linked, '--sent', '9', '--matched', '10'], 'not be more than --sent, 9'],
    [[...files, ...linked, '--reference', 'site=East'], '--reference must name one of substance'],
    [[...files, ...linked, '--reference', 'sex=M'], '--reference sex must be one of Men; Women'],
  ])('wrong use: %j', async (args, words) => {
    const { exitCode, output, errors } = await runAnalyse(['outcomes', ...args]);
    expect([exitCode, output]).toEqual([2, '']);
    expect(errors).toContain(words);
  });
});
