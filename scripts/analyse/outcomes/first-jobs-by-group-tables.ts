import {
  P_DECIMALS,
  pCell,
  type ReleaseCell,
  type ReleaseTable,
} from '#app/outcomes-files/release-table.ts';
import { getBreakdown } from '#scoring/outcomes/cohort/breakdowns.ts';
import type {
  FirstJobsByGroup,
  FirstJobsOfGroup,
} from '#scoring/outcomes/first-jobs/first-jobs-by-group.ts';
import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';
import type { OutcomesOfGroup } from '#scoring/outcomes/report/outcomes-report.ts';
import { groupWords, orTooLittle, type Unnumbered } from './release-words.ts';

/** First jobs by follow-up month in every group, and whether the groups of a breakdown differ in how soon they come. */
export function firstJobsByGroupTables({
  followUpGroup,
  firstJobsByGroup,
}: OutcomesOfGroup): Unnumbered<ReleaseTable>[] {
  const clients = groupWords[followUpGroup];
  return [
    {
      title: `Time to first job by group, ${clients}`,
      base: `All clients of each group; ${clients}`,
      method: 'Kaplan-Meier in follow-up months',
      notes: [],
      columns: [
        { name: 'Breakdown', kind: 'text' },
        { name: 'Group', kind: 'text' },
        { name: 'Follow-up month', kind: 'text' },
        { name: 'Clients', kind: 'count' },
        { name: 'First jobs', kind: 'count' },
        { name: 'Percentage of all so far, Kaplan-Meier', kind: 'percent' },
      ],
      rows: firstJobsByGroup.flatMap(({ breakdown, groups }) =>
        groups.flatMap((group) => monthRows(getBreakdown(breakdown).name, group)),
      ),
    },
    {
      title: `Whether time to first job differs by group, ${clients}`,
      base: `All clients whose group is known; ${clients}`,
      method:
        'Log-rank test in follow-up months over all known groups of a breakdown; one test each, not adjusted',
      notes: [findingsCaution],
      columns: [
        { name: 'Breakdown', kind: 'text' },
        { name: 'Chi-squared', kind: 'number', decimals: 2 },
        { name: 'Degrees of freedom', kind: 'count' },
        { name: 'p', kind: 'number', decimals: P_DECIMALS },
      ],
      rows: firstJobsByGroup.map(testRow),
    },
  ];
}

function monthRows(by: string, { group, clients, started, curve }: FirstJobsOfGroup) {
  const steps = curve.status === 'computed' ? curve.steps : null;
  return started.map((count, place): ReleaseCell[] => {
    const month = place + 1;
    const share =
      steps === null ? null : 1 - (steps.findLast(({ time }) => time <= month)?.survival ?? 1);
    return [by, group, String(month), clients, count, orTooLittle(share)];
  });
}

function testRow({ breakdown, test }: FirstJobsByGroup): ReleaseCell[] {
  const { name } = getBreakdown(breakdown);
  return test.status === 'computed'
    ? [name, test.chiSquared, test.df, pCell(test.p)]
    : [name, ...[null, null, null].map(orTooLittle)];
}
