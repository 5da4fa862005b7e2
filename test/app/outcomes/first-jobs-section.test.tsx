import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { FirstJobsSection } from '#app/outcomes/first-jobs-section.tsx';

test.each([
  [5, 5, 'slow-down: month 5.'],
  [4, 6, 'slow-down: month 4 to 6.'],
])('an interval from month %i to %i is told as %j', (lower, upper, words) => {
  const months = [{ month: 1, started: 90, shareSoFar: 1, startedOfAll: 0.4 }];
  const slowDown = { month: 5, lower, upper };
  const firstJobs = { status: 'shown' as const, months, halfByMonth: null, slowDown };
  const html = renderToStaticMarkup(<FirstJobsSection firstJobs={firstJobs} printedMonths={[]} />);
  expect(html).toContain(words);
});

test.each([
  [8, 0.5, 'Kaplan-Meier</a>). Of all clients, 50% is shown by month 8.'],
  [null, 0.4, 'Kaplan-Meier</a>). Of all clients, 50% is not reached.'],
  [null, null, 'Kaplan-Meier</a>). </p>'],
])('month %s of half, with a share of %s, is told as %j', (halfByMonth, startedOfAll, words) => {
  const months = [{ month: 8, started: 90, shareSoFar: 1, startedOfAll }];
  const firstJobs = { status: 'shown' as const, months, halfByMonth, slowDown: null };
  const html = renderToStaticMarkup(<FirstJobsSection firstJobs={firstJobs} printedMonths={[]} />);
  expect(html).toContain(words);
});
