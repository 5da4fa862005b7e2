import { describe, expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import type { FollowedClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import { outcomesRelease } from '#scoring/outcomes/release/outcomes-release.ts';
import { printedMean } from '#scoring/outcomes/release/released-figure.ts';
import { outcomesReport, usualOutcomesSettings } from '#scoring/outcomes/report/outcomes-report.ts';
import { getOutcomeMeasure } from '#scoring/outcomes/tables/outcome-measures.ts';

import { cohortClient, worker } from '../cohort/cohort.ts';

const many = (count: number, client: FollowedClient) => Array.from({ length: count }, () => client);
const short = { isFollowUpComplete: false, followUpDays: 300, followUpMonths: 10 };
const keptJob = { startedJob: false, daysToFirstJob: null, firstJobMonth: null };

/** Nobody's counts are small: 40 never worked, 20 started and held a job, 10 did not hold it, 10 had it before. */
function enough(changes: Partial<FollowedClient> = {}): FollowedClient[] {
  return [
    ...many(40, cohortClient(changes)),
    ...many(20, worker(200, changes)),
    ...many(10, worker(30, changes)),
    ...many(10, worker(300, { ...keptJob, ...changes })),
  ];
}

function releaseOf(clients: readonly FollowedClient[]) {
  const matching = { sent: clients.length + 20, matched: clients.length };
  const report = outcomesReport(clients, { ...usualOutcomesSettings, matching });
  return outcomesRelease(report, policy, report2025);
}

describe('first jobs of the complete', () => {
  const inMonthTwo = { firstJobMonth: 2, daysToFirstJob: 40 };
  const statuses = (incomplete: number) => {
    const { full, complete } = releaseOf([
      ...enough(),
      ...enough(short),
      ...many(20, worker(50, inMonthTwo)),
      ...many(incomplete, worker(50, { ...inMonthTwo, ...short })),
    ]).groups;
    return [complete.status, full.firstJobs.status, complete.firstJobs.status];
  };

  it('are hidden where everybody less the complete would tell a few of one month', () => {
    expect(statuses(8)).toEqual(['shown', 'shown', 'shown']);
    expect(statuses(7)).toEqual(['shown', 'shown', 'hidden']);
  });
});

describe('everybody', () => {
  const status = (keptTheirJob: number) =>
    releaseOf([
      ...many(40, cohortClient()),
      ...many(30, worker(200)),
      ...many(20, worker(30)),
      ...many(keptTheirJob, worker(300, keptJob)),
    ]).groups.full.status;

  it('is hidden where those who worked less those who started would tell a few', () => {
    expect(status(8)).toBe('shown');
    expect(status(7)).toBe('hidden');
  });
});

describe('ages in bands', () => {
  const older = ['30 to 49', '50 and over'];
  const statuses = (between: readonly FollowedClient[], others = ['16 to 24', ...older]) => {
    const { full, complete } = releaseOf([
      ...others.flatMap((ageBand) => [...enough({ ageBand }), ...enough({ ageBand, ...short })]),
      ...between,
    ]).groups;
    return [full, complete].map(({ outcomes: [worked] }) =>
      worked!.tables
        .filter(({ breakdown }) => breakdown === 'age' || breakdown === 'age-bands')
        .map(({ status: shown, rows }) => [shown, rows.map(({ figure }) => figure.status)]),
    );
  };
  const ages = ['shown', ['shown', 'shown']];
  const bands = ['shown', ['shown', 'shown', 'shown']];
  const aged = { ageBand: '25 to 29' };

  it('are shown where nobody or enough lie between the cuts', () => {
    expect(statuses([])).toEqual([
      [ages, bands],
      [ages, bands],
    ]);
    expect(statuses([...enough(aged), ...enough({ ...aged, ...short })])).toEqual([
      [ages, bands],
      [ages, bands],
    ]);
  });

  it('are hidden where 25 and over less 30 and over would tell a few', () => {
    const [full, complete] = statuses(many(7, cohortClient({ ...aged, ...short })));
    expect([full![0], complete![0]]).toEqual([ages, ages]);
    expect([full![1]![0], complete![1]![0]]).toEqual(['hidden', 'hidden']);
  });

  it('are hidden where 24 and under less under 16 would tell a few', () => {
    const few = many(7, cohortClient({ ageBand: '16 to 24' }));
    const [full] = statuses(few, ['Under 16', '25 to 29', ...older]);
    expect([full![0], full![1]![0]]).toEqual([ages, 'hidden']);
  });

  it('are hidden among the complete alone where a few of these are between', () => {
    const few = many(7, cohortClient(aged));
    const [full, complete] = statuses([...few, ...enough({ ...aged, ...short })]);
    expect(full).toEqual([ages, bands]);
    expect([complete![0], complete![1]![0]]).toEqual([ages, 'hidden']);
  });

  it('are hidden among the complete alone where a few of the incomplete are between', () => {
    const few = many(7, cohortClient({ ...aged, ...short }));
    const [full, complete] = statuses([...enough(aged), ...few]);
    expect(full).toEqual([ages, bands]);
    expect([complete![0], complete![1]![0]]).toEqual([ages, 'hidden']);
  });
});

describe('means', () => {
  it('are printed whole, and jobs to one decimal', () => {
    expect(printedMean(getOutcomeMeasure('jobs'), 1.274)).toBe(1.3);
    expect(printedMean(getOutcomeMeasure('days-employed'), 131.46)).toBe(131);
    expect(printedMean(getOutcomeMeasure('income-tax'), 2310.52)).toBe(2311);
  });

  it('give no sum of jobs away in a release', () => {
    // 80 jobs of 70 people is 1.142857.
    const jobs = releaseOf([
      ...many(40, cohortClient()),
      ...many(40, worker(200)),
      ...many(10, worker(30, { jobs: 2 })),
      ...many(20, worker(300, keptJob)),
    ]).groups.full.outcomes.find(({ outcome }) => outcome === 'jobs')!;
    const figures = jobs.tables.flatMap(({ rows }) => rows.map(({ figure }) => figure));
    const shown = figures.filter(({ status }) => status === 'shown');
    expect(shown.length).toBeGreaterThan(3);
    for (const { value, lower, upper } of shown) {
      expect([value, lower, upper]).toEqual([1.1, 1.1, 1.2]);
    }
  });
});
