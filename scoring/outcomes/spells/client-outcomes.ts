import { dayNumber } from '#scoring/calendar/day-number.ts';
import { addDays } from '#scoring/calendar/iso-day.ts';
import { followUpMonth, type FollowUp } from '../follow-up.ts';
import { contributionProblems, penceOf, type Contribution } from './contribution.ts';
import { spellProblems, type EmploymentSpell } from './employment-spell.ts';
import { cutRuns, daysCovered, employmentRuns, runDays } from './employment-runs.ts';
import { requireNoProblems } from './record-problem.ts';

/** 13 weeks: a job held at least this many days is sustained. */
export const sustainedDays = 91;

/** What follow-up found for one client. No calendar date is among it, so it can be kept. */
export interface ClientOutcomes {
  /** The follow-up month, 1 to 18, that the last day of follow-up lies in; 0 without follow-up. */
  readonly followUpMonths: number;
  readonly isFollowUpComplete: boolean;
  /** At least one day of a job in follow-up, also of one already running at enrolment. */
  readonly worked: boolean;
  /** A job whose first day lies in follow-up. */
  readonly startedJob: boolean;
  /** Days from enrolment to the first day of the first job started, and its follow-up month from 1; null without. */
  readonly daysToFirstJob: number | null;
  readonly firstJobMonth: number | null;
  /** Days with at least one job; jobs held at the same time count once. */
  readonly daysEmployed: number;
  readonly longestJobDays: number;
  /** 13 weeks or more of follow-up in a single job. */
  readonly sustained13Weeks: boolean;
  readonly jobs: number;
  /** Paid in follow-up; null where no payments were linked. */
  readonly incomeTaxPence: number | null;
  /** Employee and employer together. */
  readonly nationalInsurancePence: number | null;
}

/** With the days of follow-up, which are never kept: where it is incomplete, the linkage date less them is the day of enrolment. */
export interface FollowedOutcomes extends ClientOutcomes {
  readonly followUpDays: number;
}

function paidInFollowUp({ start, end }: FollowUp, contributions: readonly Contribution[]) {
  let incomeTaxPence = 0;
  let nationalInsurancePence = 0;
  for (const payment of contributions) {
    requireNoProblems('clientOutcomes', contributionProblems(payment));
    if (payment.paymentDate < start || payment.paymentDate >= end) continue;
    incomeTaxPence += penceOf(payment.incomeTax);
    nationalInsurancePence += penceOf(payment.employeeNi) + penceOf(payment.employerNi);
  }
  return { incomeTaxPence, nationalInsurancePence };
}

/**
 * The outcomes of one client of the linked cohort.
 *
 * For: everything the data linkage reports; all but the days of follow-up is stored at import in place of the dates.
 * Formula: jobs are runs of spells (employmentRuns) cut to follow-up. Worked: any run in follow-up. Started:
 * the earliest run whose own first day lies in follow-up, as days and follow-up month from enrolment. Days
 * employed: days covered by a run. Longest job: the most days of one run; 13 weeks: at least 91 of them.
 * Contributions: payments dated in follow-up, National Insurance of employee and employer together.
 * @param followUp of the client
 * @param spells the client's employment in any order; none for a client without
 * @param contributions the client's payments; null where no payments were linked at all
 * @returns whole days, months, jobs and pence
 * @throws RangeError naming field and rule for a spell or payment that is not valid
 * Source: outcome definitions, section 3.
 * Checked: every rule by example; 400 synthetic clients against R (outcomes.expected.json), exactly.
 */
export function clientOutcomes(
  followUp: FollowUp,
  spells: readonly EmploymentSpell[],
  contributions: readonly Contribution[] | null,
): FollowedOutcomes {
  for (const spell of spells) requireNoProblems('clientOutcomes', spellProblems(spell));
  const start = dayNumber(followUp.start);
  const end = start + followUp.days;
  const runs = employmentRuns(spells);
  const held = cutRuns(runs, start, end);
  const starts = runs.map(({ firstDay }) => firstDay).filter((day) => day >= start && day < end);
  const daysToFirstJob = starts.length === 0 ? null : Math.min(...starts) - start;
  const longestJobDays = Math.max(0, ...held.map(runDays));
  const firstJob = daysToFirstJob === null ? null : addDays(followUp.start, daysToFirstJob);
  return {
    followUpDays: followUp.days,
    followUpMonths: followUp.months,
    isFollowUpComplete: followUp.isComplete,
    worked: held.length > 0,
    startedJob: daysToFirstJob !== null,
    daysToFirstJob,
    firstJobMonth: firstJob === null ? null : followUpMonth(followUp.start, firstJob),
    daysEmployed: daysCovered(held),
    longestJobDays,
    sustained13Weeks: longestJobDays >= sustainedDays,
    jobs: held.length,
    ...(contributions === null
      ? { incomeTaxPence: null, nationalInsurancePence: null }
      : paidInFollowUp(followUp, contributions)),
  };
}
