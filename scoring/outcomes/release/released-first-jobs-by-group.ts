import { roundedCount } from '#scoring/disclosure/disclosed-count.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { breakdowns, type BreakdownKey } from '../cohort/breakdowns.ts';
import type { FirstJobsOfGroup } from '../first-jobs/first-jobs-by-group.ts';
import type { FollowUpGroup, OutcomesReport } from '../report/outcomes-report.ts';
import type { CohortPlan, PlannedBreakdown } from './cohort-plan.ts';
import { inPeriods, periodEnds, type CountedStarts } from './period-ends.ts';
import { halfShownBy, startedBy } from './released-first-jobs.ts';

/** Starts of a group from the period before to the end of a month. */
export interface ReleasedPeriod {
  /** Last follow-up month of the period. */
  readonly month: number;
  /** Rounded. */
  readonly started: number;
  /** Of all clients of the group by then (Kaplan-Meier), 0 to 1; whole percents, null under 100 people. */
  readonly startedOfAll: number | null;
}

export interface ReleasedFirstJobsOfGroup {
  readonly group: string;
  readonly status: 'shown' | 'hidden';
  /** Empty where hidden. */
  readonly periods: readonly ReleasedPeriod[];
  /** As halfShownBy. */
  readonly halfByMonth: number | null;
}

export interface ReleasedTest {
  /** To one decimal. */
  readonly chiSquared: number;
  readonly df: number;
  /** To three decimals. */
  readonly p: number;
  /** Whether p is under 0.05: decided before it is rounded. */
  readonly isClear: boolean;
}

export interface ReleasedFirstJobsByGroup {
  readonly breakdown: BreakdownKey;
  readonly status: 'shown' | 'hidden';
  readonly groups: readonly ReleasedFirstJobsOfGroup[];
  /** Log-rank test over all groups that are known; null where a group is hidden or there is none. */
  readonly test: ReleasedTest | null;
}

/** One test for each breakdown, not adjusted for the others. */
const clearBelow = 0.05;
const toOne = (value: number) => Math.round(10 * value) / 10;
const toThree = (value: number) => Math.round(1000 * value) / 1000;

function releasedGroup(
  { group, clients, started, curve }: FirstJobsOfGroup,
  ends: readonly number[],
  policy: DisclosurePolicy,
): ReleasedFirstJobsOfGroup {
  const isLarge = clients >= policy.smallestWholePercentGroup && curve.status === 'computed';
  const periods = inPeriods(started, ends).map((count, place): ReleasedPeriod => {
    const month = ends[place] ?? 0;
    return {
      month,
      started: roundedCount(count, policy),
      startedOfAll: isLarge ? startedBy(curve, month) : null,
    };
  });
  return { group, status: 'shown', periods, halfByMonth: halfShownBy(periods) };
}

function ofBreakdown(
  report: OutcomesReport,
  followUpGroup: FollowUpGroup,
  { breakdown, hidden, areStartsShown }: PlannedBreakdown,
  policy: DisclosurePolicy,
): ReleasedFirstJobsByGroup {
  const nothing = { breakdown, status: 'hidden', groups: [], test: null } as const;
  const of = (key: FollowUpGroup) =>
    report.groups[key].firstJobsByGroup.find((one) => one.breakdown === breakdown);
  const own = of(followUpGroup);
  if (own === undefined || !areStartsShown[followUpGroup]) return nothing;
  const startsOf = (key: FollowUpGroup, name: string) =>
    of(key)?.groups.find(({ group }) => group === name)?.started ?? [];
  const everybody = of('full')?.groups ?? [];
  const counted = everybody.map(({ group, started }): CountedStarts => {
    const complete = startsOf('complete', group);
    const incomplete = started.map((count, place) => count - (complete[place] ?? 0));
    return {
      isHidden: hidden.has(group),
      parts: followUpGroup === 'full' ? [started] : [started, complete, incomplete],
    };
  });
  const ends = periodEnds(counted, policy);
  if (ends === null) return nothing;
  const { test } = own;
  return {
    breakdown,
    status: 'shown',
    groups: own.groups.map((each) =>
      hidden.has(each.group)
        ? { group: each.group, status: 'hidden', periods: [], halfByMonth: null }
        : releasedGroup(each, ends, policy),
    ),
    test:
      hidden.size > 0 || test.status !== 'computed'
        ? null
        : {
            ...{ chiSquared: toOne(test.chiSquared), df: test.df, p: toThree(test.p) },
            isClear: test.p < clearBelow,
          },
  };
}

/**
 * Breakdowns that have curves. Not ages in bands: they cut across the two groups of the report, and differences of curves would
 * tell of the ages between.
 */
export const breakdownsOfFirstJobs: readonly BreakdownKey[] = breakdowns
  .filter(({ key, isCompared }) => isCompared && key !== 'age-bands')
  .map(({ key }) => key);

/**
 * Time to first job by group as everybody may see it.
 *
 * For: the outcomes release. Rule: groups that the plan hides are hidden; the others are told by periods of several months
 * (periodEnds), with rounded starts and, from 100 people on, the Kaplan-Meier share by the end of each in whole percents; the
 * month by which half had started from these. The log-rank test of exact months, chi-squared to one decimal and p to three, stands
 * where all groups are shown. None by ages in bands, which cut across the other two ages, nor by site.
 * @param report exact
 * @param group everybody or the complete
 * @param plan of the release
 * @param policy small-number settings
 * @returns one entry for each breakdown, 'hidden' where nothing of it may be shown
 * Errors: none of its own. Source: small-number rule, section 6; outcome definitions, section 9. Checked: by hand; random small
 * tables (periodEnds).
 */
export function releasedFirstJobsByGroup(
  report: OutcomesReport,
  group: FollowUpGroup,
  plan: CohortPlan,
  policy: DisclosurePolicy,
): ReleasedFirstJobsByGroup[] {
  if (!plan.isShown[group]) return [];
  return plan.breakdowns
    .filter(({ breakdown }) => breakdownsOfFirstJobs.includes(breakdown))
    .map((planned) => ofBreakdown(report, group, planned, policy));
}
