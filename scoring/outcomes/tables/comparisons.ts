import { holm } from '#scoring/statistics/multiple-testing.ts';
import { newcombeDifference } from '#scoring/statistics/newcombe-difference.ts';
import { welchT } from '#scoring/statistics/t-tests.ts';
import { twoProportionZ } from '#scoring/statistics/two-proportion-z.ts';
import type { Breakdown, BreakdownKey } from '../cohort/breakdowns.ts';
import type { SummedGroup } from './group-table.ts';
import { joinedSums, summaryOf, type GroupSums } from './group-sums.ts';
import { outcomeFigure, type OutcomeFigure } from './outcome-figure.ts';
import type { OutcomeKey, OutcomeMeasure } from './outcome-measures.ts';

/** What a group is held against; named beside every result. */
export type Comparator =
  | { readonly kind: 'rest' }
  | { readonly kind: 'reference'; readonly group: string }
  | { readonly kind: 'pair'; readonly group: string };

export type ComparisonTest =
  | {
      readonly status: 'computed';
      /** Value of the group minus value of the comparator, with its interval. */
      readonly difference: number;
      readonly lower: number;
      readonly upper: number;
      /** z or t. */
      readonly statistic: number;
      /** Of t; null for z. */
      readonly df: number | null;
      /** Two-sided, of this comparison alone. */
      readonly p: number;
    }
  | { readonly status: 'not-compared'; readonly reason: string };

export interface Comparison {
  readonly outcome: OutcomeKey;
  readonly breakdown: BreakdownKey;
  readonly group: string;
  readonly comparator: Comparator;
  readonly test: 'pooled two-proportion z without continuity correction' | 'Welch t';
  readonly interval: 'Newcombe' | 'Welch t';
  readonly groupFigure: OutcomeFigure;
  readonly comparatorFigure: OutcomeFigure;
  readonly result: ComparisonTest;
  /** p adjusted by Holm's method over the distinct tests of this table and kind of comparator; null without p. */
  readonly adjustedP: number | null;
  /** How many distinct tests the adjustment is over. */
  readonly testsAdjustedOver: number;
}

export interface GroupComparisons {
  readonly rest: readonly Comparison[];
  /** Empty where no reference was chosen. */
  readonly reference: readonly Comparison[];
  readonly pairs: readonly Comparison[];
}

type Unadjusted = Omit<Comparison, 'adjustedP' | 'testsAdjustedOver'>;

function testOf(
  measure: OutcomeMeasure,
  group: GroupSums,
  other: GroupSums,
  level: number,
): ComparisonTest {
  if (group.n === 0 || other.n === 0) {
    return { status: 'not-compared', reason: 'nobody on one side is in the base' };
  }
  if (measure.kind === 'mean') {
    const test = welchT(
      summaryOf(group, measure.wholeUnits),
      summaryOf(other, measure.wholeUnits),
      level,
    );
    if (test.status !== 'computed') return { status: 'not-compared', reason: test.reason };
    const { difference, lower, upper, t, df, p } = test;
    return { status: 'computed', difference, lower, upper, statistic: t, df, p };
  }
  return testOfShares([group.sum, group.n], [other.sum, other.n], level);
}

/**
 * Two shares held against each other, each given as people with the outcome and people of the base.
 *
 * For: groupComparisons, and releases, which test the counts they show. Formula: pooled two-proportion z without continuity
 * correction, Newcombe's interval. Errors: as twoProportionZ. Source: outcome definitions, section 5. Checked: as groupComparisons.
 */
export function testOfShares(
  [x1, n1]: readonly [number, number],
  [x2, n2]: readonly [number, number],
  level: number,
): ComparisonTest {
  const test = twoProportionZ(x1, n1, x2, n2);
  if (test.status !== 'computed') return { status: 'not-compared', reason: test.reason };
  const difference = newcombeDifference(x1, n1, x2, n2, level);
  return { status: 'computed', ...difference, statistic: test.z, df: null, p: test.p };
}

/**
 * Each comparison of one list with Holm's adjusted p; where rows are mirror images of one test, there is nothing to adjust.
 *
 * @param comparisons of one outcome, breakdown and kind of comparator
 * @param isMirrored whether two rows are one test told from both sides
 * @returns the same in the same order
 * For: groupComparisons, and releases. Formula: Holm (1979). Errors: none of its own. Checked: as groupComparisons.
 */
export function adjusted(comparisons: readonly Unadjusted[], isMirrored: boolean): Comparison[] {
  const tested = comparisons.flatMap(({ result }) =>
    result.status === 'computed' ? [result.p] : [],
  );
  // Two groups held against each other are one test told from both sides.
  const distinct = isMirrored ? tested.slice(0, 1) : tested;
  const adjustedPs = isMirrored ? tested : holm(distinct);
  let next = 0;
  return comparisons.map((comparison) => ({
    ...comparison,
    adjustedP: comparison.result.status === 'computed' ? (adjustedPs[next++] ?? null) : null,
    testsAdjustedOver: distinct.length,
  }));
}

/**
 * The comparisons of a table: each group with all others together, with a reference, and pair by pair.
 *
 * For: what may be said about a table. "Against the rest" never contains the group; clients whose group is not
 * known are on neither side, since they may belong to any.
 * Formula: shares by the pooled two-proportion z without continuity correction with Newcombe's interval; means
 * by Welch's t. Beside each p stands Holm's adjusted one, over the tests of one outcome, breakdown and kind of
 * comparator; where there are two groups, the rest is the other one and there is one test.
 * @param measure the outcome
 * @param breakdown one that is compared
 * @param groups with sums, as summedGroups
 * @param options reference group if one was chosen, confidence
 * @returns the three lists, groups in the order of the table; 'not-compared' with the reason where a test has
 * nothing to go on
 * @throws RangeError for sites, which are not compared, or a reference that is no group of the table
 * Source: outcome definitions, section 5. Checked: 400 synthetic clients against R's prop.test, t.test and
 * p.adjust; the rest and the group together are everybody (by example).
 */
export function groupComparisons(
  measure: OutcomeMeasure,
  breakdown: Breakdown,
  groups: readonly SummedGroup[],
  {
    reference,
    level = 0.95,
  }: { readonly reference?: string | undefined; readonly level?: number } = {},
): GroupComparisons {
  if (!breakdown.isCompared) {
    throw new RangeError(`groupComparisons: groups by ${breakdown.key} are not compared`);
  }
  const known = groups.filter(({ isNotKnown, sums }) => !isNotKnown && sums.n > 0);
  const comparison = (
    { group, sums }: SummedGroup,
    comparator: Comparator,
    other: GroupSums,
  ): Unadjusted => ({
    outcome: measure.key,
    breakdown: breakdown.key,
    group,
    comparator,
    test:
      measure.kind === 'mean' ? 'Welch t' : 'pooled two-proportion z without continuity correction',
    interval: measure.kind === 'mean' ? 'Welch t' : 'Newcombe',
    groupFigure: outcomeFigure(measure, sums, level),
    comparatorFigure: outcomeFigure(measure, other, level),
    result: testOf(measure, sums, other, level),
  });
  const rest = known.map((each) => {
    const others = known.filter((other) => other !== each);
    return comparison(each, { kind: 'rest' }, joinedSums(others.map(({ sums }) => sums)));
  });
  const pairs = known.flatMap((each, place) =>
    known
      .slice(place + 1)
      .map((other) => comparison(each, { kind: 'pair', group: other.group }, other.sums)),
  );
  return {
    rest: adjusted(rest, known.length === 2),
    reference: adjusted(withReference(groups, known, reference, comparison), false),
    pairs: adjusted(pairs, false),
  };
}

function withReference(
  groups: readonly SummedGroup[],
  known: readonly SummedGroup[],
  reference: string | undefined,
  comparison: (group: SummedGroup, comparator: Comparator, other: GroupSums) => Unadjusted,
): Unadjusted[] {
  if (reference === undefined) return [];
  const chosen = groups.find(({ group, isNotKnown }) => !isNotKnown && group === reference);
  if (chosen === undefined) {
    throw new RangeError(`groupComparisons: the reference must be a group of the table`);
  }
  return known
    .filter((each) => each !== chosen)
    .map((each) => comparison(each, { kind: 'reference', group: reference }, chosen.sums));
}

/**
 * Whether a comparison holds: its adjusted p lies below the level of significance.
 *
 * @param comparison as groupComparisons
 * @param alpha level of significance, usually 0.05
 * @returns true only for a test that was computed
 * For: sentences. Errors: none. Source: Holm (1979). Checked: by example.
 */
export function isClear({ adjustedP }: Comparison, alpha = 0.05): boolean {
  return adjustedP !== null && adjustedP < alpha;
}
