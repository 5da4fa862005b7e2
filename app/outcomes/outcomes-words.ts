import { countWords, intervalWords, percentWords, pWords } from '#app/relations/figure-words.ts';
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

const protectedBy = (sign: string) => (countsRoundedTo: number) =>
  `Counts of people are rounded to the nearest ${countsRoundedTo}. ${sign} stands for figures about too few people, and for others that would give those away.`;

export const smallNumbersNote = protectedBy('*');
export const smallNumbersInTables = protectedBy('[c]');
export const smallNumbersInJson = protectedBy('The status “hidden”');

/** Said over findings, so that nobody takes them for those of the published report. */
export const roundFindings =
  'Differences that are clear after Holm’s adjustment in this round’s data. They are not the statements of the published report.';
export const demoFindings =
  'Differences that are clear after Holm’s adjustment in the demonstration’s own synthetic data. They are not findings about real clients, nor the statements of the published report.';

/** Of a finding: what holds against all others; whom it holds against one by one comes after. */
export function firstSentence(finding: string): string {
  return finding.split(/(?<=\.) /)[0] ?? finding;
}

export function valueWords(outcome: OutcomeKey, value: number): string {
  const measure = getOutcomeMeasure(outcome);
  if (measure.kind === 'proportion') return percentWords(value);
  if (measure.unit === 'pounds') return `£${countWords(value)}`;
  return measure.unit === 'jobs' ? value.toFixed(1) : `${countWords(value)} days`;
}

/** '132 to 141 days': the unit once. */
function rangeWords(outcome: OutcomeKey, low: number, high: number): string {
  const measure = getOutcomeMeasure(outcome);
  const isDays = measure.kind === 'mean' && measure.unit === 'days';
  return `${isDays ? countWords(low) : valueWords(outcome, low)} to ${valueWords(outcome, high)}`;
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
  /** '300 of 825'; of a mean the clients it is over. */
  counts: string;
}

export function figureInWords(outcome: OutcomeKey, figure: ReleasedFigure): FigureInWords {
  const { status, value, lower, upper, base, count } = figure;
  if (status !== 'shown' || value === null || base === null) {
    const sign = status === 'hidden' ? '*' : '–';
    return { value: sign, interval: sign, base: sign, count: sign, counts: sign };
  }
  const isShare = getOutcomeMeasure(outcome).kind === 'proportion';
  const between = (low: number, high: number) =>
    isShare ? intervalWords(low, high) : rangeWords(outcome, low, high);
  return {
    value: valueWords(outcome, value),
    interval: lower === null || upper === null ? '–' : between(lower, upper),
    base: countWords(base),
    count: count === null ? '–' : countWords(count),
    counts: count === null ? countWords(base) : `${countWords(count)} of ${countWords(base)}`,
  };
}

export function withLargeFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function breakdownName(key: BreakdownKey): string {
  return breakdowns.find((breakdown) => breakdown.key === key)?.name ?? key;
}

/** A difference with its sign; a share's in points. Nothing is no difference, whichever side it is rounded from. */
function signed(outcome: OutcomeKey, value: number, isWithUnit = true): string {
  const measure = getOutcomeMeasure(outcome);
  const size = Math.abs(value);
  const words =
    measure.kind === 'proportion'
      ? `${Math.round(100 * size)}${isWithUnit ? ' points' : ''}`
      : measure.unit === 'days' && !isWithUnit
        ? countWords(size)
        : valueWords(outcome, size);
  return value < 0 && /[1-9]/.test(words) ? `−${words}` : words;
}

export function comparisonInWords(outcome: OutcomeKey, comparison: ReleasedComparison) {
  const { comparator, difference, lower, upper, test, statistic } = comparison;
  return {
    against: comparatorInWords(comparator),
    difference: signed(outcome, difference),
    interval: `${signed(outcome, lower, false)} to ${signed(outcome, upper)}`,
    statistic: `${test === 'Welch t' ? 't' : 'z'} ${statistic.toFixed(1).replace('-', '−')}`,
    p: pWords(comparison.p),
    adjusted: pWords(comparison.adjustedP),
    holds: comparison.holds ? 'Yes' : 'No',
  };
}

function comparatorInWords(comparator: ReleasedComparison['comparator']): string {
  if (comparator.kind === 'rest') return 'All other groups together';
  return comparator.kind === 'reference' ? `${comparator.group} (reference)` : comparator.group;
}
