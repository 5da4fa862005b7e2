import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { BreakdownKey } from '../cohort/breakdowns.ts';
import {
  publishedBeside,
  type FigurePlace,
  type PublishedBeside,
} from '../published/published-beside.ts';
import type { PublishedReport } from '../published/report-2025.ts';
import {
  followUpGroups,
  getReportedTable,
  type FollowUpGroup,
  type OutcomesReport,
} from '../report/outcomes-report.ts';
import { trialFigures, type TrialFigure } from '../report/trial-comparison.ts';
import { outcomeMeasures, type OutcomeKey } from '../tables/outcome-measures.ts';
import type { HidingReason } from './breakdown-plan.ts';
import { cohortPlan, isAboutStarts, outcomesBySite, type CohortPlan } from './cohort-plan.ts';
import {
  noComparisons,
  releasedComparisons,
  type ReleasedComparisons,
} from './released-comparisons.ts';
import {
  hiddenReleased,
  releasedFigure,
  releasedShare,
  type ReleasedFigure,
} from './released-figure.ts';
import { periodChoices } from './period-ends.ts';
import {
  releasedFirstJobsByGroup,
  type ReleasedFirstJobsByGroup,
} from './released-first-jobs-by-group.ts';
import { releasedFirstJobs, type ReleasedFirstJobs } from './released-first-jobs.ts';

/** A printed figure beside ours: whether it agrees was looked at before anything was rounded. */
export interface PrintedBeside {
  readonly published: number;
  readonly agrees: boolean;
}

export interface ReleasedRow {
  readonly group: string;
  readonly figure: ReleasedFigure;
  /** Null where the report does not print it, or ours is hidden. */
  readonly printed: PrintedBeside | null;
}

export interface ReleasedTable extends ReleasedComparisons {
  readonly outcome: OutcomeKey;
  readonly breakdown: BreakdownKey;
  /** 'hidden': no group of the breakdown is shown in this follow-up group. */
  readonly status: 'shown' | 'hidden';
  readonly rows: readonly ReleasedRow[];
  /** Sites with too few clients to be published are counted and not named. */
  readonly sitesNotShown: number;
}

export interface ReleasedOutcome {
  readonly outcome: OutcomeKey;
  readonly total: ReleasedFigure;
  readonly printed: PrintedBeside | null;
  readonly tables: readonly ReleasedTable[];
}

export interface ReleasedGroup {
  readonly status: 'shown' | 'hidden';
  /** Who is in the cohort: each group's share of all clients. */
  readonly description: readonly {
    readonly breakdown: BreakdownKey;
    readonly rows: readonly ReleasedRow[];
  }[];
  readonly outcomes: readonly ReleasedOutcome[];
  readonly firstJobs: ReleasedFirstJobs;
  readonly printedMonths: readonly (PrintedBeside | null)[];
  readonly firstJobsByGroup: readonly ReleasedFirstJobsByGroup[];
  readonly trial: readonly (TrialFigure & { readonly figure: ReleasedFigure })[];
}

/** Everything of a round that anybody may see: pages, charts, texts and files are made from this and nothing else. */
export interface OutcomesRelease {
  /** Counts of people are multiples of it. */
  readonly countsRoundedTo: number;
  readonly matchRate: ReleasedFigure | null;
  /** Whole days; null where nobody is in the group or it is hidden. */
  readonly meanFollowUpDays: Readonly<Record<'full' | 'complete' | 'incomplete', number | null>>;
  /** Share of everybody whose follow-up is complete. */
  readonly complete: ReleasedFigure;
  readonly groups: Readonly<Record<FollowUpGroup, ReleasedGroup>>;
  /** How many printed figures ours agree with, of those that both show. */
  readonly printed: { readonly figures: number; readonly agree: number } | null;
  /** Head figures beside their printed ones. */
  readonly printedHead: readonly (PrintedBeside & { readonly name: string })[];
}

/** For analysts, before a release: what is hidden, and why. */
export interface HiddenGroup {
  readonly followUpGroup: FollowUpGroup;
  readonly breakdown: BreakdownKey | null;
  /** Null for all groups. */
  readonly group: string | null;
  readonly reason: HidingReason | 'nested' | 'starts' | 'small-total' | FirstJobsReason;
}

/**
 * Of first jobs alone: no month is shown; no period by group; periods are longer than quarters; or starts are shown without their
 * share of all, which is a whole percent.
 */
export type FirstJobsReason = 'months' | 'periods' | 'longer-periods' | 'no-whole-percents';

type Beside = (place: FigurePlace, figure: ReleasedFigure) => PrintedBeside | null;

function besideOf(all: readonly PublishedBeside[]): Beside {
  const known = new Map(all.map((one) => [JSON.stringify(one.place), one]));
  return (place, { status }) => {
    const found = known.get(JSON.stringify(place));
    return found === undefined || status !== 'shown'
      ? null
      : { published: found.published, agrees: found.agrees };
  };
}

interface Context {
  readonly report: OutcomesReport;
  readonly plan: CohortPlan;
  readonly policy: DisclosurePolicy;
  readonly beside: Beside;
}

function releasedTable(
  { report, plan, policy, beside }: Context,
  followUpGroup: FollowUpGroup,
  measure: (typeof outcomeMeasures)[number],
  { breakdown, hidden, isShown, areStartsShown }: CohortPlan['breakdowns'][number],
): ReleasedTable {
  const exact = getReportedTable(report.groups[followUpGroup], measure.key, breakdown);
  const isOfGroupShown = (isAboutStarts(measure) ? areStartsShown : isShown)[followUpGroup];
  const isTableShown = plan.isShown[followUpGroup] && isOfGroupShown;
  const named = exact.table.rows.filter(({ group }) => breakdown !== 'site' || !hidden.has(group));
  const rows = named.map(({ group, figure: own }): ReleasedRow => {
    const isGroupShown = isTableShown && !hidden.has(group);
    const figure = isGroupShown ? releasedFigure(measure, own, policy) : hiddenReleased;
    const place: FigurePlace = {
      kind: 'outcome',
      outcome: measure.key,
      followUpGroup,
      of: { breakdown, group },
    };
    return { group, figure, printed: beside(place, figure) };
  });
  return {
    outcome: measure.key,
    breakdown,
    status: isTableShown ? 'shown' : 'hidden',
    rows: isTableShown ? rows : [],
    sitesNotShown: breakdown === 'site' ? hidden.size : 0,
    ...(isTableShown && hidden.size === 0
      ? releasedComparisons(measure, exact, policy)
      : noComparisons),
  };
}

function releasedGroup(context: Context, followUpGroup: FollowUpGroup): ReleasedGroup {
  const { report, plan, policy, beside } = context;
  const isShown = plan.isShown[followUpGroup];
  const exact = report.groups[followUpGroup];
  const outcomes = outcomeMeasures.map((measure): ReleasedOutcome => {
    const { total } = getReportedTable(exact, measure.key, 'sex').table;
    const figure = isShown ? releasedFigure(measure, total, policy) : hiddenReleased;
    const place: FigurePlace = { kind: 'outcome', outcome: measure.key, followUpGroup, of: null };
    return {
      outcome: measure.key,
      total: figure,
      printed: beside(place, figure),
      tables: plan.breakdowns
        .filter(({ breakdown }) => breakdown !== 'site' || outcomesBySite.includes(measure.key))
        .map((planned) => releasedTable(context, followUpGroup, measure, planned)),
    };
  });
  const firstJobs = releasedFirstJobs(report, followUpGroup, isShown, policy);
  return {
    status: isShown ? 'shown' : 'hidden',
    description: plan.breakdowns
      .filter(({ breakdown }) => breakdown !== 'site')
      .map((planned) => ({
        breakdown: planned.breakdown,
        rows: describedRows(context, followUpGroup, planned),
      })),
    outcomes,
    firstJobs,
    printedMonths: exact.firstJobs.months.map(({ month }) =>
      followUpGroup === 'full' && firstJobs.status === 'shown'
        ? beside({ kind: 'first-job-month', month }, { ...hiddenReleased, status: 'shown' })
        : null,
    ),
    firstJobsByGroup: releasedFirstJobsByGroup(report, followUpGroup, plan, policy),
    trial: trialFigures.flatMap((published) => {
      const outcome = outcomes.find((one) => one.outcome === published.outcome);
      const table = outcome?.tables.find((one) => one.breakdown === published.group?.breakdown);
      const row = table?.rows.find(({ group }) => group === published.group?.name);
      const figure = published.group === null ? outcome?.total : row?.figure;
      return figure === undefined ? [] : [{ ...published, figure }];
    }),
  };
}

function describedRows(
  { report, plan, policy, beside }: Context,
  followUpGroup: FollowUpGroup,
  { breakdown, hidden, isShown }: CohortPlan['breakdowns'][number],
): ReleasedRow[] {
  if (!plan.isShown[followUpGroup] || !isShown[followUpGroup]) return [];
  const exact = report.groups[followUpGroup].description.find((one) => one.breakdown === breakdown);
  return (exact?.rows ?? []).map(({ group, share }) => {
    const figure = hidden.has(group)
      ? hiddenReleased
      : releasedShare(share.numerator, share.denominator, policy);
    const place: FigurePlace = { kind: 'share', breakdown, group };
    return { group, figure, printed: followUpGroup === 'full' ? beside(place, figure) : null };
  });
}

/** Figures of the head that are shown, beside their printed ones. */
function printedHead(
  all: readonly PublishedBeside[],
  { isShown }: CohortPlan,
  { firstJobs }: ReleasedGroup,
): OutcomesRelease['printedHead'] {
  const isNameShown = (name: string): boolean => {
    if (name.startsWith('Started by')) return firstJobs.status === 'shown';
    return isShown[/complete/i.test(name) ? 'complete' : 'full'];
  };
  return all.flatMap(({ place, published, agrees }) =>
    place.kind === 'cohort' && isNameShown(place.name)
      ? [{ name: place.name, published, agrees }]
      : [],
  );
}

function agreement(groups: OutcomesRelease['groups'], head: OutcomesRelease['printedHead']) {
  const all = followUpGroups.flatMap((key) => {
    const { outcomes, description, printedMonths } = groups[key];
    return [
      ...outcomes.flatMap(({ printed, tables }) => [
        printed,
        ...tables.flatMap(({ rows }) => rows.map((row) => row.printed)),
      ]),
      ...description.flatMap(({ rows }) => rows.map((row) => row.printed)),
      ...printedMonths,
    ];
  });
  const both = [...all.filter((one) => one !== null), ...head];
  return { figures: both.length, agree: both.filter(({ agrees }) => agrees).length };
}

/**
 * What everybody may see of a linkage round.
 *
 * For: the outcomes pages and their files, which are made from nothing else. Rule: cohortPlan decides once which groups are
 * shown in every table; shares have rounded counts, an interval from those and a whole percent from 100 people on; means
 * are printed over at least 8; comparisons and findings stand where a whole breakdown is shown; first jobs by month all
 * or none. Printed figures of the same round are held against exact ones, and left out where ours is hidden.
 * @param report exact
 * @param policy small-number settings
 * @param published the round as it was published, or null
 * @returns plain values
 * @throws RangeError for settings that make no sense
 * Source: small-number rule, section 6 of the outcome definitions. Checked: by hand; an attacker over random small cohorts
 * (breakdownPlan); no exact count of any figure in the release (property test).
 */
export function outcomesRelease(
  report: OutcomesReport,
  policy: DisclosurePolicy,
  published: PublishedReport | null = null,
): OutcomesRelease {
  const plan = cohortPlan(report, policy);
  const all = published === null ? [] : publishedBeside(published, report);
  const context: Context = { report, plan, policy, beside: besideOf(all) };
  const groups = {
    full: releasedGroup(context, 'full'),
    complete: releasedGroup(context, 'complete'),
  };
  const { matchRate, followUp } = report;
  const days = (key: 'full' | 'complete' | 'incomplete') => {
    const { meanDays } = followUp[key];
    const isShown = plan.isShown[key === 'full' ? 'full' : 'complete'];
    return isShown && meanDays !== null ? Math.round(meanDays) : null;
  };
  const head = printedHead(all, plan, groups.full);
  return {
    countsRoundedTo: policy.base,
    matchRate:
      matchRate === null ? null : releasedShare(matchRate.numerator, matchRate.denominator, policy),
    meanFollowUpDays: {
      full: days('full'),
      complete: days('complete'),
      incomplete: days('incomplete'),
    },
    complete: plan.isShown.complete
      ? releasedShare(report.groups.complete.clients, report.groups.full.clients, policy)
      : hiddenReleased,
    groups,
    printed: published === null ? null : agreement(groups, head),
    printedHead: head,
  };
}

type Hidden = Pick<HiddenGroup, 'group' | 'reason'>;

/** What of first jobs by month is hidden. */
function hiddenMonths(firstJobs: ReleasedFirstJobs): Hidden[] {
  if (firstJobs.status === 'hidden') return [{ group: null, reason: 'months' }];
  const hasShares = firstJobs.months.some(({ startedOfAll }) => startedOfAll !== null);
  return hasShares ? [] : [{ group: null, reason: 'no-whole-percents' }];
}

/** What of first jobs by the groups of a breakdown is hidden that is shown in its tables about starting a job. */
function hiddenPeriods({ status, groups }: ReleasedFirstJobsByGroup): Hidden[] {
  if (status === 'hidden') return [{ group: null, reason: 'periods' }];
  const shown = groups.filter((group) => group.status === 'shown');
  const finest = periodChoices[0]?.length ?? 0;
  const areLonger = shown.some(({ periods }) => periods.length < finest);
  return [
    ...(areLonger ? [{ group: null, reason: 'longer-periods' as const }] : []),
    ...shown
      .filter(({ periods }) => periods.every(({ startedOfAll }) => startedOfAll === null))
      .map(({ group }) => ({ group, reason: 'no-whole-percents' as const })),
  ];
}

/**
 * What a release hides, and why.
 *
 * For: analysts, before a release; never beside it, since which group is small for itself would help to find its numbers.
 * @param report exact
 * @param policy small-number settings
 * @returns groups hidden, the follow-up groups and breakdowns that are hidden whole, and what of first jobs is hidden besides
 * Rule: those of cohortPlan, releasedFirstJobs and releasedFirstJobsByGroup. Errors: as cohortPlan. Source: section 6. Checked: by hand.
 */
export function hiddenInRelease(report: OutcomesReport, policy: DisclosurePolicy): HiddenGroup[] {
  const plan = cohortPlan(report, policy);
  return followUpGroups.flatMap((followUpGroup): HiddenGroup[] => {
    if (!plan.isShown[followUpGroup]) {
      return [{ followUpGroup, breakdown: null, group: null, reason: 'small-total' }];
    }
    const byMonth = releasedFirstJobs(report, followUpGroup, true, policy);
    const byGroup = releasedFirstJobsByGroup(report, followUpGroup, plan, policy);
    return [
      ...hiddenMonths(byMonth).map((one) => ({ followUpGroup, breakdown: null, ...one })),
      ...plan.breakdowns.flatMap(
        ({ breakdown, hidden, isShown, areStartsShown }): HiddenGroup[] => {
          const whole = { followUpGroup, breakdown, group: null };
          if (!isShown[followUpGroup]) return [{ ...whole, reason: 'nested' }];
          const periods = byGroup.filter((one) => one.breakdown === breakdown);
          return [
            ...[...hidden].map(([group, reason]) => ({ followUpGroup, breakdown, group, reason })),
            ...(areStartsShown[followUpGroup]
              ? periods.flatMap(hiddenPeriods).map((one) => ({ ...whole, ...one }))
              : [{ ...whole, reason: 'starts' as const }]),
          ];
        },
      ),
    ];
  });
}
