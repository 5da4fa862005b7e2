import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { FirstJobsByGroupSection } from '#app/outcomes/first-jobs-by-group-section.tsx';
import { firstJobsByGroupTables } from '#app/outcomes/release-tables/first-jobs-by-group-tables.ts';
import type {
  ReleasedFirstJobsByGroup,
  ReleasedFirstJobsOfGroup,
} from '#scoring/outcomes/release/released-first-jobs-by-group.ts';
import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { outcomesRelease } from '#scoring/outcomes/release/outcomes-release.ts';
import { outcomesReport } from '#scoring/outcomes/report/outcomes-report.ts';

import { worker } from '../../scoring/outcomes/cohort/cohort.ts';

const group = (
  name: string,
  shares: readonly (number | null)[],
  halfByMonth: number | null,
): ReleasedFirstJobsOfGroup => ({
  group: name,
  status: 'shown',
  periods: shares.map((startedOfAll, place) => ({
    ...{ month: 9 * (place + 1), started: 20, startedOfAll },
  })),
  halfByMonth,
});

const firstJobs: ReleasedFirstJobsByGroup = {
  breakdown: 'sex',
  status: 'shown',
  groups: [
    group('Men', [0.3, 0.5], 18),
    group('Women', [0.3, 0.49], null),
    group('Not known', [null, null], null),
    { group: 'Other', status: 'hidden', periods: [], halfByMonth: null },
  ],
  test: null,
};

const rest = outcomesRelease(outcomesReport([worker(1)]), defaultDisclosurePolicy).groups.full;

test('the table of a file says of each period by which month half is shown, or why nothing is', () => {
  const [table] = firstJobsByGroupTables({ ...rest, firstJobsByGroup: [firstJobs] }, 'Everybody');
  expect(table!.rows.map((row) => [row[1], row[2], row.at(-1)])).toEqual([
    ['Men', '1 to 9', 'not yet'],
    ['Men', '10 to 18', '18'],
    ['Women', '1 to 9', 'not yet'],
    ['Women', '10 to 18', 'not reached'],
    ['Not known', '1 to 9', { shorthand: 'x' }],
    ['Not known', '10 to 18', { shorthand: 'x' }],
    ['Other', 'All', { shorthand: 'c' }],
  ]);
});

describe('the heading of the section', () => {
  test.each([
    [true, 'How soon clients start a first job differs by sex'],
    [false, 'No clear difference by sex in how soon clients start a first job'],
  ])('goes by what the test says, not by its rounded p: %s', (isClear, words) => {
    const tested = { ...firstJobs, test: { chiSquared: 3.8, df: 1, p: 0.05, isClear } };
    const html = renderToStaticMarkup(<FirstJobsByGroupSection firstJobs={tested} />);
    expect(html).toContain(words);
    expect(html).toContain('p = 0.050; one test, not adjusted for the other breakdowns.');
  });
});
