import { roundedCount } from '#scoring/disclosure/disclosed-count.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { findingsOf } from '../report/findings.ts';
import type { ReportedTable } from '../report/outcomes-report.ts';
import { comparisonsWithReference } from '../tables/comparisons-with-reference.ts';
import {
  adjusted,
  isClear,
  testOfShares,
  type Comparator,
  type Comparison,
} from '../tables/comparisons.ts';
import type { OutcomeFigure } from '../tables/outcome-figure.ts';
import type { OutcomeMeasure } from '../tables/outcome-measures.ts';
import { printedMean, releasedFigure, type ReleasedFigure } from './released-figure.ts';

/** A comparison of two groups that are both shown. */
export interface ReleasedComparison {
  readonly group: string;
  readonly comparator: Comparator;
  readonly test: Comparison['test'];
  readonly interval: Comparison['interval'];
  readonly figure: ReleasedFigure;
  readonly comparatorFigure: ReleasedFigure;
  /** Of the values as shown: shares −1 to 1, or in the outcome's unit. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** z or t, to one decimal. */
  readonly statistic: number;
  /** To three decimals. */
  readonly p: number;
  readonly adjustedP: number;
  readonly testsAdjustedOver: number;
  readonly holds: boolean;
}

export interface ReleasedComparisons {
  readonly rest: readonly ReleasedComparison[];
  readonly pairs: readonly ReleasedComparison[];
  /** Every group that can be chosen as the reference, with the others held against it. */
  readonly references: readonly {
    readonly reference: string;
    readonly comparisons: readonly ReleasedComparison[];
  }[];
  /** Sentences that a test holds. */
  readonly findings: readonly string[];
}

export const noComparisons: ReleasedComparisons = {
  rest: [],
  pairs: [],
  references: [],
  findings: [],
};

const printedEnd = (measure: OutcomeMeasure, end: number): number =>
  measure.kind === 'mean' ? printedMean(measure, end) : end;

const toThree = (p: number) => Math.round(p * 1000) / 1000;

/**
 * Shares tested as they are shown. A z or p from exact counts, beside rounded ones and a whole percent, often leaves one pair of
 * exact counts only.
 */
function fromRoundedCounts(
  measure: OutcomeMeasure,
  comparisons: readonly Comparison[],
  policy: DisclosurePolicy,
): readonly Comparison[] {
  if (measure.kind === 'mean') return comparisons;
  const rounded = ({ numerator, denominator }: OutcomeFigure) =>
    [roundedCount(numerator, policy), roundedCount(denominator, policy)] as const;
  const tested = comparisons.map((one) =>
    one.result.status === 'computed'
      ? {
          ...one,
          result: testOfShares(
            rounded(one.groupFigure),
            rounded(one.comparatorFigure),
            policy.level,
          ),
        }
      : one,
  );
  // The rest of each of two groups is the other.
  const isMirrored = tested.length === 2 && tested[0]?.comparator.kind === 'rest';
  return adjusted(tested, isMirrored);
}

function released(
  measure: OutcomeMeasure,
  comparison: Comparison,
  policy: DisclosurePolicy,
): ReleasedComparison[] {
  const { group, comparator, test, interval, result, adjustedP, testsAdjustedOver } = comparison;
  const figure = releasedFigure(measure, comparison.groupFigure, policy);
  const comparatorFigure = releasedFigure(measure, comparison.comparatorFigure, policy);
  const isShown =
    figure.status === 'shown' &&
    comparatorFigure.status === 'shown' &&
    result.status === 'computed' &&
    adjustedP !== null;
  if (!isShown) return [];
  return [
    {
      group,
      comparator,
      test,
      interval,
      figure,
      comparatorFigure,
      difference: (figure.value ?? 0) - (comparatorFigure.value ?? 0),
      lower: printedEnd(measure, result.lower),
      upper: printedEnd(measure, result.upper),
      statistic: Math.round(result.statistic * 10) / 10,
      p: toThree(result.p),
      adjustedP: toThree(adjustedP),
      testsAdjustedOver,
      holds: isClear(comparison, 1 - policy.level),
    },
  ];
}

/** The figure of a sentence: as shown, since a sentence with more digits would tell more than its table. */
function asShown(
  measure: OutcomeMeasure,
  exact: OutcomeFigure,
  policy: DisclosurePolicy,
): OutcomeFigure {
  const { value, lower, upper } = releasedFigure(measure, exact, policy);
  return { ...exact, value, lower, upper };
}

/** Groups that a pair names, in the order of the table. */
function groupsOf(pairs: readonly Comparison[]): string[] {
  const names = pairs.flatMap(({ group, comparator }) =>
    comparator.kind === 'rest' ? [group] : [group, comparator.group],
  );
  return [...new Set(names)];
}

/**
 * The comparisons and sentences of a table all of whose groups are shown.
 *
 * For: the outcomes release. Rule: values, differences and sentences from the figures as shown; tests of shares and Newcombe's
 * interval from rounded counts, tests of means from exact figures; statistics to one decimal and p values to three. A breakdown
 * that hides a group has none: the rest of each group would hold it.
 * @param measure the outcome
 * @param table exact, with comparisons
 * @param policy small-number settings
 * @returns comparisons with the rest, by pairs and with each group as the reference, and findings; none for sites
 * Errors: as releasedFigure. Source: small-number rule, section 6. Checked: by hand; each z and p is that of the counts shown beside
 * it (random cohorts, and the demonstration).
 */
export function releasedComparisons(
  measure: OutcomeMeasure,
  { comparisons }: Pick<ReportedTable, 'comparisons'>,
  policy: DisclosurePolicy,
): ReleasedComparisons {
  if (comparisons === null) return noComparisons;
  const shown = (each: readonly Comparison[]) =>
    each.map((one) => ({
      ...one,
      groupFigure: asShown(measure, one.groupFigure, policy),
      comparatorFigure: asShown(measure, one.comparatorFigure, policy),
    }));
  const rest = fromRoundedCounts(measure, comparisons.rest, policy);
  const pairs = fromRoundedCounts(measure, comparisons.pairs, policy);
  const findings = findingsOf(
    { ...comparisons, rest: shown(rest), pairs: shown(pairs) },
    1 - policy.level,
  );
  const releasedAll = (all: readonly Comparison[]) =>
    all.flatMap((one) => released(measure, one, policy));
  return {
    rest: releasedAll(rest),
    pairs: releasedAll(pairs),
    references: groupsOf(pairs).map((reference) => ({
      reference,
      comparisons: releasedAll(comparisonsWithReference(pairs, reference)),
    })),
    findings: findings.map(({ sentence }) => sentence),
  };
}
