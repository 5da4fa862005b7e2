import { countWords, intervalWords, percentWords } from '#app/relations/figure-words.ts';
import { breakdowns, type BreakdownKey } from '#scoring/outcomes/cohort/breakdowns.ts';
import type { PrintedBeside } from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedComparison } from '#scoring/outcomes/release/released-comparisons.ts';
import type { ReleasedFigure } from '#scoring/outcomes/release/released-figure.ts';
import type { FollowUpGroup } from '#scoring/outcomes/report/outcomes-report.ts';
import { getOutcomeMeasure, type OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

export const groupNames: Readonly<Record<FollowUpGroup, string>> = {
  full: 'Everybody included',
  complete: 'Follow-up complete (18 months)',
};

/** Printed with every linked figure. */
export const linkageCautions = [
  'Self-employment can reach the tax authority up to nine months after the tax year, so some of it is missing.',
  'Work for cash in hand is never recorded.',
  'The treatment outcome may have come after the job: neither is shown to bring about the other.',
] as const;

export const smallNumbersNote =
  'Counts of people are rounded to the nearest 5. * stands for figures about too few people, and for others that would give those away.';

export function valueWords(outcome: OutcomeKey, value: number): string {
  const measure = getOutcomeMeasure(outcome);
  if (measure.kind === 'proportion') return percentWords(value);
  if (measure.unit === 'pounds') return `£${countWords(value)}`;
  return measure.unit === 'jobs' ? value.toFixed(1) : `${countWords(value)} days`;
}

/** A printed figure is a whole percentage where ours is a share of 1. */
export function printedWords(outcome: OutcomeKey, printed: PrintedBeside | null): string {
  if (printed === null) return '–';
  const isShare = getOutcomeMeasure(outcome).kind === 'proportion';
  const words = valueWords(outcome, isShare ? printed.published / 100 : printed.published);
  return printed.agrees ? words : `${words} (differs)`;
}

export interface FigureInWords {
  value: string;
  interval: string;
  base: string;
  count: string;
}

export function figureInWords(outcome: OutcomeKey, figure: ReleasedFigure): FigureInWords {
  const { status, value, lower, upper, base, count } = figure;
  if (status !== 'shown' || value === null || base === null) {
    const sign = status === 'hidden' ? '*' : '–';
    return { value: sign, interval: sign, base: sign, count: sign };
  }
  const isShare = getOutcomeMeasure(outcome).kind === 'proportion';
  const between = (low: number, high: number) =>
    isShare
      ? intervalWords(low, high)
      : `${valueWords(outcome, low)} to ${valueWords(outcome, high)}`;
  return {
    value: valueWords(outcome, value),
    interval: lower === null || upper === null ? '–' : between(lower, upper),
    base: countWords(base),
    count: count === null ? '–' : countWords(count),
  };
}

export function breakdownName(key: BreakdownKey): string {
  return breakdowns.find((breakdown) => breakdown.key === key)?.name ?? key;
}

function signed(outcome: OutcomeKey, value: number): string {
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  return getOutcomeMeasure(outcome).kind === 'proportion'
    ? `${sign}${Math.round(100 * size)} points`
    : `${sign}${valueWords(outcome, size)}`;
}

export function comparisonInWords(outcome: OutcomeKey, comparison: ReleasedComparison) {
  const { comparator, difference, lower, upper, test, statistic } = comparison;
  return {
    against: comparator.kind === 'rest' ? 'All other groups together' : comparator.group,
    difference: signed(outcome, difference),
    interval: `${signed(outcome, lower)} to ${signed(outcome, upper)}`,
    statistic: `${test === 'Welch t' ? 't' : 'z'} ${statistic.toFixed(1).replace('-', '−')}`,
    p: pShown(comparison.p),
    adjusted: pShown(comparison.adjustedP),
    holds: comparison.holds ? 'Yes' : 'No',
  };
}

function pShown(p: number): string {
  return p < 0.001 ? 'below 0.001' : p.toFixed(3);
}
