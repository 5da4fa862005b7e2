import { P_DECIMALS, pCell, type ReleaseCell } from '#app/outcomes-files/release-table.ts';
import type { ReleasedOutcome, ReleasedTable } from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedComparison } from '#scoring/outcomes/release/released-comparisons.ts';
import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';
import type { Comparator } from '#scoring/outcomes/tables/comparisons.ts';
import {
  getOutcomeMeasure,
  type OutcomeMeasure,
} from '#scoring/outcomes/tables/outcome-measures.ts';

import { breakdownName, numberColumn, textColumn, type Table } from './cells.ts';

type Kind = OutcomeMeasure['kind'];

/** Each family of tests is a table, and so are shares and means: they have another scale and another test. */
const families = [
  {
    title: 'with all others together, and one by one',
    of: ({ rest, pairs }: ReleasedTable) => [...rest, ...pairs],
  },
  {
    title: 'with each group as the reference',
    of: ({ references }: ReleasedTable) => references.flatMap(({ comparisons }) => comparisons),
  },
] as const;

/** Every test of the round, with its comparator, test and adjustment. */
export function comparisonTables(outcomes: readonly ReleasedOutcome[], clients: string): Table[] {
  return families.flatMap(({ title, of }) =>
    (['proportion', 'mean'] as const).flatMap((kind): Table[] => {
      const rows = outcomes
        .filter(({ outcome }) => getOutcomeMeasure(outcome).kind === kind)
        .flatMap(({ outcome, tables }) =>
          tables.flatMap((table) =>
            of(table).map((comparison) => [
              ...[getOutcomeMeasure(outcome).name, breakdownName(table.breakdown)],
              ...comparisonCells(comparison, kind, unitOf(getOutcomeMeasure(outcome))),
            ]),
          ),
        );
      return rows.length === 0 ? [] : [{ ...headOf(kind, title, clients), rows }];
    }),
  );
}

function unitOf(measure: OutcomeMeasure): string {
  return measure.kind === 'mean' ? measure.unit : 'percentage points';
}

function headOf(kind: Kind, title: string, clients: string): Omit<Table, 'rows'> {
  const isShare = kind === 'proportion';
  return {
    title: `Comparisons of ${isShare ? 'percentages' : 'means'} ${title}: ${clients}`,
    base: `Clients of the base of each outcome whose group is known. ${clients}`,
    method:
      'Differences of the figures as shown; interval, statistic and p of percentages from rounded counts, of means from exact figures. Adjusted over the tests of one outcome, breakdown and kind of comparator',
    notes: [
      findingsCaution,
      'All others together never contain the group they are compared with.',
      'Breakdowns in which a group is hidden are not compared.',
    ],
    columns: [
      ...['Outcome', 'Breakdown', 'Group', 'Compared with', 'Kind of comparator'].map(textColumn),
      ...['Test', 'Interval', 'Adjustment', 'Unit'].map(textColumn),
      ...['Difference', 'Lower end, 95%', 'Upper end, 95%'].map(numberColumn(isShare ? 0 : 1)),
      numberColumn(1)(isShare ? 'z' : 't'),
      ...['p', 'p, adjusted'].map(numberColumn(P_DECIMALS)),
      numberColumn(0)('Tests adjusted over'),
      textColumn('Clear at 5% after adjustment'),
    ],
  };
}

const kinds = {
  rest: 'all others together',
  reference: 'reference',
  pair: 'one by one',
} as const satisfies Record<Comparator['kind'], string>;

function comparisonCells(
  { group, comparator, test, interval, difference, lower, upper, ...tested }: ReleasedComparison,
  kind: Kind,
  unit: string,
): ReleaseCell[] {
  const scale = kind === 'proportion' ? 100 : 1;
  return [
    group,
    comparator.kind === 'rest' ? 'All others together' : comparator.group,
    ...[kinds[comparator.kind], test, interval, 'Holm', unit],
    ...[difference, lower, upper].map((value) => scale * value),
    ...[tested.statistic, pCell(tested.p), pCell(tested.adjustedP), tested.testsAdjustedOver],
    tested.holds ? 'Yes' : 'No',
  ];
}
