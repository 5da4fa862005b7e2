import type { BreakdownKey } from '../cohort/breakdowns.ts';
import {
  getReportedTable,
  type FollowUpGroup,
  type OutcomesReport,
} from '../report/outcomes-report.ts';
import { getOutcomeMeasure, type OutcomeKey } from '../tables/outcome-measures.ts';
import type { PublishedGroups, PublishedReport } from './report-2025.ts';

/** Which figure of a report: enough to find it on a page. */
export type FigurePlace =
  | { readonly kind: 'cohort'; readonly name: string }
  | { readonly kind: 'share'; readonly breakdown: BreakdownKey; readonly group: string }
  | {
      readonly kind: 'outcome';
      readonly outcome: OutcomeKey;
      readonly followUpGroup: FollowUpGroup;
      /** Null for everybody. */
      readonly of: { readonly breakdown: BreakdownKey; readonly group: string } | null;
    }
  | { readonly kind: 'first-job-month'; readonly month: number };

export interface PublishedBeside {
  readonly place: FigurePlace;
  /** As printed: counts, whole percentages, days, jobs or pounds. */
  readonly published: number;
  /** In the same unit, not rounded; null where we have none. */
  readonly computed: number | null;
  /** Whether ours, rounded as printed, may be the printed number; counts must be the same. */
  readonly agrees: boolean;
}

const HALF = 0.5;

function rounded(
  place: FigurePlace,
  published: number,
  computed: number | null | undefined,
): PublishedBeside {
  const value = computed ?? null;
  // A billionth for what division leaves behind a printed half.
  const agrees = value !== null && Math.abs(value - published) <= HALF + 1e-9;
  return { place, published, computed: value, agrees };
}

function counted(place: FigurePlace, published: number, computed: number | null): PublishedBeside {
  return { place, published, computed, agrees: computed === published };
}

const percent = (share: number | null | undefined) =>
  typeof share === 'number' ? 100 * share : null;

function groupEntries(groups: PublishedGroups) {
  return (Object.keys(groups) as BreakdownKey[]).flatMap((breakdown) =>
    Object.entries(groups[breakdown] ?? {}).map(([group, value]) => ({ breakdown, group, value })),
  );
}

function cohortFigures(published: PublishedReport, computed: OutcomesReport): PublishedBeside[] {
  const { matchRate, followUp, groups } = computed;
  const cohort = (name: string): FigurePlace => ({ kind: 'cohort', name });
  const { full, incomplete } = published.meanFollowUpDays;
  const { clients, description } = groups.full;
  const sites = description.find(({ breakdown }) => breakdown === 'site')?.rows ?? [];
  const completeShare = clients === 0 ? null : groups.complete.clients / clients;
  return [
    counted(cohort('Sent for matching'), published.sent, matchRate?.denominator ?? null),
    counted(cohort('Matched'), published.matched, clients),
    rounded(cohort('Match rate'), published.matchRatePercentage, percent(matchRate?.value)),
    counted(cohort('Follow-up complete'), published.followUpComplete, groups.complete.clients),
    rounded(
      cohort('Share whose follow-up is complete'),
      published.followUpCompletePercentage,
      percent(completeShare),
    ),
    counted(cohort('Teams'), published.teams, sites.filter(({ isNotKnown }) => !isNotKnown).length),
    rounded(cohort('Mean days of follow-up'), full, followUp.full.meanDays),
    rounded(
      cohort('Mean days of follow-up where it is not complete'),
      incomplete,
      followUp.incomplete.meanDays,
    ),
  ];
}

function shareFigures(published: PublishedReport, computed: OutcomesReport): PublishedBeside[] {
  return groupEntries(published.shares).map(({ breakdown, group, value }) => {
    const described = computed.groups.full.description.find((one) => one.breakdown === breakdown);
    const row = described?.rows.find((one) => one.group === group);
    return rounded({ kind: 'share', breakdown, group }, value, percent(row?.share.value));
  });
}

function outcomeFigures(published: PublishedReport, computed: OutcomesReport): PublishedBeside[] {
  return (Object.keys(published.outcomes) as OutcomeKey[]).flatMap((outcome) => {
    const printed = published.outcomes[outcome];
    if (printed === undefined) return [];
    const inUnit = (value: number | null | undefined) =>
      getOutcomeMeasure(outcome).kind === 'proportion' ? percent(value) : value;
    const total = (followUpGroup: FollowUpGroup, value: number | null) =>
      value === null
        ? []
        : [
            rounded(
              { kind: 'outcome', outcome, followUpGroup, of: null },
              value,
              inUnit(
                getReportedTable(computed.groups[followUpGroup], outcome, 'sex').table.total.value,
              ),
            ),
          ];
    const groups = groupEntries(printed.groups).map(({ breakdown, group, value }) => {
      const { table } = getReportedTable(computed.groups.full, outcome, breakdown);
      return rounded(
        { kind: 'outcome', outcome, followUpGroup: 'full', of: { breakdown, group } },
        value,
        inUnit(table.rows.find((row) => row.group === group)?.figure.value),
      );
    });
    return [...total('full', printed.all), ...total('complete', printed.complete), ...groups];
  });
}

function firstJobFigures(published: PublishedReport, computed: OutcomesReport): PublishedBeside[] {
  const { months } = computed.groups.full.firstJobs;
  const byMonth = (month: number): FigurePlace => ({
    kind: 'cohort',
    name: `Started by month ${month}, of those who started`,
  });
  return [
    ...published.firstJobByMonth.map((value, place) =>
      counted({ kind: 'first-job-month', month: place + 1 }, value, months[place]?.started ?? null),
    ),
    rounded(byMonth(3), published.startedByMonth3, percent(months[2]?.shareSoFar)),
    rounded(byMonth(9), published.startedByMonth9, percent(months[8]?.shareSoFar)),
  ];
}

/**
 * Every figure a published round prints beside ours.
 *
 * For: the published value beside the computed one, and the list of how many agree. Exact: compared before small
 * numbers are protected.
 * Formula: percentages, days, jobs and pounds agree within half a unit, counts when they are the same.
 * @param published a published round
 * @param computed the report of the same round
 * @returns one row for each printed figure, in the order of the report
 * Errors: none. Source: outcome definitions, sections 3 to 6. Checked: by example; every figure of the 2025 report has
 * its row.
 */
export function publishedBeside(
  published: PublishedReport,
  computed: OutcomesReport,
): PublishedBeside[] {
  return [
    ...cohortFigures(published, computed),
    ...shareFigures(published, computed),
    ...outcomeFigures(published, computed),
    ...firstJobFigures(published, computed),
  ];
}
