import { P_DECIMALS, pCell, type ReleaseCell } from '#app/outcomes-files/release-table.ts';
import type { ReleasedGroup } from '#scoring/outcomes/release/outcomes-release.ts';
import type {
  ReleasedFirstJobsByGroup,
  ReleasedFirstJobsOfGroup,
} from '#scoring/outcomes/release/released-first-jobs-by-group.ts';
import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';

import {
  breakdownName,
  confidential,
  countColumn,
  numberColumn,
  orNotAvailable,
  percentColumn,
  textColumn,
  type Table,
} from './cells.ts';

/** How soon first jobs come by group, and whether the groups differ; none where no breakdown is shown. */
export function firstJobsByGroupTables(
  { firstJobsByGroup }: ReleasedGroup,
  clients: string,
): Table[] {
  const shown = firstJobsByGroup.filter(({ status }) => status === 'shown');
  const hidden = firstJobsByGroup.filter(({ status }) => status === 'hidden');
  const rows = shown.flatMap(({ breakdown, groups }) =>
    groups.flatMap((group) => groupRows(breakdownName(breakdown), group)),
  );
  const tests = shown.flatMap(testRow);
  return [
    ...(rows.length === 0
      ? []
      : [
          {
            title: `Time to first job by group: ${clients}`,
            base: `All clients of each group. ${clients}`,
            method:
              'Kaplan-Meier in follow-up months; months put together until no group has a few starts in a period. 50% is shown by the first of these months in which the whole percentage is at least 50',
            notes:
              hidden.length === 0
                ? []
                : [
                    `Not shown, to protect small numbers: ${hidden.map(({ breakdown }) => breakdownName(breakdown)).join('; ')}.`,
                  ],
            columns: [
              ...['Breakdown', 'Group', 'Follow-up months'].map(textColumn),
              countColumn('First jobs'),
              percentColumn(0)('Percentage of all so far, Kaplan-Meier'),
              textColumn('Month by whose end 50% is shown'),
            ],
            rows,
          },
        ]),
    ...(tests.length === 0
      ? []
      : [
          {
            title: `Whether time to first job differs by group: ${clients}`,
            base: `All clients whose group is known. ${clients}`,
            method:
              'Log-rank test in follow-up months over all known groups of a breakdown; one test each, not adjusted',
            notes: [findingsCaution, 'Breakdowns in which a group is hidden are not tested.'],
            columns: [
              textColumn('Breakdown'),
              numberColumn(1)('Chi-squared'),
              numberColumn(0)('Degrees of freedom'),
              numberColumn(P_DECIMALS)('p'),
            ],
            rows: tests,
          },
        ]),
  ];
}

function groupRows(by: string, group: ReleasedFirstJobsOfGroup): ReleaseCell[][] {
  const { group: name, periods } = group;
  if (periods.length === 0) return [[by, name, 'All', confidential, confidential, confidential]];
  return periods.map(({ month, started, startedOfAll }, place) => [
    ...[by, name, `${(periods[place - 1]?.month ?? 0) + 1} to ${month}`, started],
    ...[orNotAvailable(startedOfAll), halfCell(group, place)],
  ]);
}

/** By which month half is shown, as far as a period tells: whether it is reached at all is known after the last. */
function halfCell({ periods, halfByMonth }: ReleasedFirstJobsOfGroup, place: number): ReleaseCell {
  const period = periods[place];
  if (period === undefined || period.startedOfAll === null) return orNotAvailable(null);
  if (halfByMonth !== null && halfByMonth <= period.month) return String(halfByMonth);
  return place === periods.length - 1 ? 'not reached' : 'not yet';
}

function testRow({ breakdown, test }: ReleasedFirstJobsByGroup): ReleaseCell[][] {
  if (test === null) return [];
  return [[breakdownName(breakdown), test.chiSquared, test.df, pCell(test.p)]];
}
