import type {
  OutcomesRelease,
  PrintedBeside,
  ReleasedGroup,
} from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedFigure } from '#scoring/outcomes/release/released-figure.ts';
import { rollOutCheck } from '#scoring/outcomes/roll-out.ts';
import { getOutcomeMeasure, type OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import { judgedStatements } from '../judged-statements.ts';
import { breakdownName, countColumn, numberColumn, textColumn, type Table } from './cells.ts';

interface Beside {
  readonly cells: readonly [figure: string, by: string, group: string];
  readonly unit: string;
  readonly own: number;
  readonly printed: PrintedBeside;
}

/** The published figures that are shown, each beside ours. */
export function publishedTables(
  { printed, printedHead }: OutcomesRelease,
  groups: readonly (readonly [string, ReleasedGroup])[],
): Table[] {
  if (printed === null) return [];
  const rows = groups.flatMap(([clients, group]) =>
    besides(group).map(({ cells, unit, own, printed: beside }) => [
      ...[clients, ...cells, unit],
      ...[own, beside.published],
      yesOrNo(beside.agrees),
    ]),
  );
  const notes = [
    'Agrees: our exact figure rounds to the published one. It is looked at before anything is rounded for protection.',
  ];
  return [
    ...(rows.length === 0
      ? []
      : [
          {
            title: 'Published figures beside this round',
            base: 'Figures that the 2025 report prints and that are shown here',
            method: 'As printed; ours as in the other tables',
            notes,
            columns: [
              ...['Clients', 'Figure', 'Breakdown', 'Group', 'Unit'].map(textColumn),
              ...['This round', 'Published'].map(numberColumn(0)),
              textColumn('Agrees'),
            ],
            rows,
          },
        ]),
    ...(printedHead.length === 0
      ? []
      : [
          {
            title: 'Published figures of the cohort as a whole',
            base: 'All clients included',
            method: 'As printed',
            notes,
            columns: [textColumn('Figure'), numberColumn(0)('Published'), textColumn('Agrees')],
            rows: printedHead.map(({ name, published, agrees }) => [
              ...[name, published],
              yesOrNo(agrees),
            ]),
          },
        ]),
  ];
}

const yesOrNo = (agrees: boolean) => (agrees ? 'Yes' : 'No');

function besides({ outcomes, description, firstJobs, printedMonths }: ReleasedGroup): Beside[] {
  const months = firstJobs.status === 'shown' ? firstJobs.months : [];
  return [
    ...description.flatMap(({ breakdown, rows }) =>
      rows.flatMap(({ group, figure, printed }) =>
        beside(
          ['Share of all clients', breakdownName(breakdown), group],
          'worked',
          figure,
          printed,
        ),
      ),
    ),
    ...outcomes.flatMap(({ outcome, total, printed, tables }) => [
      ...beside([getOutcomeMeasure(outcome).name, 'All', 'All'], outcome, total, printed),
      ...tables.flatMap(({ breakdown, rows }) =>
        rows.flatMap((row) =>
          beside(
            [getOutcomeMeasure(outcome).name, breakdownName(breakdown), row.group],
            outcome,
            row.figure,
            row.printed,
          ),
        ),
      ),
    ]),
    ...months.flatMap(({ month, started }, place): Beside[] => {
      const printed = printedMonths[place] ?? null;
      const cells = ['First jobs', 'Follow-up month', String(month)] as const;
      return printed === null ? [] : [{ cells, unit: 'clients', own: started, printed }];
    }),
  ];
}

function beside(
  cells: Beside['cells'],
  outcome: OutcomeKey,
  { value }: ReleasedFigure,
  printed: PrintedBeside | null,
): Beside[] {
  if (printed === null || value === null) return [];
  const measure = getOutcomeMeasure(outcome);
  return measure.kind === 'proportion'
    ? [{ cells, unit: '%', own: 100 * value, printed }]
    : [{ cells, unit: measure.unit, own: value, printed }];
}

/** Table 1 of the published report with its own arithmetic, and its statements held to its own figures. */
export function reportTables(): Table[] {
  const { rows, flags } = rollOutCheck();
  return [
    {
      title: 'Roll-out, as published in 2025',
      base: 'Services and local authorities; table 1 of the 2025 report',
      method: 'As printed; beside it what the rows up to each add up to',
      notes: flags.map(
        ({ group, printed, added }) =>
          `${group}: the report prints ${printed} so far, its own rows add up to ${added}. Nothing has been changed.`,
      ),
      columns: [
        textColumn('Joined'),
        ...[
          'Services',
          'Services so far, printed',
          'Services so far, added',
          'Local authorities',
          'Local authorities so far, printed',
          'Local authorities so far, added',
        ].map(countColumn),
      ],
      rows: rows.map(({ printed, servicesAdded, localAuthoritiesAdded }) => [
        ...[printed.group, printed.services, printed.cumulativeServices, servicesAdded],
        ...[printed.localAuthorities, printed.cumulativeLocalAuthorities, localAuthoritiesAdded],
      ]),
    },
    {
      title: 'The 2025 report’s statements of significance, held to its own figures',
      base: 'Statements of the published report, in our words; not findings of this round',
      method:
        'From the printed percentages and means alone, over everything their rounding leaves open; spreads of means are not published',
      notes: [],
      columns: ['Statement', 'Where', 'What follows'].map(textColumn),
      rows: judgedStatements.map(({ title, where, lines }) => [title, where, lines.join(' ')]),
    },
  ];
}
