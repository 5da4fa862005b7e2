import type { ReleaseCell, ReleaseTable } from '#app/outcomes-files/release-table.ts';
import { firstJobClock } from '#scoring/outcomes/first-jobs/time-to-first-job.ts';
import type {
  FollowedReport,
  OutcomesOfFollowed,
  OutcomesOfGroup,
  OutcomesReport,
} from '#scoring/outcomes/report/outcomes-report.ts';
import { trialCaution } from '#scoring/outcomes/report/trial-comparison.ts';
import { getOutcomeMeasure } from '#scoring/outcomes/tables/outcome-measures.ts';
import type { NamedCohort } from './client-outcomes.ts';
import {
  capitalised,
  groupWords,
  orNobody,
  orTooLittle,
  type Unnumbered,
} from './release-words.ts';

type Table = Unnumbered<ReleaseTable>;

const plainCount = 'Counted';

/** How many were sent, matched, left out and included. */
export function countsTable(cohort: NamedCohort, { matchRate }: OutcomesReport): Table {
  const matching: [string, number][] =
    matchRate === null
      ? []
      : [
          ['Sent for matching', matchRate.denominator],
          ['Matched', matchRate.numerator],
        ];
  return {
    title: 'Clients sent, matched, left out and included',
    base: 'Everybody in the files',
    method: plainCount,
    notes: ['A client left out for several reasons counts under the first of them.'],
    columns: [
      { name: 'Clients who were', kind: 'text' },
      { name: 'Clients', kind: 'count' },
    ],
    rows: [
      ...matching,
      ['In the clients file', cohort.lines.length],
      ...cohort.excluded.map(({ label, count }): ReleaseCell[] => [`Left out: ${label}`, count]),
      ['Included', cohort.included.length],
    ],
  };
}

export function followUpTable({ followUp }: OutcomesReport): Table {
  const names = {
    full: 'All clients included',
    complete: 'Followed for all 18 months',
    incomplete: 'Followed for less than 18 months',
  } as const;
  return {
    title: 'Length of follow-up',
    base: 'All clients included',
    method: 'Days from enrolment to the earlier of 18 calendar months later and linkage; mean',
    notes: [],
    columns: [
      { name: 'Group', kind: 'text' },
      { name: 'Clients', kind: 'count' },
      { name: 'Mean follow-up (days)', kind: 'number' },
    ],
    rows: (['full', 'complete', 'incomplete'] as const).map((key) => [
      names[key],
      followUp[key].clients,
      orNobody(followUp[key].meanDays),
    ]),
  };
}

export function descriptionTable({ followUpGroup, description }: OutcomesOfGroup): Table {
  return {
    title: `Who the clients are, ${groupWords[followUpGroup]}`,
    base: capitalised(groupWords[followUpGroup]),
    method: 'Clients of the group divided by all clients, with Wilson’s 95% confidence interval',
    notes: [],
    columns: [
      { name: 'Breakdown', kind: 'text' },
      { name: 'Group', kind: 'text' },
      { name: 'Clients', kind: 'count' },
      ...['Percentage', 'Lower end, 95%', 'Upper end, 95%'].map(
        (name) => ({ name, kind: 'percent' }) as const,
      ),
    ],
    rows: description.flatMap(({ name, rows }) =>
      rows.map(({ group, share: { numerator, value, lower, upper } }) => [
        ...[name, group, numerator],
        ...[value, lower, upper].map(orNobody),
      ]),
    ),
  };
}

export function firstJobsTable({ followUpGroup, firstJobs }: OutcomesOfGroup): Table {
  return {
    title: `First jobs by follow-up month, ${groupWords[followUpGroup]}`,
    base: `Clients who started a job in follow-up; ${groupWords[followUpGroup]}`,
    method:
      'Follow-up month k covers enrolment + (k - 1) up to, not including, enrolment + k calendar months',
    notes: ['A job already running at enrolment is not a first job started.'],
    columns: [
      { name: 'Follow-up month', kind: 'count' },
      { name: 'First jobs', kind: 'count' },
      { name: 'First jobs so far', kind: 'count' },
      { name: 'Percentage of starters', kind: 'percent' },
      { name: 'Percentage of starters so far', kind: 'percent' },
      { name: 'Percentage of all clients so far', kind: 'percent' },
    ],
    rows: firstJobs.months.map((month) => [
      ...[month.month, month.started, month.startedSoFar],
      ...[month.share, month.shareSoFar, month.shareOfAllSoFar].map(orNobody),
    ]),
  };
}

/** The curve; nobody has none. */
export function curveTables({ followUpGroup, timeToFirstJob: curve }: OutcomesOfFollowed): Table[] {
  if (curve.status !== 'computed') return [];
  const ends = [`Lower end, ${100 * curve.level}%`, `Upper end, ${100 * curve.level}%`];
  return [
    {
      title: `Clients who have not yet started a job, day by day, ${groupWords[followUpGroup]}`,
      base: capitalised(groupWords[followUpGroup]),
      method: `${curve.method}. ${firstJobClock}`,
      notes: ['Clients without a start are followed to the end of their follow-up.'],
      columns: [
        { name: 'Days', kind: 'count' },
        { name: 'Followed up to then', kind: 'count' },
        { name: 'First jobs', kind: 'count' },
        { name: 'Follow-up ended', kind: 'count' },
        ...['Percentage without a start', ...ends].map(
          (name) => ({ name, kind: 'percent' }) as const,
        ),
      ],
      rows: curve.steps.map((step) => [
        ...[step.time, step.atRisk, step.events, step.censored],
        ...[step.survival, step.lower, step.upper].map(orTooLittle),
      ]),
    },
  ];
}

/** Median and month of change for both groups of clients. */
export function paceTable(report: FollowedReport): Table {
  return {
    title: 'When half have started a job, and the month after which starts slow down',
    base: 'All clients of the group',
    method:
      'Median of the Kaplan-Meier curve; month of change of a two-level monthly hazard, its interval from all months within 1.92 of the highest log likelihood',
    notes: [],
    columns: [
      { name: 'Clients', kind: 'text' },
      { name: 'Measure', kind: 'text' },
      { name: 'Value', kind: 'number', decimals: 0 },
      { name: 'Lower end', kind: 'number', decimals: 0 },
      { name: 'Upper end', kind: 'number', decimals: 0 },
    ],
    rows: Object.values(report.groups).flatMap(({ followUpGroup, timeToFirstJob, slowDown }) => {
      const median = timeToFirstJob.status === 'computed' ? timeToFirstJob.median : null;
      const change = slowDown.status === 'computed' ? slowDown : null;
      const name = capitalised(groupWords[followUpGroup]);
      return [
        [
          ...[name, 'Median time to first job (days)'],
          ...[median?.time, median?.lower, median?.upper].map(orTooLittle),
        ],
        [
          ...[name, 'Last month before the change'],
          ...[change?.month, change?.lower, change?.upper].map(orTooLittle),
        ],
      ];
    }),
  };
}

export function trialTable({ groups }: OutcomesReport): Table {
  return {
    title: 'The figures beside those of the IPS-AD trial',
    base: 'Clients of the base of each outcome; the trial’s two arms as published',
    method: 'Differences of percentages; no test',
    notes: [trialCaution],
    columns: [
      { name: 'Clients', kind: 'text' },
      { name: 'Outcome', kind: 'text' },
      { name: 'Group', kind: 'text' },
      ...['Percentage', 'Trial, intervention', 'Trial, control'].map(
        (name) => ({ name, kind: 'percent' }) as const,
      ),
    ],
    rows: Object.values(groups).flatMap(({ followUpGroup, trial }) =>
      trial.map(({ outcome, group, figure, intervention, control }) => [
        capitalised(groupWords[followUpGroup]),
        getOutcomeMeasure(outcome).name,
        group?.name ?? 'All',
        ...[figure.value, intervention].map(orNobody),
        orTooLittle(control),
      ]),
    ),
  };
}
