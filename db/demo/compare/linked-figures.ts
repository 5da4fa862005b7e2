import type { BreakdownKey } from '#scoring/outcomes/cohort/breakdowns.ts';
import {
  getReportedTable,
  type OutcomesReport,
  type ReportedTable,
} from '#scoring/outcomes/report/outcomes-report.ts';
import type { OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import { exact, rounded, type DemoFigure, type DemoFigures } from './figure.ts';

export interface LinkedData {
  /** Of the round that the published report is about, worked out from unsuppressed rows. */
  report: OutcomesReport;
  sent: number;
  matched: number;
  /** Sites of the round's people. */
  sites: number;
  /** People with complete follow-up in the round before. */
  completePreviously: number;
}

/** Where the published file keeps each outcome, and the breakdowns by which it may print it. */
const outcomes: readonly (readonly [path: string, outcome: OutcomeKey])[] = [
  ['successfulEmploymentPct', 'worked'],
  ['daysToFirstJob', 'days-to-first-job'],
  ['daysEmployed', 'days-employed'],
  ['longestJobDays', 'longest-job'],
  ['sustained13WeeksPct', 'sustained-13-weeks'],
  ['contributionsGbp.incomeTax', 'income-tax'],
  ['contributionsGbp.nationalInsurance', 'national-insurance'],
];
const breakdowns: readonly (readonly [path: string, breakdown: BreakdownKey])[] = [
  ['substance', 'substance'],
  ['sex', 'sex'],
  ['age', 'age'],
  ['treatmentStatus', 'treatment-status'],
  ['timeInTreatment', 'time-in-treatment'],
  ['engagement', 'engagement'],
  ['site', 'site'],
];

type Set = (path: string, how: typeof rounded, value: number | null | undefined) => void;

/** The linked cohort's answer to each published figure it can answer, from the product's own report. */
export function linkedFigures(
  data: LinkedData,
  published: ReadonlyMap<string, number | string | boolean>,
): DemoFigures {
  const found = new Map<string, DemoFigure>();
  const set: Set = (path, how, value) => {
    const printed = published.get(path);
    if (typeof printed === 'number') found.set(path, how(value ?? Number.NaN, printed));
  };
  setCohort(data, set);
  setOutcomes(data.report, set);
  setFirstJobs(data.report, set);
  return found;
}

function setCohort({ report, sent, matched, sites, completePreviously }: LinkedData, set: Set) {
  const { full, complete, incomplete } = report.followUp;
  set('cohort.sentToHmrc', exact, sent);
  set('cohort.matched', exact, matched === full.clients ? matched : Number.NaN);
  set('cohort.matchRatePct', rounded, (100 * matched) / sent);
  set('cohort.followUpComplete', exact, complete.clients);
  set('cohort.followUpCompletePct', rounded, (100 * complete.clients) / full.clients);
  set('cohort.followUpCompletePreviousRound', exact, completePreviously);
  set('cohort.meanFollowUpDaysFullGroup', rounded, full.meanDays);
  set('cohort.meanFollowUpDaysIncompleteGroup', rounded, incomplete.meanDays);
  set('cohort.teams', exact, sites);
  const paths: Readonly<Record<string, string>> = {
    'sex.Men': 'menPct',
    'treatment-status.Successfully completed treatment': 'completedTreatmentPct',
    'time-in-treatment.More than 12 months': 'moreThan12MonthsInTreatmentPct',
    'engagement.Less than 2 months': 'engagedLessThan2MonthsPct',
    'deprivation.1 (most deprived)': 'mostDeprivedQuintilePct',
  };
  const lists: Readonly<Record<string, string>> = {
    'age-bands': 'agePct',
    substance: 'substancePct',
  };
  for (const { breakdown, rows } of report.groups.full.description) {
    for (const { group, share } of rows) {
      const list = lists[breakdown];
      const path = list === undefined ? paths[`${breakdown}.${group}`] : `${list}.${group}`;
      if (path !== undefined) set(`cohort.${path}`, rounded, 100 * (share.value ?? Number.NaN));
    }
  }
}

const scaleOf = (outcome: OutcomeKey) =>
  outcome === 'worked' || outcome === 'sustained-13-weeks' ? 100 : 1;

function setOutcomes({ groups: { full, complete } }: OutcomesReport, set: Set): void {
  const total = ({ table }: ReportedTable) => table.total.value ?? Number.NaN;
  for (const [start, outcome] of outcomes) {
    const scale = scaleOf(outcome);
    set(`${start}.all`, rounded, scale * total(getReportedTable(full, outcome, 'sex')));
    set(
      `${start}.followUpComplete`,
      rounded,
      scale * total(getReportedTable(complete, outcome, 'sex')),
    );
    for (const [path, breakdown] of breakdowns) {
      for (const { group, figure } of getReportedTable(full, outcome, breakdown).table.rows) {
        set(`${start}.${path}.${group}`, rounded, scale * (figure.value ?? Number.NaN));
      }
    }
  }
  const jobs = getReportedTable(full, 'jobs', 'sex');
  set('longestJobDays.meanJobsPerEmployedClient', rounded, total(jobs));
  for (const { group, figure } of getReportedTable(full, 'contributions', 'substance').table.rows) {
    set(`contributionsGbp.totalBySubstance.${group}`, rounded, figure.value);
  }
}

function setFirstJobs({ groups: { full } }: OutcomesReport, set: Set): void {
  for (const { month, started, shareSoFar } of full.firstJobs.months) {
    set(`daysToFirstJob.firstJobByMonth.${month}`, exact, started);
    const share = 100 * (shareSoFar ?? Number.NaN);
    if (month === 3) set('daysToFirstJob.startedInFirst3MonthsPct', rounded, share);
    if (month === 9) set('daysToFirstJob.startedByMonth9Pct', rounded, share);
  }
}
