import { dayProblems, type RecordProblem } from './record-problem.ts';

/** A row of contributions.csv; amounts in pounds, below 0 for a repayment. */
export interface Contribution {
  /** ISO day. */
  readonly paymentDate: string;
  readonly incomeTax: number;
  readonly employeeNi: number;
  readonly employerNi: number;
}

/** Larger than any payment of one person; sums of pence stay exact far beyond it. */
const LARGEST_POUNDS = 10_000_000;
/** A tenth of a penny is no rounding of pounds and pence, it is another amount. */
const PENCE_TOLERANCE = 1e-4;

/** Whole pence, so that sums over a hundred thousand clients are exact. */
export function penceOf(pounds: number): number {
  return Math.round(pounds * 100);
}

function amountProblems(field: string, pounds: number): RecordProblem[] {
  const isAmount =
    Math.abs(pounds) <= LARGEST_POUNDS &&
    Math.abs(pounds * 100 - penceOf(pounds)) < PENCE_TOLERANCE;
  return isAmount ? [] : [{ field, rule: 'must be an amount in pounds and whole pence' }];
}

/**
 * What is wrong with a payment of income tax and National Insurance.
 *
 * For: the rows of an import, as spellProblems.
 * Rules: a real day, not after the linkage date; each amount a number of pounds with at most two decimals, NaN where the field was blank.
 * @param contribution fields as read
 * @param linkageDate ISO day of the linkage; null where days are not held against it
 * @returns problems in the order of the columns; empty for a valid payment
 * Errors: none. Source: outcome definitions, section 16. Checked: one example for each rule.
 */
export function contributionProblems(
  contribution: Contribution,
  linkageDate: string | null = null,
): RecordProblem[] {
  const { paymentDate, incomeTax, employeeNi, employerNi } = contribution;
  return [
    ...dayProblems('payment_date', paymentDate, linkageDate),
    ...amountProblems('income_tax', incomeTax),
    ...amountProblems('employee_ni', employeeNi),
    ...amountProblems('employer_ni', employerNi),
  ];
}
