import type { HazardChangePoint } from '#scoring/statistics/survival/hazard-change-point.ts';
import type { KaplanMeier } from '#scoring/statistics/survival/kaplan-meier.ts';
import { breakdowns, clientsByGroup, type BreakdownKey } from '../cohort/breakdowns.ts';
import { cohortDescription, type DescribedBreakdown } from '../cohort/cohort-description.ts';
import type { CohortClient, FollowedClient } from '../cohort/linked-cohort.ts';
import { firstJobsByGroup, type FirstJobsByGroup } from '../first-jobs/first-jobs-by-group.ts';
import { firstJobsByMonth, type FirstJobsByMonth } from '../first-jobs/first-jobs-by-month.ts';
import {
  firstJobSlowDown,
  monthsToFirstJob,
  timeToFirstJob,
} from '../first-jobs/time-to-first-job.ts';
import { meanFollowUpDays, type MeanFollowUps } from '../follow-up.ts';
import { rateOf, type RateResult } from '../job-entry-rate.ts';
import { groupComparisons, type GroupComparisons } from '../tables/comparisons.ts';
import {
  fewestClientsOfPublishedSite,
  summedGroups,
  tableOfGroups,
  type GroupTable,
} from '../tables/group-table.ts';
import { outcomeMeasures } from '../tables/outcome-measures.ts';
import { findingsOf, type Finding } from './findings.ts';
import { trialComparison, type TrialComparison } from './trial-comparison.ts';

/** Everybody, or those whose follow-up of 18 months was over at linkage. */
export const followUpGroups = ['full', 'complete'] as const;
export type FollowUpGroup = (typeof followUpGroups)[number];

export interface OutcomesSettings {
  /** Sent for matching and matched; null where not known. */
  readonly matching: { readonly sent: number; readonly matched: number } | null;
  readonly fewestClientsOfSite: number;
  /** The group each breakdown's groups are held against; none for a breakdown that is not named. */
  readonly references: Readonly<Partial<Record<BreakdownKey, string>>>;
  /** Confidence of the intervals; findings are at 1 minus this. */
  readonly level: number;
}

export const usualOutcomesSettings: OutcomesSettings = {
  matching: null,
  fewestClientsOfSite: fewestClientsOfPublishedSite,
  references: {},
  level: 0.95,
};

/** An outcome by a breakdown, with what may be said about it. */
export interface ReportedTable {
  readonly table: GroupTable;
  /** Null for sites, which are not compared. */
  readonly comparisons: GroupComparisons | null;
  readonly findings: readonly Finding[];
}

export interface OutcomesOfGroup {
  readonly followUpGroup: FollowUpGroup;
  readonly clients: number;
  readonly description: readonly DescribedBreakdown[];
  /** Outcome by outcome, each by every breakdown, both in their own order. */
  readonly tables: readonly ReportedTable[];
  readonly firstJobs: FirstJobsByMonth;
  /** In follow-up months. */
  readonly monthsToFirstJob: KaplanMeier;
  /** By every breakdown that is compared. */
  readonly firstJobsByGroup: readonly FirstJobsByGroup[];
  readonly slowDown: HazardChangePoint;
  readonly trial: readonly TrialComparison[];
}

/** Exact figures: a page, file or chart protects small numbers before anything is shown. */
export interface OutcomesReport {
  /** Null where the numbers sent and matched are not known. */
  readonly matchRate: RateResult | null;
  readonly followUp: MeanFollowUps;
  readonly groups: Readonly<Record<FollowUpGroup, OutcomesOfGroup>>;
}

/** With the curve by days, for whoever has the records themselves. */
export interface OutcomesOfFollowed extends OutcomesOfGroup {
  /** In days. */
  readonly timeToFirstJob: KaplanMeier;
}

export interface FollowedReport extends OutcomesReport {
  readonly groups: Readonly<Record<FollowUpGroup, OutcomesOfFollowed>>;
}

function outcomesOfGroup(
  followUpGroup: FollowUpGroup,
  clients: readonly CohortClient[],
  { fewestClientsOfSite, references, level }: OutcomesSettings,
): OutcomesOfGroup {
  const grouped = breakdowns.map((breakdown) => ({
    breakdown,
    members: clientsByGroup(clients, breakdown),
  }));
  const tables = outcomeMeasures.flatMap((measure) =>
    grouped.map(({ breakdown, members }): ReportedTable => {
      const groups = summedGroups(measure, members);
      const reference = references[breakdown.key];
      const comparisons = breakdown.isCompared
        ? groupComparisons(measure, breakdown, groups, { reference, level })
        : null;
      return {
        table: tableOfGroups(measure, breakdown, groups, { fewestClientsOfSite, level }),
        comparisons,
        findings: comparisons === null ? [] : findingsOf(comparisons, 1 - level),
      };
    }),
  );
  return {
    followUpGroup,
    clients: clients.length,
    description: cohortDescription(clients),
    tables,
    firstJobs: firstJobsByMonth(clients),
    monthsToFirstJob: monthsToFirstJob(clients, level),
    firstJobsByGroup: breakdowns
      .filter(({ isCompared }) => isCompared)
      .map((breakdown) => firstJobsByGroup(clients, breakdown, level)),
    slowDown: firstJobSlowDown(clients),
    trial: trialComparison(tables.map(({ table }) => table)),
  };
}

/**
 * The whole analysis of a linkage round: every table of the twice-yearly report.
 *
 * For: the outcomes page and its files, which know no day of anybody; outcomesReport adds what needs the records.
 * Formula: for everybody included and for those whose follow-up is complete, every outcome by every breakdown with
 * base, numerator, value and interval, comparisons and findings; first jobs by month, the curve and the slow-down;
 * the trial beside. Match rate matched / sent.
 * @param clients everybody included, in any order
 * @param followUp how long they were followed
 * @param settings matching, sites, references and confidence
 * @returns plain values that can be handed to another thread
 * @throws RangeError for a reference that is no group, or impossible counts of matching
 * Source: outcome definitions, sections 2 to 5 and 9. Checked: 400 synthetic clients against R
 * (outcomes.expected.json): counts exactly, means to 1e-9.
 */
export function keptOutcomesReport(
  clients: readonly CohortClient[],
  followUp: MeanFollowUps,
  settings: OutcomesSettings = usualOutcomesSettings,
): OutcomesReport {
  const { matching } = settings;
  const complete = completeOf(clients);
  return {
    matchRate: matching === null ? null : rateOf(matching.matched, matching.sent),
    followUp,
    groups: {
      full: outcomesOfGroup('full', clients, settings),
      complete: outcomesOfGroup('complete', complete, settings),
    },
  };
}

const completeOf = <Client extends CohortClient>(clients: readonly Client[]): Client[] =>
  clients.filter(({ isFollowUpComplete }) => isFollowUpComplete);

/**
 * The whole analysis of a linkage round from its records: keptOutcomesReport, with lengths of follow-up and the curve by days.
 *
 * For: the command line, where days are known. Formula: keptOutcomesReport, meanFollowUpDays, timeToFirstJob.
 * @param clients everybody included, in any order
 * @param settings matching, sites, references and confidence
 * @returns plain values that can be handed to another thread
 * @throws RangeError as keptOutcomesReport
 * Source: outcome definitions, sections 2 to 5 and 9. Checked: as keptOutcomesReport; the curve against R's survfit.
 */
export function outcomesReport(
  clients: readonly FollowedClient[],
  settings: OutcomesSettings = usualOutcomesSettings,
): FollowedReport {
  const report = keptOutcomesReport(clients, meanFollowUpDays(clients), settings);
  const { full, complete } = report.groups;
  const curveOf = (group: readonly FollowedClient[]) => timeToFirstJob(group, settings.level);
  return {
    ...report,
    groups: {
      full: { ...full, timeToFirstJob: curveOf(clients) },
      complete: { ...complete, timeToFirstJob: curveOf(completeOf(clients)) },
    },
  };
}

/**
 * One table of a report.
 *
 * For: pages that show a figure at a time. Source: the report. Checked: by example.
 * @param group everybody or the complete
 * @param outcome, breakdown keys of the table
 * @returns the table with its comparisons and findings
 * @throws RangeError where there is none
 */
export function getReportedTable(
  group: OutcomesOfGroup,
  outcome: string,
  breakdown: string,
): ReportedTable {
  const found = group.tables.find(
    ({ table }) => table.outcome === outcome && table.breakdown === breakdown,
  );
  if (found === undefined) {
    throw new RangeError(`getReportedTable: there is no table of ${outcome} by ${breakdown}`);
  }
  return found;
}
