import { describe, expect, it } from 'vitest';

import { firstJobsByMonth } from '#scoring/outcomes/first-jobs/first-jobs-by-month.ts';
import {
  firstJobSlowDown,
  monthsToFirstJob,
  timeToFirstJob,
} from '#scoring/outcomes/first-jobs/time-to-first-job.ts';
import { only } from '../../statistics/reference-group.ts';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };

import { cohortClient, worker } from '../cohort/cohort.ts';

const { firstJobByMonth, startedInFirst3MonthsPct, startedByMonth9Pct } = ohid.daysToFirstJob;

/** The 6,080 of the 2025 report, with the first jobs of figure 9 and no censoring before month 18. */
const reported = [
  ...firstJobByMonth.flatMap((count, place) =>
    Array.from({ length: count }, () =>
      worker(1, { firstJobMonth: place + 1, daysToFirstJob: 30 * place }),
    ),
  ),
  ...Array.from({ length: ohid.cohort.matched - 2602 }, () => cohortClient()),
];

describe('firstJobsByMonth', () => {
  it('gives figure 9 and its printed shares, on their own base', () => {
    const { started, clients, months } = firstJobsByMonth(reported);
    expect([started, clients]).toEqual([2602, 6080]);
    expect(months.map((month) => month.started)).toEqual(firstJobByMonth);
    expect(Math.round(100 * months[2]!.shareSoFar!)).toBe(startedInFirst3MonthsPct);
    expect(Math.round(100 * months[8]!.shareSoFar!)).toBe(startedByMonth9Pct);
    expect(months[8]!.shareOfAllSoFar).toBe(2221 / 6080);
    expect(months.at(-1)).toMatchObject({ startedSoFar: 2602, shareSoFar: 1 });
  });

  it('has no shares of nobody, and leaves no first job out', () => {
    expect(firstJobsByMonth([]).months[0]).toMatchObject({ share: null, shareOfAllSoFar: null });
    expect(() => firstJobsByMonth([worker(1, { firstJobMonth: 19 })])).toThrow(/1 to 18/);
    expect(firstJobsByMonth([worker(1, { firstJobMonth: 19 })], 24).started).toBe(1);
  });
});

describe('firstJobSlowDown', () => {
  it('finds the report’s slow-down after month 5, interval 5 to 6', () => {
    expect(firstJobSlowDown(reported)).toMatchObject({
      status: 'computed',
      month: 5,
      lower: 5,
      upper: 6,
      n: 6080,
      events: 2602,
    });
  });

  it('takes who is followed no longer out of the months after', () => {
    const clients = [
      ...[1, 1, 2, 3].map((firstJobMonth) => worker(1, { firstJobMonth })),
      cohortClient({ followUpMonths: 1 }),
      cohortClient({ followUpMonths: 4 }),
      cohortClient({ followUpMonths: 0, followUpDays: 0 }),
    ];
    // Month 1: 2 of 6; month 2: 1 of 3; month 3: 1 of 2; month 4: 0 of 1.
    const { before, after, month } = only(firstJobSlowDown(clients), 'computed');
    expect([month, before, after]).toEqual([3, 4 / 11, 0]);
  });

  it('says so where nobody started', () => {
    expect(firstJobSlowDown([cohortClient()]).status).toBe('constant');
    expect(firstJobSlowDown([]).status).toBe('too-few');
  });
});

describe('timeToFirstJob', () => {
  it('censors clients without a start at the end of their follow-up', () => {
    const clients = [
      worker(1, { daysToFirstJob: 10 }),
      cohortClient({ followUpDays: 20 }),
      // In work at enrolment and no other start: still looking.
      worker(300, { startedJob: false, daysToFirstJob: null, firstJobMonth: null }),
      worker(1, { daysToFirstJob: 30 }),
    ];
    const curve = only(timeToFirstJob(clients), 'computed');
    expect(curve.events).toBe(2);
    // 3 of 4 after day 10; then 1 of 2 still followed after day 30.
    expect(curve.steps.map(({ time, survival }) => [time, survival])).toEqual([
      [10, 0.75],
      [20, 0.75],
      [30, 0.375],
      [546, 0.375],
    ]);
  });
});

describe('monthsToFirstJob', () => {
  it('is the share of everybody where all are followed to the end', () => {
    const clients = [
      worker(10, { firstJobMonth: 2 }),
      worker(10, { firstJobMonth: 2 }),
      worker(10, { firstJobMonth: 9 }),
      ...Array.from({ length: 5 }, () => cohortClient()),
    ];
    const { steps } = only(monthsToFirstJob(clients), 'computed');
    expect(steps.find(({ time }) => time === 2)!.survival).toBeCloseTo(6 / 8, 12);
    expect(steps.find(({ time }) => time === 9)!.survival).toBeCloseTo(5 / 8, 12);
  });

  it('takes who is followed no longer out of the months after, and who is not followed out of all', () => {
    const gone = { isFollowUpComplete: false, followUpMonths: 3, followUpDays: 91 };
    const clients = [
      worker(10, { firstJobMonth: 1 }),
      cohortClient(gone),
      cohortClient(gone),
      worker(10, { firstJobMonth: 5 }),
      cohortClient(),
      cohortClient({ ...gone, followUpMonths: 0, followUpDays: 0 }),
    ];
    const { steps, n } = only(monthsToFirstJob(clients), 'computed');
    expect(n).toBe(5);
    // 4 of 5 are left after month 1; of two at risk in month 5 one starts.
    expect(steps.find(({ time }) => time === 5)!.survival).toBeCloseTo((4 / 5) * (1 / 2), 12);
  });
});
