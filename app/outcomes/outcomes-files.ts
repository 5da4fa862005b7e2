import { csvText } from '#app/relations/csv.ts';
import { breakdowns } from '#scoring/outcomes/cohort/breakdowns.ts';
import type { ReleasedGroup, ReleasedOutcome } from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedFigure } from '#scoring/outcomes/release/released-figure.ts';
import { getOutcomeMeasure, outcomeBases } from '#scoring/outcomes/tables/outcome-measures.ts';

import { linkageCautions, smallNumbersNote } from './outcomes-words.ts';

export interface OutcomesFile {
  round: string;
  clients: string;
  group: ReleasedGroup;
  outcomes: readonly ReleasedOutcome[];
  isDemo: boolean;
}

const synthetic = 'Demonstration: synthetic';
const method = [
  'Shares: Wilson intervals from rounded counts; from 100 clients on whole percents of unrounded counts.',
  'Means: t intervals.',
  smallNumbersNote,
  ...linkageCautions,
].join(' ');

const number = (value: number | null): string => (value === null ? '' : String(value));

function figureCells({ status, base, count, value, lower, upper }: ReleasedFigure): string[] {
  if (status === 'hidden') return Array<string>(5).fill('*');
  const three = (each: number | null) =>
    each === null ? '' : String(Math.round(each * 1000) / 1000);
  return [number(base), number(count), three(value), three(lower), three(upper)];
}

/** A row a figure, each with base and method. */
export function outcomesCsv({ round, clients, outcomes, isDemo }: OutcomesFile): string {
  const nameOf = (key: string) => breakdowns.find((one) => one.key === key)?.name ?? key;
  return csvText([
    [
      'Round',
      'Clients',
      'Outcome',
      'Unit',
      'Base',
      'Breakdown',
      'Group',
      'Clients in base',
      'With the outcome',
      'Value',
      'Lower',
      'Upper',
      'Published',
      'Method',
      'Note',
    ],
    ...outcomes.flatMap(({ outcome, total, printed, tables }) => {
      const measure = getOutcomeMeasure(outcome);
      const unit = measure.kind === 'proportion' ? 'share' : measure.unit;
      const first = [round, clients, measure.name, unit, outcomeBases[measure.base]];
      const last = [method, isDemo ? synthetic : ''];
      return [
        [...first, '', 'All', ...figureCells(total), number(printed?.published ?? null), ...last],
        ...tables.flatMap(({ breakdown, rows }) =>
          rows.map(({ group, figure, printed: beside }) => [
            ...first,
            nameOf(breakdown),
            group,
            ...figureCells(figure),
            number(beside?.published ?? null),
            ...last,
          ]),
        ),
      ];
    }),
  ]);
}

/** The same with comparisons, findings and first jobs. */
export function outcomesJson({ round, clients, group, outcomes, isDemo }: OutcomesFile) {
  return {
    title: 'Employment outcomes',
    note: isDemo ? synthetic : null,
    round,
    clients,
    method,
    description: group.description,
    outcomes: outcomes.map((one) => {
      const { name, base } = getOutcomeMeasure(one.outcome);
      return { name, base: outcomeBases[base], ...one };
    }),
    firstJobs: group.firstJobs,
    trial: group.trial,
  };
}
