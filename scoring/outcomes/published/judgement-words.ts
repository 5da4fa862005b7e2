import { getBreakdown } from '../cohort/breakdowns.ts';
import { groupWords, listWords, predicateWords, withSmallFirst } from '../report/finding-words.ts';
import { getOutcomeMeasure, type OutcomeKey } from '../tables/outcome-measures.ts';
import { verdicts } from './judged-comparison.ts';
import type { JudgedComparison, JudgedStatement } from './judged-statements.ts';
import type { ReportStatement } from './statements-2025.ts';

/** What the report says, in our words. */
export function statementWords(statement: ReportStatement): string {
  const { outcome, breakdown } = statement;
  if (statement.claim === 'no-difference') {
    const by = withSmallFirst(getBreakdown(breakdown).name);
    return `No significant differences by ${by}: ${withSmallFirst(getOutcomeMeasure(outcome).name)}`;
  }
  const { comparator, group, claim } = statement;
  const subject = `${groupWords(breakdown, group)} ${predicateWords(outcome, claim === 'higher')}`;
  if (comparator.kind === 'not-named') return `${subject} (than whom is not said)`;
  if (comparator.kind === 'all-other-groups') return `${subject} than all other groups`;
  const others = comparator.groups.map((other) => withSmallFirst(groupWords(breakdown, other)));
  return `${subject} than ${listWords(others)}`;
}

function inUnit(outcome: OutcomeKey, value: number): string {
  const measure = getOutcomeMeasure(outcome);
  const digits = Math.floor(value).toLocaleString('en-GB');
  return measure.kind === 'mean' && measure.unit === 'pounds' ? `£${digits}` : `${digits} days`;
}

/** Ends of a span rounded outwards: no value that is possible lies beyond what is printed. */
const downwards = (value: number, places: number): string =>
  (Math.floor(value * 10 ** places) / 10 ** places).toFixed(places);
const upwards = (value: number, places: number): string =>
  (Math.ceil(value * 10 ** places) / 10 ** places).toFixed(places);

function evidence(outcome: OutcomeKey, comparison: JudgedComparison): string {
  const { verdict, statistic, spreadUpTo, sizeFrom } = comparison;
  if (verdict === 'holds-whatever-the-spread') {
    return `t at least ${downwards(statistic.low, 2)} at the largest spread there can be`;
  }
  if (statistic.high === null) {
    return spreadUpTo === null
      ? 'the printed means allow the opposite'
      : `holds up to a standard deviation of ${inUnit(outcome, spreadUpTo)}`;
  }
  if (verdict === 'does-not-hold') return `z at most ${upwards(statistic.high, 2)}`;
  if (sizeFrom !== null) return `holds if that group has at least ${sizeFrom} clients`;
  return `z ${downwards(statistic.low, 1)} to ${upwards(statistic.high, 1)}`;
}

/** One comparison: against whom, the verdict, and what it rests on. */
export function comparisonWords(statement: ReportStatement, comparison: JudgedComparison): string {
  const { comparator, verdict, holdsAdjusted } = comparison;
  const whom =
    comparator.kind === 'rest'
      ? 'all other groups together'
      : withSmallFirst(groupWords(statement.breakdown, comparator.group));
  if (verdict === 'contradictory') return `Against ${whom}: ${verdicts[verdict]}.`;
  const isHeld = verdict === 'holds' || verdict === 'holds-whatever-the-spread';
  const adjustment = isHeld && !holdsAdjusted ? '; not sure to hold after Holm’s adjustment' : '';
  return `Against ${whom}: ${verdicts[verdict]} (${evidence(statement.outcome, comparison)})${adjustment}.`;
}

/**
 * What may be said about a statement of the report, line by line.
 *
 * For: the page that holds a report to its own figures. Rule: one line for each comparison its wording may mean, with
 * verdict and evidence, spans rounded outwards; a single line where nothing can be judged or no difference is claimed of means.
 * @param judged as judgedStatement
 * @returns sentences
 * Errors: none. Source: outcome definitions, section 5. Checked: by example.
 */
export function judgementWords(judged: JudgedStatement): string[] {
  const { statement, comparisons, againstEach, noDifferenceFromSpread } = judged;
  if (noDifferenceFromSpread !== null) {
    const spread = inUnit(statement.outcome, Math.ceil(noDifferenceFromSpread));
    return [
      `Two by two: ${verdicts[againstEach]} (no two groups differ once the standard deviation is ${spread} or more).`,
    ];
  }
  if (comparisons.length === 0) return [`This statement ${verdicts[againstEach]}.`];
  return comparisons.map((comparison) => comparisonWords(statement, comparison));
}
