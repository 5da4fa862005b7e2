import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { csvText, type Cell } from '#db/demo/linkage/csv-text.ts';
import { linkageFiles } from '#db/demo/linkage/linkage-files.ts';
import { rehearsedClients } from '#db/demo/linkage/rehearsal.ts';
import { DEMO_SEED } from '#db/demo/demo-constants.ts';
import { matchGrades, matchPeople } from '#scoring/linkage/match-people.ts';
import { linkedCohort, type FollowedClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';
import { outcomesReport } from '#scoring/outcomes/report/outcomes-report.ts';

const files = linkageFiles();
const folder = mkdtempSync(join(tmpdir(), 'demo-linkage-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cells of a file without quotes in it, by column. */
function rowsOf(name: string): Record<string, string>[] {
  const [header = '', ...lines] = (files[name] ?? '').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.replace(/"[^"]*"/g, 'quoted').split(',');
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']));
  });
}

const closed = (text: string | undefined) => (text ?? '').replace(/[\s.]/g, '').toUpperCase();
const isoDay = (text: string | undefined) =>
  (text ?? '').includes('/') ? (text ?? '').split('/').reverse().join('-') : (text ?? '');

describe('the files of a rehearsal', () => {
  const clients = rowsOf('clients.csv');
  const identifiers = new Map(rowsOf('identifiers.csv').map((row) => [row.client_id, row]));
  const complete = (id: string | undefined) => {
    const row = identifiers.get(id);
    return row !== undefined && Object.values(row).every((cell) => cell.trim() !== '');
  };

  test('leave some 300 clients out for each reason, and send the published number', () => {
    const noConsent = clients.filter(({ consent }) => consent !== 'yes');
    const agreed = clients.filter(({ consent }) => consent === 'yes');
    const incomplete = agreed.filter(({ client_id }) => !complete(client_id));
    const able = agreed.filter(({ client_id }) => complete(client_id));
    // Nine months before the linkage of 1 December 2024.
    const recent = able.filter(({ enrolment_date: day = '' }) => day > '2024-03-01');
    expect([noConsent.length, incomplete.length, recent.length]).toEqual([302, 297, 311]);
    expect(able.length - recent.length).toBe(6214);
  });

  test('match the published number, by all three fields and any of three postcodes', () => {
    const keys = new Set(
      rowsOf('tax-people.csv').flatMap((row) =>
        ['postcode_1', 'postcode_2', 'postcode_3'].map((column) =>
          [
            closed(row.national_insurance_number),
            isoDay(row.date_of_birth),
            closed(row[column]),
          ].join(),
        ),
      ),
    );
    const sent = clients.filter(
      ({ client_id, consent, enrolment_date: day = '' }) =>
        consent === 'yes' && complete(client_id) && day <= '2024-03-01',
    );
    const matched = sent.filter(({ client_id }) => {
      const {
        national_insurance_number: number,
        date_of_birth: born,
        postcode,
      } = identifiers.get(client_id)!;
      return keys.has([closed(number), isoDay(born), closed(postcode)].join());
    });
    expect(matched).toHaveLength(6080);
  });

  test('give every grade of match in its share', () => {
    const known = [...identifiers.values()].map((row) => ({
      initials: row.initials ?? '',
      dateOfBirth: row.date_of_birth ?? '',
      postcode: row.postcode ?? '',
      nationalInsuranceNumber: row.national_insurance_number ?? '',
    }));
    const held = rowsOf('tax-people.csv').map((row) => ({
      initials: row.initials ?? '',
      dateOfBirth: row.date_of_birth ?? '',
      nationalInsuranceNumber: row.national_insurance_number ?? '',
      postcodes: [row.postcode_1, row.postcode_2, row.postcode_3].map((code) => code ?? ''),
    }));
    const { matches } = matchPeople(
      known.filter(({ initials }) => initials !== ''),
      held,
    );
    const shares = Object.keys(matchGrades).map((grade) => {
      const graded = matches.filter((match) => match.grade === grade).length;
      return [grade, Math.round((100 * graded) / matches.length)];
    });
    expect(shares).toEqual([
      ['same-initials', 90],
      ['first-initial', 4],
      ['other-initials', 4],
      ['no-initials', 2],
    ]);
  });

  test('are plainly synthetic, and the same every time', () => {
    const numbers = [...identifiers.values(), ...rowsOf('tax-people.csv')].map((row) =>
      closed(row.national_insurance_number),
    );
    expect(numbers.filter((number) => number !== '' && !/^QQ\d{6}[A-D]$/.test(number))).toEqual([]);
    const postcodes = [...identifiers.values()].map(({ postcode }) => closed(postcode));
    expect(postcodes.filter((code) => code !== '' && !/^ZZ\d{1,2}\d[A-Z]{2}$/.test(code))).toEqual(
      [],
    );
    expect(files['README.txt']).toContain('Every person in them is invented');
    expect(linkageFiles()).toEqual(files);
  });

  test('date nothing on or after the linkage, and give employments as awkward as real ones', () => {
    const spells = rowsOf('tax-employment.csv');
    const days = spells.flatMap(({ start_date = '', end_date = '' }) => [start_date, end_date]);
    expect(days.filter((day) => day >= '2024-12-01')).toEqual([]);
    expect(spells.filter(({ end_date }) => end_date === '').length).toBeGreaterThan(1000);
    expect(spells.filter(({ source }) => source === 'self-employment').length).toBeGreaterThan(100);
    expect(
      rowsOf('tax-contributions.csv').filter(({ income_tax = '' }) => income_tax < '0').length,
    ).toBeGreaterThan(20);
  });
});

describe('every outcome of the demo’s cohort, worked out again by R', () => {
  const hasR = spawnSync('Rscript', ['--version']).status === 0;

  test('agrees in every count and to 1e-9 in every mean', { timeout: 120_000 }, ({ skip }) => {
    skip(!hasR, 'Rscript is not installed');
    writeProductAnswers();
    for (const [file, text] of Object.entries(files)) write(file, text);
    const script = new URL('../reference/outcomes/check-demo-outcomes.R', import.meta.url).pathname;
    const { stdout, stderr } = spawnSync('Rscript', ['--vanilla', script, join(folder, 'cohort')], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^clients 6080, values 79040, differing 0, figures \d{4}, miscounted 0, farthest mean \d\.\de-1\d\n$/,
    );
  });
});

function write(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const outcomeFields = [
  'followUpDays',
  'followUpMonths',
  'isFollowUpComplete',
  'worked',
  'startedJob',
  'daysToFirstJob',
  'firstJobMonth',
  'daysEmployed',
  'longestJobDays',
  'sustained13Weeks',
  'jobs',
  'incomeTaxPence',
  'nationalInsurancePence',
] as const satisfies readonly (keyof FollowedClient)[];

/** The product's outcomes of each client, and every figure of its report. */
function writeProductAnswers(): void {
  const records = rehearsedClients(DEMO_SEED).flatMap(({ record }) =>
    record === null ? [] : [record],
  );
  const { clients } = linkedCohort(records, '2024-12-01', followUpRules2025);
  const cell = (value: number | boolean | null): Cell =>
    typeof value === 'boolean' ? Number(value) : value;
  const rows = clients.map((client, place): Cell[] => [
    records[place]!.client.clientId,
    ...outcomeFields.map((field) => cell(client[field])),
  ]);
  write('cohort/product-clients.csv', csvText(['client_id', ...outcomeFields].join(), rows));
  const { groups } = outcomesReport(clients);
  const figures = Object.values(groups).flatMap(({ followUpGroup, tables }) =>
    tables.flatMap(({ table }) =>
      [{ group: '', figure: table.total }, ...table.rows].map(({ group, figure }): Cell[] => [
        followUpGroup,
        table.outcome,
        table.breakdown,
        group,
        figure.denominator,
        figure.value,
      ]),
    ),
  );
  write('cohort/product-tables.csv', csvText('follow_up,outcome,breakdown,group,n,value', figures));
}
