import { expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { releasedFirstJobs } from '#scoring/outcomes/release/released-first-jobs.ts';
import { outcomesReport } from '#scoring/outcomes/report/outcomes-report.ts';

import { cohortClient, worker } from '../cohort/cohort.ts';

/** People who started a job in month 1, 2, ..., so many in each, and as many without a start as are named last. */
function medianOf(starts: readonly number[], without: number) {
  const clients = [
    ...starts.flatMap((count, place) =>
      Array.from({ length: count }, (_, index) =>
        worker(1, { firstJobMonth: place + 1, daysToFirstJob: 30 * place + index }),
      ),
    ),
    ...Array.from({ length: without }, () => cohortClient()),
  ];
  const released = releasedFirstJobs(outcomesReport(clients), 'full', true, policy);
  return released.status === 'shown' ? released.medianMonths : released.status;
}

it('gives the month by which half had started a job, and no day', () => {
  expect(medianOf([20, 20, 20], 40)).toBe(3);
  expect(medianOf([20, 31], 49)).toBe(2);
});

it('gives none where fewer than half have', () => {
  expect(medianOf([20, 29], 51)).toBeNull();
});
