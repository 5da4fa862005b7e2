import type { OutcomesRelease, ReleasedGroup } from '#scoring/outcomes/release/outcomes-release.ts';
import { trialCaution } from '#scoring/outcomes/report/trial-comparison.ts';
import { getOutcomeMeasure } from '#scoring/outcomes/tables/outcome-measures.ts';

import { halfShownWords } from '../half-shown-words.ts';
import {
  breakdownName,
  countColumn,
  figureCells,
  numberColumn,
  orConfidential,
  orNotAvailable,
  percentColumn,
  textColumn,
  type Table,
} from './cells.ts';

/** Who was matched, who was followed to the end, and for how long. */
export function followUpTables({
  matchRate,
  complete,
  meanFollowUpDays: { full, complete: whole, incomplete },
}: OutcomesRelease): Table[] {
  return [
    {
      title: 'Matching and follow-up',
      base: 'Clients sent for matching; all clients included',
      method: 'Clients divided by clients of the base',
      notes: [],
      columns: [
        textColumn('Clients who were'),
        ...['Clients', 'Clients of the base'].map(countColumn),
        percentColumn(0)('Percentage'),
      ],
      rows: [
        ...(matchRate === null
          ? []
          : [['Matched, of those sent', ...figureCells(matchRate, ['count', 'base', 'value'])]]),
        [
          'Followed for all 18 months, of all included',
          ...figureCells(complete, ['count', 'base', 'value']),
        ],
      ],
    },
    {
      title: 'Mean length of follow-up',
      base: 'All clients included',
      method: 'Days from enrolment to the earlier of 18 calendar months later and linkage; mean',
      notes: [],
      columns: [textColumn('Clients'), numberColumn(0)('Days')],
      rows: [
        ['All included', orConfidential(full)],
        ['Followed for all 18 months', orConfidential(whole)],
        ['Followed for less than 18 months', orConfidential(incomplete)],
      ],
    },
  ];
}

/** Who the clients are; none where no breakdown is shown. */
export function descriptionTables({ description }: ReleasedGroup, clients: string): Table[] {
  const rows = description.flatMap(({ breakdown, rows: groups }) =>
    groups.map(({ group, figure }) => [
      ...[breakdownName(breakdown), group],
      ...figureCells(figure, ['count', 'base', 'value', 'lower', 'upper']),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      title: `Who the clients are: ${clients}`,
      base: clients,
      method:
        'Clients of the group divided by all clients; Wilson’s 95% interval from rounded counts',
      notes: [],
      columns: [
        ...['Breakdown', 'Group'].map(textColumn),
        ...['Clients', 'All clients'].map(countColumn),
        ...['Percentage', 'Lower end, 95%', 'Upper end, 95%'].map(percentColumn(0)),
      ],
      rows,
    },
  ];
}

export function firstJobsTables({ firstJobs }: ReleasedGroup, clients: string): Table[] {
  if (firstJobs.status === 'hidden') return [];
  const { months, slowDown } = firstJobs;
  const half = halfShownWords(firstJobs);
  return [
    {
      title: `First jobs by follow-up month: ${clients}`,
      base: `Clients who started a job in follow-up; for the Kaplan-Meier column all. ${clients}`,
      method:
        'Follow-up month k covers enrolment + (k - 1) up to, not including, enrolment + k calendar months; Kaplan-Meier in follow-up months',
      notes: [
        'A job already running at enrolment is not a first job started.',
        ...(half === '' ? [] : [`${half} Kaplan-Meier, in whole percents as in the table.`]),
        ...(slowDown === null
          ? []
          : [
              `Starts slow down after month ${slowDown.month}, 95% interval month ${slowDown.lower} to ${slowDown.upper} (two-level monthly hazard).`,
            ]),
      ],
      columns: [
        numberColumn(0)('Follow-up month'),
        countColumn('First jobs'),
        ...['Percentage of starters so far', 'Percentage of all so far, Kaplan-Meier'].map(
          percentColumn(0),
        ),
      ],
      rows: months.map(({ month, started, shareSoFar, startedOfAll }) => [
        ...[month, started, shareSoFar],
        orNotAvailable(startedOfAll),
      ]),
    },
  ];
}

export function trialTable(groups: readonly (readonly [string, ReleasedGroup])[]): Table {
  return {
    title: 'The figures beside those of the IPS-AD trial',
    base: 'Clients of the base of each outcome; the trial’s two arms as published',
    method: 'Beside each other; no test',
    notes: [trialCaution],
    columns: [
      ...['Clients', 'Outcome', 'Group'].map(textColumn),
      ...['Linked cohort', 'Trial, IPS', 'Trial, usual support'].map(percentColumn(0)),
    ],
    rows: groups.flatMap(([clients, { trial }]) =>
      trial.map(({ outcome, group, figure, intervention, control }) => [
        ...[clients, getOutcomeMeasure(outcome).name, group?.name ?? 'All'],
        ...[...figureCells(figure, ['value']), intervention, orNotAvailable(control)],
      ]),
    ),
  };
}
