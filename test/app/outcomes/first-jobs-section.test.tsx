import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { FirstJobsSection } from '#app/outcomes/first-jobs-section.tsx';

test.each([
  [5, 5, 'slow-down: month 5.'],
  [4, 6, 'slow-down: month 4 to 6.'],
])('an interval from month %i to %i is told as %j', (lower, upper, words) => {
  const months = [{ month: 1, started: 90, shareSoFar: 1, startedOfAll: 0.4 }];
  const slowDown = { month: 5, lower, upper };
  const firstJobs = { status: 'shown' as const, months, medianMonths: null, slowDown };
  const html = renderToStaticMarkup(<FirstJobsSection firstJobs={firstJobs} printedMonths={[]} />);
  expect(html).toContain(words);
});

test.each([
  [8, 'Half of all clients had started a job after 8 months.'],
  [null, 'Fewer than half of all clients started a job.'],
])('a median of %s months is told as %j', (medianMonths, words) => {
  const months = [{ month: 1, started: 90, shareSoFar: 1, startedOfAll: 0.4 }];
  const firstJobs = { status: 'shown' as const, months, medianMonths, slowDown: null };
  const html = renderToStaticMarkup(<FirstJobsSection firstJobs={firstJobs} printedMonths={[]} />);
  expect(html).toContain(words);
});
