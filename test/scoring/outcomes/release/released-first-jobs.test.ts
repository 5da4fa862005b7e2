import { expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { releasedFirstJobs } from '#scoring/outcomes/release/released-first-jobs.ts';
import { outcomesReport } from '#scoring/outcomes/report/outcomes-report.ts';

import { cohortClient, worker } from '../cohort/cohort.ts';

/** People who started a job in month 1, 2, ..., so many in each, and as many without a start as are named last. */
function halfOf(starts: readonly number[], without: number) {
  const clients = [
    ...starts.flatMap((count, place) =>
      Array.from({ length: count }, (_, index) =>
        worker(1, { firstJobMonth: place + 1, daysToFirstJob: 30 * place + index }),
      ),
    ),
    ...Array.from({ length: without }, () => cohortClient()),
  ];
  const released = releasedFirstJobs(outcomesReport(clients), 'full', true, policy);
  return released.status === 'shown' ? released.halfByMonth : released.status;
}

it('gives the month by whose end half is shown, and no day', () => {
  expect(halfOf([20, 20, 20], 40)).toBe(3);
  expect(halfOf([20, 31], 49)).toBe(2);
});

it('goes by whole percents, as they are shown', () => {
  // 200 of 401 are 49.88%, shown as 50%; 197 of 400 are shown as 49%.
  expect(halfOf([100, 100, 20], 181)).toBe(2);
  expect(halfOf([100, 97], 203)).toBeNull();
});

it('gives none where no share is shown, or less than half to the end', () => {
  expect(halfOf([20, 29], 51)).toBeNull();
  expect(halfOf([20, 40], 20)).toBeNull();
});
