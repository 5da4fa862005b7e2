import { beforeAll, describe, expect, test } from 'vitest';

import type { ReleaseCell, ReleaseTable } from '#app/outcomes-files/release-table.ts';
import { roundingWords } from '#app/outcomes/evidence-words.ts';
import { outcomesJson } from '#app/outcomes/outcomes-json.ts';
import { roundRelease, type RoundFigures } from '#app/outcomes/release-tables/round-release.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { breakdowns } from '#scoring/outcomes/cohort/breakdowns.ts';
import type { FollowedClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { rateOf } from '#scoring/outcomes/job-entry-rate.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import {
  outcomesRelease,
  type OutcomesRelease,
} from '#scoring/outcomes/release/outcomes-release.ts';
import { releasedEvidence, releasedHours } from '#scoring/outcomes/release/released-evidence.ts';
import { outcomesReport, usualOutcomesSettings } from '#scoring/outcomes/report/outcomes-report.ts';
import { getOutcomeMeasure, type OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };

import { cohortClient, worker } from '../../scoring/outcomes/cohort/cohort.ts';

/** Clients of every group and site that the report names, none of them few. */
function everyGroup(): FollowedClient[] {
  const sites = Object.keys(report2025.outcomes.worked?.groups.site ?? {});
  const groupsOf = (key: string) => breakdowns.find((one) => one.key === key)?.groups ?? [];
  const cycled = <Value>(values: readonly Value[], at: number): Value =>
    values[at % values.length]!;
  return Array.from({ length: sites.length * 160 }, (_, at): FollowedClient => {
    // Each field goes through its groups at a pace of its own.
    const who: Partial<FollowedClient> = {
      site: cycled(sites, at),
      substanceGroup: cycled(groupsOf('substance'), Math.floor(at / 2)),
      sex: cycled(['male', 'female'], Math.floor(at / 3)),
      ageBand: cycled(['16 to 24', '25 to 29', '30 to 49', '50 and over'], Math.floor(at / 5)),
      treatmentStatus: cycled(
        ['in treatment', 'successfully completed', 'unplanned exit'],
        Math.floor(at / 7),
      ),
      timeInTreatment: cycled(groupsOf('time-in-treatment'), Math.floor(at / 11)),
      engagement: cycled(groupsOf('engagement'), Math.floor(at / 13)),
      deprivationQuintile: cycled([1, 2, 3, 4, 5], Math.floor(at / 17)),
      isFollowUpComplete: at % 19 < 10,
    };
    const kind = (at * 7919) % 23;
    if (kind < 11) return cohortClient(who);
    const kept = { startedJob: false, daysToFirstJob: null, firstJobMonth: null };
    if (kind < 15) return worker(kind % 2 === 0 ? 30 : 300, { ...who, ...kept });
    const month = 1 + (at % 18);
    return worker(kind % 2 === 0 ? 30 : 300, {
      ...who,
      firstJobMonth: month,
      daysToFirstJob: 30 * month - 5,
    });
  });
}

function figuresOf(clients: readonly FollowedClient[]): RoundFigures {
  const matching = { sent: 6214, matched: clients.length };
  const report = outcomesReport(clients, { ...usualOutcomesSettings, matching });
  const release = outcomesRelease(report, policy, report2025);
  const hours = releasedHours({ share: rateOf(150, 200), notRecorded: 20 }, policy);
  return {
    name: 'Round',
    linkageDate: '2024-12-01',
    release,
    previous: { name: 'Round before', release },
    evidence: {
      evidence: releasedEvidence({ clients: 718, started: 213, sustained: 102 }, policy),
      hours: { evaluation: hours, teams: hours },
    },
    isDemo: false,
  };
}

let figures: RoundFigures;
let tables: readonly ReleaseTable[] = [];

beforeAll(() => {
  figures = figuresOf(everyGroup());
  tables = roundRelease(figures).tables;
});

const textOf = (cell: ReleaseCell | undefined): string => (typeof cell === 'string' ? cell : '');

const tableOf = (title: string) => tables.find((table) => table.title === title)!;

/** A row by the texts it holds, as an object by column. */
function rowWith(title: string, texts: readonly string[]): Record<string, ReleaseCell> | undefined {
  const { columns, rows } = tableOf(title);
  const found = rows.filter((row) => texts.every((text) => row.includes(text)));
  expect([title, ...texts, found.length]).toEqual([title, ...texts, 1]);
  return Object.fromEntries((found[0] ?? []).map((cell, at) => [columns[at]!.name, cell]));
}

/** Every number or day of a value, with the names that lead to it. */
function leaves(value: unknown, path: readonly string[] = []): [string[], string | number][] {
  if (typeof value === 'number' || typeof value === 'string') return [[[...path], value]];
  return Object.entries(value as object).flatMap(([name, part]) => leaves(part, [...path, name]));
}

const outcomes: Readonly<Record<string, OutcomeKey>> = {
  successfulEmploymentPct: 'worked',
  daysToFirstJob: 'days-to-first-job',
  daysEmployed: 'days-employed',
  longestJobDays: 'longest-job',
  sustained13WeeksPct: 'sustained-13-weeks',
  'contributionsGbp.incomeTax': 'income-tax',
  'contributionsGbp.nationalInsurance': 'national-insurance',
};
const breakdownNames: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['substance', 'substance'],
    ['sex', 'sex'],
    ['age', 'age'],
    ['treatmentStatus', 'treatment-status'],
    ['timeInTreatment', 'time-in-treatment'],
    ['engagement', 'engagement'],
    ['site', 'site'],
  ].map(([theirs, ours]) => [theirs!, breakdowns.find(({ key }) => key === ours)!.name]),
);
const everybody = 'Everybody included';
const complete = 'Follow-up complete (18 months)';
const share = (breakdown: string, group: string) => [
  everybody,
  'Share of all clients',
  breakdown,
  group,
];

const cohortRows: Readonly<Record<string, readonly string[]>> = {
  sentToHmrc: ['Sent for matching'],
  matched: ['Matched'],
  matchRatePct: ['Match rate'],
  followUpComplete: ['Follow-up complete'],
  followUpCompletePct: ['Share whose follow-up is complete'],
  followUpCompletePreviousRound: ['Clients in the round before'],
  meanFollowUpDaysFullGroup: ['Mean days of follow-up'],
  meanFollowUpDaysIncompleteGroup: ['Mean days of follow-up where it is not complete'],
  teams: ['Teams'],
  localAuthorities: ['Local authorities'],
  menPct: share('Sex', 'Men'),
  completedTreatmentPct: share('Treatment status', 'Successfully completed treatment'),
  moreThan12MonthsInTreatmentPct: share('Time in treatment', 'More than 12 months'),
  engagedLessThan2MonthsPct: share('Engagement with IPS', 'Less than 2 months'),
  mostDeprivedQuintilePct: share('Deprivation quintile', '1 (most deprived)'),
};

/** The texts of the row that a figure of the outcomes or of the cohort has to stand in. */
function textsOf([section = '', first = '', second = '', third = '']: readonly string[]): string[] {
  if (section === 'cohort') {
    if (first === 'agePct') return share('Age at enrolment, in bands', second);
    if (first === 'substancePct') return share('Substance group', second);
    return [...(cohortRows[first] ?? [first])];
  }
  const name = (key: OutcomeKey) => getOutcomeMeasure(key).name;
  if (first === 'firstJobByMonth') return ['First jobs', String(Number(second) + 1)];
  if (first === 'startedInFirst3MonthsPct') return ['Started by month 3, of those who started'];
  if (first === 'startedByMonth9Pct') return ['Started by month 9, of those who started'];
  if (first === 'meanJobsPerEmployedClient') return [everybody, name('jobs')];
  if (first === 'totalBySubstance') {
    return [everybody, name('contributions'), 'Substance group', second];
  }
  if (section === 'ipsAdTrialPct') {
    if (first === 'opiatesWithoutCrackIntervention') {
      return ['IPS-AD trial, IPS', name('worked'), 'Opiates without crack'];
    }
    const arm = second === 'control' ? 'usual support' : 'IPS';
    const key = first === 'sustained13Weeks' ? 'sustained-13-weeks' : 'worked';
    return [`IPS-AD trial, ${arm}`, name(key), 'All'];
  }
  const isPounds = section === 'contributionsGbp';
  const key = outcomes[isPounds ? `${section}.${first}` : section]!;
  const [by, group] = isPounds ? [second, third] : [first, second];
  if (by === 'all') return [everybody, name(key), 'All'];
  if (by === 'followUpComplete') return [complete, name(key)];
  return [everybody, name(key), breakdownNames[by]!, group];
}

describe('the workbook', () => {
  const { source, design, expansion, consistencyNotes, ...printed } = ohid;

  test.each(leaves(printed).map(([path, value]) => [path.join(' / '), path, value] as const))(
    'has a place for %s, beside ours with the difference or the reason why there is none',
    (_, path, published) => {
      const row = rowWith('Published figures beside this round', textsOf(path))!;
      expect(row.Published).toBe(published);
      const { 'This round': own, Difference: difference, Agrees: agrees } = row;
      const how = textOf(row['How they are compared']);
      const isCompared = typeof own === 'number';
      const isOfRoundedCounts = row.Unit === 'clients' || (row.Unit === '%' && Number(own) % 1 > 0);
      expect(typeof difference === 'number').toBe(isCompared && !isOfRoundedCounts);
      expect(isCompared || /^Not (shown|worked out)/.test(how)).toBe(true);
      const isQuoted = how.startsWith('Another study');
      expect(agrees === 'Not compared').toBe(!isCompared || isQuoted);
    },
  );

  test('has differences of as many places as are printed, which are those of the two beside them', () => {
    const found = tableOf('Published figures beside this round').rows.flatMap((row) => {
      const [own, published, difference] = row.slice(5, 8);
      return typeof difference === 'number' ? [[own, published, difference].map(Number)] : [];
    });
    expect(found.length).toBeGreaterThan(100);
    const off = found.filter(([own = NaN, published = NaN, difference = NaN]) => {
      const isWhole = Number.isInteger(published);
      const isPrinted = (isWhole ? /^-?\d+$/ : /^-?\d+(\.\d)?$/).test(String(difference));
      return !isPrinted || Math.abs(difference - (own - published)) > (isWhole ? 0.5 : 0.05);
    });
    expect(off).toEqual([]);
  });

  test('has no row that is not a figure of the report', () => {
    const { rows } = tableOf('Published figures beside this round');
    expect(rows).toHaveLength(leaves(printed).length);
  });

  test('hides nothing of this cohort, whose groups are large', () => {
    const { rows, columns } = tableOf('Published figures beside this round');
    const how = columns.findIndex(({ name }) => name === 'How they are compared');
    const without = rows.filter((row) => textOf(row[how]).startsWith('Not '));
    expect(without.map((row) => row[1])).toEqual(['Local authorities']);
  });

  test('has the rules the report was worked out by', () => {
    const title = 'Rules of the published report beside those here';
    const published = tableOf(title).rows.map((row) => textOf(row[2]));
    const days = [design.enrolmentFrom, design.enrolmentTo, design.treatmentDataTo];
    expect(published).toEqual([
      `${design.followUpMonths} months`,
      `${design.minimumMonthsSinceEnrolment} months`,
      `${design.sustainedWeeks} weeks`,
      String(design.minimumClientsPerPublishedSite),
      ...['1 October 2019', '29 February 2024', 'December 2024', '31 October 2024'],
    ]);
    expect([...days, design.linkageMonth]).toEqual([
      ...['2019-10-01', '2024-02-29', '2024-10-31', '2024-12'],
    ]);
    expect(Object.keys(design)).toHaveLength(published.length);
    expect(rowWith(title, ['First enrolment'])).toEqual({
      Rule: 'First enrolment',
      'Usual rule here': '1 October 2019',
      'Published report': '1 October 2019',
    });
  });

  test.each(expansion)('has the roll-out of $group with its arithmetic', (printed) => {
    const row = rowWith('Roll-out, as published in 2025', [printed.group]);
    const added = (key: 'services' | 'localAuthorities') =>
      expansion.slice(0, expansion.indexOf(printed) + 1).reduce((sum, one) => sum + one[key], 0);
    expect(row).toEqual({
      Joined: printed.group,
      Services: printed.services,
      'Services so far, printed': printed.cumulativeServices,
      'Services so far, added': added('services'),
      'Services so far, difference': added('services') - printed.cumulativeServices,
      'Local authorities': printed.localAuthorities,
      'Local authorities so far, printed': printed.cumulativeLocalAuthorities,
      'Local authorities so far, added': added('localAuthorities'),
      'Local authorities so far, difference':
        added('localAuthorities') - printed.cumulativeLocalAuthorities,
    });
  });

  test('flags the roll-out that does not add up, and has the other source with its access', () => {
    expect(tableOf('Roll-out, as published in 2025').notes).toEqual([
      '2024 to 2025: the report prints 145 local authorities so far, its own rows add up to 147. Nothing has been changed.',
    ]);
    const { rows, columns } = tableOf('Roll-out beside another source');
    expect(columns.map(({ name }) => name).slice(3)).toEqual([
      'Another source',
      'What it counts',
      'Access of people in treatment, another source',
      'Agrees',
    ]);
    expect(rows.map((row) => [row[0], row[3], row[5], row[6]])).toEqual([
      ['2021 to 2022', 46, 0.4, 'No'],
      ['2022 to 2023', 26, { shorthand: 'z' }, 'No'],
      ['2023 to 2024', 31, 0.96, 'No'],
    ]);
  });

  test('has nothing else of the report to place: its source, and notes on figures that do not fit', () => {
    expect(source).toContain('data linkage outcomes 2025 report');
    expect(consistencyNotes.every((note) => typeof note === 'string')).toBe(true);
  });
});

describe('a policy that rounds counts to another base', () => {
  const withBase = (base: number): OutcomesRelease =>
    outcomesRelease(
      outcomesReport(everyGroup(), { ...usualOutcomesSettings, matching: null }),
      { ...policy, smallestShown: 50, base },
      report2025,
    );

  test('is the one that files and pages name', () => {
    const release = withBase(10);
    const { about, tables: ofBase } = roundRelease({ ...figures, release });
    const json = outcomesJson({ ...figures, release }, null);
    const { notes } = ofBase.find(({ title }) => title === 'Published figures beside this round')!;
    const words = [about, json.method, notes, roundingWords(figures.evidence.evidence, 10)];
    const told = words.map((text) => /nearest \d+/.exec(String(text))?.[0]);
    expect(told).toEqual(Array(4).fill('nearest 10'));
  });

  test.each([
    [5, 'No'],
    [100, 'Yes'],
  ])('decides on the number of the round before: to the nearest %i %s', (base, verdict) => {
    // The published number, shown to the nearest hundred.
    const count = 100 * Math.round(report2025.followUpCompletePreviousRound / 100);
    const release = withBase(base);
    const before = { ...release, complete: { ...release.complete, count } };
    const line = roundRelease({ ...figures, previous: { name: 'Before', release: before } })
      .tables.find(({ title }) => title === 'Published figures beside this round')!
      .rows.find((row) => row[1] === 'Clients in the round before')!;
    expect([line[5], line[8]]).toEqual([count, verdict]);
  });
});
