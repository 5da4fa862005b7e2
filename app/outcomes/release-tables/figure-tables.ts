import type { ReleaseColumn } from '#app/outcomes-files/release-table.ts';
import type { ReleasedGroup, ReleasedOutcome } from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedFigure } from '#scoring/outcomes/release/released-figure.ts';
import {
  getOutcomeMeasure,
  outcomeBases,
  type OutcomeMeasure,
} from '#scoring/outcomes/tables/outcome-measures.ts';

import {
  breakdownName,
  countColumn,
  figureCells,
  percentColumn,
  previousCell,
  textColumn,
  type Table,
} from './cells.ts';

interface Previous {
  readonly name: string;
  readonly group: ReleasedGroup;
}

const notKnownNote = 'Clients of whom a group is not known are a group of their own.';

/** One table for each outcome: everybody, then every group of every breakdown, the round before beside. */
export function figureTables(
  outcomes: readonly ReleasedOutcome[],
  clients: string,
  previous: Previous | null,
): Table[] {
  return outcomes.map((outcome) => {
    const measure = getOutcomeMeasure(outcome.outcome);
    const before = previous?.group.outcomes.find(({ outcome: key }) => key === outcome.outcome);
    const parts = [
      'base',
      ...(measure.kind === 'proportion' ? (['count'] as const) : []),
      'value',
      'lower',
      'upper',
    ] as const;
    const line = (by: string, group: string, figure: ReleasedFigure, own?: ReleasedFigure) => [
      ...[by, group, ...figureCells(figure, parts)],
      ...(previous === null ? [] : [previousCell(own)]),
    ];
    return {
      title: `${measure.name}: ${clients}`,
      base: `${outcomeBases[measure.base]}. ${clients}`,
      method: methodOf(measure),
      notes: [
        notKnownNote,
        ...(previous === null ? [] : [`The previous round is: ${previous.name}.`]),
        ...notShown(outcome),
      ],
      columns: [
        ...columnsOf(measure),
        ...(previous === null ? [] : [valueColumn(measure, 'Previous round')]),
      ],
      rows: [
        line('All', 'All', outcome.total, before?.total),
        ...outcome.tables.flatMap(({ breakdown, rows }) => {
          const earlier = before?.tables.find((table) => table.breakdown === breakdown)?.rows;
          return rows.map(({ group, figure }) =>
            line(
              breakdownName(breakdown),
              group,
              figure,
              earlier?.find((row) => row.group === group)?.figure,
            ),
          );
        }),
      ],
    };
  });
}

/** What a table leaves out, since its figures would be about few people or give others away. */
function notShown({ tables }: ReleasedOutcome): string[] {
  const whole = tables
    .filter(({ status }) => status === 'hidden')
    .map(({ breakdown }) => breakdown);
  const sites = tables.reduce((sum, { sitesNotShown }) => sum + sitesNotShown, 0);
  return [
    ...(whole.length === 0
      ? []
      : [`Not shown, to protect small numbers: ${whole.map(breakdownName).join('; ')}.`]),
    ...(sites === 0 ? [] : [`${sites} sites with too few clients are not named.`]),
  ];
}

function methodOf({ kind }: OutcomeMeasure): string {
  return kind === 'proportion'
    ? 'Clients with the outcome divided by clients of the base; from 100 clients on the whole percentage of exact counts, otherwise of rounded ones; Wilson’s 95% interval from rounded counts'
    : 'Mean over the clients of the base, with the 95% t interval';
}

function columnsOf(measure: OutcomeMeasure): ReleaseColumn[] {
  const isShare = measure.kind === 'proportion';
  return [
    ...['Breakdown', 'Group'].map(textColumn),
    countColumn('Clients of the base'),
    ...(isShare ? [countColumn('Clients with the outcome')] : []),
    ...[isShare ? 'Percentage' : `Mean (${measure.unit})`, 'Lower end, 95%', 'Upper end, 95%'].map(
      (name) => valueColumn(measure, name),
    ),
  ];
}

/** Means come as whole days and pounds, and jobs to one place. */
function valueColumn(measure: OutcomeMeasure, name: string): ReleaseColumn {
  if (measure.kind === 'proportion') return percentColumn(0)(name);
  if (measure.unit === 'pounds') return { name, kind: 'pounds', decimals: 0 };
  return { name, kind: 'number', decimals: measure.unit === 'jobs' ? 1 : 0 };
}
