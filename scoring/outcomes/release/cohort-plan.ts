import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { breakdowns, type BreakdownKey } from '../cohort/breakdowns.ts';
import {
  getReportedTable,
  type FollowUpGroup,
  type OutcomesReport,
} from '../report/outcomes-report.ts';
import type { GroupTable } from '../tables/group-table.ts';
import type { OutcomeKey, OutcomeMeasure } from '../tables/outcome-measures.ts';
import { breakdownPlan, type HidingReason, type NestedGroup } from './breakdown-plan.ts';
import { isSmall, together, without, type GroupPeople, type StartPlaces } from './group-people.ts';

/** Which groups of a breakdown are shown: the same in every table of a follow-up group. */
export interface PlannedBreakdown {
  readonly breakdown: BreakdownKey;
  /** By the name of the group; those not named are shown. */
  readonly hidden: ReadonlyMap<string, HidingReason>;
  readonly isShown: Readonly<Record<FollowUpGroup, boolean>>;
  /** Whether tables about starting a job are among what is shown. */
  readonly areStartsShown: Readonly<Record<FollowUpGroup, boolean>>;
}

export interface CohortPlan {
  /** Whether the figures of everybody, and of all whose follow-up is complete, are shown at all. */
  readonly isShown: Readonly<Record<FollowUpGroup, boolean>>;
  readonly breakdowns: readonly PlannedBreakdown[];
}

/** Outcomes that are published by site: as the report, successful employment alone. */
export const outcomesBySite: readonly OutcomeKey[] = ['worked'];

/** Whether an outcome tells who started a job: beside those who worked, it tells who was in work already. */
export function isAboutStarts({ key, base }: OutcomeMeasure): boolean {
  return key === 'started-job' || base === 'started';
}

type Counted = readonly [numerator: number, denominator: number];
const nobody: Counted = [0, 0];

function countsIn(table: GroupTable, group: string): Counted {
  const figure = table.rows.find((row) => row.group === group)?.figure;
  return figure === undefined ? nobody : [figure.numerator, figure.denominator];
}

/** Every count of people that the tables of a group tell, or that follows from two of them. */
function peopleOf(
  report: OutcomesReport,
  followUpGroup: FollowUpGroup,
  breakdown: BreakdownKey,
  group: string,
): GroupPeople {
  const counts = (outcome: OutcomeKey): Counted =>
    countsIn(getReportedTable(report.groups[followUpGroup], outcome, breakdown).table, group);
  const [worked, clients] = counts('worked');
  if (breakdown === 'site') return [worked, clients - worked];
  const [started] = counts('started-job');
  const [sustained] = counts('sustained-13-weeks');
  const [, withTax] = counts('income-tax');
  const [, withInsurance] = counts('national-insurance');
  const [, withBoth] = counts('contributions');
  return [
    worked,
    clients - worked,
    started,
    clients - started,
    worked - started,
    sustained,
    worked - sustained,
    ...[withTax, withInsurance, withBoth].flatMap((paid) => [paid, worked - paid]),
  ];
}

/** Where peopleOf has the counts about starting a job. */
const starts: StartPlaces = { started: 2, notStarted: 3, withoutStart: 4 };

interface Grouped {
  readonly names: readonly string[];
  readonly groups: readonly NestedGroup[];
}

function groupedBy(report: OutcomesReport, breakdown: BreakdownKey): Grouped {
  const { rows } = getReportedTable(report.groups.full, 'worked', breakdown).table;
  const names = rows.map(({ group }) => group);
  return {
    names,
    groups: names.map((group) => ({
      full: peopleOf(report, 'full', breakdown, group),
      complete: peopleOf(report, 'complete', breakdown, group),
    })),
  };
}

function planned(
  report: OutcomesReport,
  breakdown: BreakdownKey,
  policy: DisclosurePolicy,
  isShown: CohortPlan['isShown'],
): PlannedBreakdown {
  const { rows } = getReportedTable(report.groups.full, 'worked', breakdown).table;
  const { names, groups } = groupedBy(report, breakdown);
  const plan = breakdownPlan(groups, policy, {
    // By site everybody is told of, and nobody else: the complete of a site would be too few in most.
    isCompleteReleased: isShown.complete && breakdown !== 'site',
    notPublishable: new Set(
      rows.flatMap(({ isPublishable }, place) => (isPublishable ? [] : [place])),
    ),
    ...(breakdown === 'site' ? {} : { starts }),
  });
  return {
    breakdown,
    hidden: new Map(
      plan.hidden.flatMap((reason, place) =>
        reason === null ? [] : [[names[place] ?? '', reason] as const],
      ),
    ),
    isShown: { full: isShown.full, complete: plan.complete !== 'none' },
    areStartsShown: { full: isShown.full, complete: plan.complete === 'all' },
  };
}

/** Ages that lie in one band of the one way of grouping and another of the other, from what both print. */
function agesBetween(report: OutcomesReport): NestedGroup[] {
  const age = groupedBy(report, 'age');
  const bands = groupedBy(report, 'age-bands');
  const of = ({ names, groups }: Grouped, name: string): NestedGroup | undefined =>
    groups[names.indexOf(name)];
  const less = (whole: NestedGroup | undefined, parts: readonly (NestedGroup | undefined)[]) =>
    whole === undefined
      ? []
      : [
          parts.reduce<NestedGroup>(
            (left, part) =>
              part === undefined
                ? left
                : {
                    full: without(left.full, part.full),
                    complete: without(left.complete, part.complete),
                  },
            whole,
          ),
        ];
  return [
    ...less(of(age, '24 years and under'), [of(bands, 'Under 16')]),
    ...less(of(age, '25 years and over'), [of(bands, '30 to 49'), of(bands, '50 and over')]),
  ];
}

/** The two ways of grouping ages overlap: bands are shown whole, or not at all. */
function withAgesAgreed(
  report: OutcomesReport,
  plans: readonly PlannedBreakdown[],
  policy: DisclosurePolicy,
): PlannedBreakdown[] {
  const ages = plans.filter(({ breakdown }) => breakdown === 'age' || breakdown === 'age-bands');
  const between = agesBetween(report);
  const isWhole =
    ages.every(({ hidden }) => hidden.size === 0) &&
    between.every(({ full }) => !isSmall(full, policy));
  const isCompleteWhole =
    isWhole &&
    ages.every(({ areStartsShown }) => areStartsShown.complete) &&
    between.every(
      ({ full, complete }) =>
        !isSmall(complete, policy) && !isSmall(without(full, complete), policy),
    );
  return plans.map((plan) => {
    if (plan.breakdown !== 'age-bands') return plan;
    const isShown = { full: plan.isShown.full && isWhole, complete: isCompleteWhole };
    return { ...plan, isShown, areStartsShown: isShown };
  });
}

/**
 * What of a report is shown, decided once for all its tables.
 *
 * For: outcomesRelease. Rule: everybody's figures are shown where none of their counts is small; those of the complete
 * where none is, of theirs or of the incomplete; groups by breakdownPlan, with tables about starting a job or without. By site only successful employment is shown, of
 * everybody. Age in bands and age under and over 25 cut across each other: the bands are shown only where nothing of either
 * is hidden, tables about starting among it, and no age between two cuts is small.
 * @param report exact
 * @param policy small-number settings
 * @returns shown or not, by follow-up group, breakdown and group
 * @throws RangeError for settings that make no sense
 * Source: small-number rule, section 6 of the outcome definitions; the method is ours. Checked: by hand.
 */
export function cohortPlan(report: OutcomesReport, policy: DisclosurePolicy): CohortPlan {
  const { groups } = groupedBy(report, 'sex');
  const full = together(groups.map((group) => group.full));
  const complete = together(groups.map((group) => group.complete));
  const isFullShown = full.length > 0 && !isSmall(full, policy);
  const isShown = {
    full: isFullShown,
    complete:
      isFullShown && !isSmall(complete, policy) && !isSmall(without(full, complete), policy),
  };
  const plans = breakdowns.map(({ key }) => planned(report, key, policy, isShown));
  return { isShown, breakdowns: withAgesAgreed(report, plans, policy) };
}
