import { roundedCount } from '#scoring/disclosure/disclosed-count.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { newcombeDifference } from '#scoring/statistics/newcombe-difference.ts';
import { findingsOf } from '../report/findings.ts';
import type { ReportedTable } from '../report/outcomes-report.ts';
import { comparisonsWithReference } from '../tables/comparisons-with-reference.ts';
import { isClear, type Comparator, type Comparison } from '../tables/comparisons.ts';
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

const toThree = (p: number) => Math.round(p * 1000) / 1000;

function intervalOf(
  measure: OutcomeMeasure,
  { groupFigure: a, comparatorFigure: b }: Comparison,
  exact: { readonly lower: number; readonly upper: number },
  policy: DisclosurePolicy,
): { lower: number; upper: number } {
  if (measure.kind === 'mean') {
    return { lower: printedMean(measure, exact.lower), upper: printedMean(measure, exact.upper) };
  }
  const counts = [a.numerator, a.denominator, b.numerator, b.denominator] as const;
  const [x1, n1, x2, n2] = counts.map((count) => roundedCount(count, policy));
  const { lower, upper } = newcombeDifference(x1 ?? 0, n1 ?? 0, x2 ?? 0, n2 ?? 0, policy.level);
  return { lower, upper };
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
      ...intervalOf(measure, comparison, result, policy),
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
 * For: the outcomes release. Rule: values, differences and sentences from the figures as shown; Newcombe's interval from
 * rounded counts; statistics to one decimal and p values to three, from unrounded figures. A breakdown that hides a group
 * has none: the rest of each group would hold it.
 * @param measure the outcome
 * @param table exact, with comparisons
 * @param policy small-number settings
 * @returns comparisons with the rest, by pairs and with each group as the reference, and findings; none for sites
 * Errors: as releasedFigure. Source: small-number rule, section 6. Checked: by hand.
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
  const findings = findingsOf(
    { ...comparisons, rest: shown(comparisons.rest), pairs: shown(comparisons.pairs) },
    1 - policy.level,
  );
  const releasedAll = (all: readonly Comparison[]) =>
    all.flatMap((one) => released(measure, one, policy));
  return {
    rest: releasedAll(comparisons.rest),
    pairs: releasedAll(comparisons.pairs),
    references: groupsOf(comparisons.pairs).map((reference) => ({
      reference,
      comparisons: releasedAll(comparisonsWithReference(comparisons.pairs, reference)),
    })),
    findings: findings.map(({ sentence }) => sentence),
  };
}
