import type { BreakdownKey } from '../cohort/breakdowns.ts';
import type { OutcomeKey } from '../tables/outcome-measures.ts';

/** Whom a statement holds its group against, as it is worded. */
export type StatedComparator =
  /** "All other groups": all together, or each of them? The report does not say. */
  | { readonly kind: 'all-other-groups' }
  /** No comparator is named at all. */
  | { readonly kind: 'not-named' }
  | { readonly kind: 'groups'; readonly groups: readonly string[] };

interface Stated {
  readonly outcome: OutcomeKey;
  readonly breakdown: BreakdownKey;
  /** Section of the report, with its figure where it has one. */
  readonly where: string;
}

/** That a group is significantly higher or lower than others. */
export interface DifferenceStatement extends Stated {
  readonly claim: 'higher' | 'lower';
  readonly group: string;
  readonly comparator: StatedComparator;
}

/** That no groups of a breakdown differ significantly. */
export interface NoDifferenceStatement extends Stated {
  readonly claim: 'no-difference';
}

export type ReportStatement = DifferenceStatement | NoDifferenceStatement;

const allOthers: StatedComparator = { kind: 'all-other-groups' };
const notNamed: StatedComparator = { kind: 'not-named' };
const against = (...groups: string[]): StatedComparator => ({ kind: 'groups', groups });

const alcohol = 'Alcohol only';
const opiatesAndCrack = 'Opiates and crack';
const crack = 'Crack without opiates';
const nonOpiate = 'Non-opiate (excluding crack)';
const young = '24 years and under';
const older = '25 years and over';
const completed = 'Successfully completed treatment';
const inTreatment = 'In treatment';
const unplanned = 'Unplanned exit';
const long = 'More than 2 months';
const short = 'Less than 2 months';

const differs = (
  outcome: OutcomeKey,
  where: string,
  breakdown: BreakdownKey,
  group: string,
  claim: 'higher' | 'lower',
  comparator: StatedComparator,
): DifferenceStatement => ({ outcome, where, breakdown, group, claim, comparator });

const same = (
  outcome: OutcomeKey,
  where: string,
  ...breakdowns: BreakdownKey[]
): NoDifferenceStatement[] =>
  breakdowns.map((breakdown) => ({ outcome, where, breakdown, claim: 'no-difference' }));

const employment = (figure: number) => `Successful employment, figure ${figure}`;
const firstJob = 'Number of days from IPS enrolment to first job';
const days = 'Number of days of employment';
const longest = 'Length of longest held job';
const sustained = 'Working in a single job for at least 13 weeks';
const contributions = 'Income tax and National Insurance contributions';

/** Every statement of statistical significance in the 2025 report, in its order and in our words. */
export const statements2025: readonly ReportStatement[] = [
  differs('worked', employment(1), 'substance', alcohol, 'higher', allOthers),
  differs('worked', employment(1), 'substance', opiatesAndCrack, 'lower', allOthers),
  differs('worked', employment(2), 'sex', 'Women', 'higher', against('Men')),
  differs('worked', employment(3), 'age', young, 'higher', against(older)),
  differs('worked', employment(4), 'treatment-status', completed, 'higher', allOthers),
  differs('worked', employment(5), 'time-in-treatment', 'More than 12 months', 'lower', allOthers),
  differs('worked', employment(6), 'engagement', long, 'higher', against(short)),

  ...same('days-to-first-job', `${firstJob}, figure 8`, 'substance'),
  ...same('days-to-first-job', firstJob, 'age', 'time-in-treatment', 'engagement'),

  differs(
    'days-employed',
    `${days}, figure 10`,
    'substance',
    alcohol,
    'higher',
    against(crack, nonOpiate, opiatesAndCrack),
  ),
  differs('days-employed', days, 'sex', 'Women', 'higher', against('Men')),
  differs('days-employed', days, 'age', older, 'higher', against(young)),
  differs(
    'days-employed',
    days,
    'treatment-status',
    unplanned,
    'lower',
    against(inTreatment, completed),
  ),
  differs('days-employed', days, 'engagement', short, 'lower', against(long)),
  ...same('days-employed', days, 'time-in-treatment'),

  differs(
    'longest-job',
    `${longest}, figure 11`,
    'substance',
    alcohol,
    'higher',
    against(crack, nonOpiate, opiatesAndCrack),
  ),
  differs('longest-job', longest, 'sex', 'Women', 'higher', against('Men')),
  differs('longest-job', longest, 'age', older, 'higher', against(young)),
  differs(
    'longest-job',
    longest,
    'treatment-status',
    unplanned,
    'lower',
    against(inTreatment, completed),
  ),
  differs('longest-job', longest, 'engagement', short, 'lower', against(long)),
  ...same('longest-job', longest, 'time-in-treatment'),

  differs('sustained-13-weeks', `${sustained}, figure 12`, 'substance', crack, 'lower', allOthers),
  differs('sustained-13-weeks', sustained, 'sex', 'Women', 'higher', against('Men')),
  differs(
    'sustained-13-weeks',
    sustained,
    'treatment-status',
    completed,
    'higher',
    against(inTreatment, unplanned),
  ),
  differs('sustained-13-weeks', sustained, 'engagement', short, 'lower', against(long)),
  ...same('sustained-13-weeks', sustained, 'age', 'time-in-treatment'),

  differs('income-tax', `${contributions}, figure 13`, 'substance', crack, 'lower', notNamed),
  differs(
    'national-insurance',
    `${contributions}, figure 13`,
    'substance',
    nonOpiate,
    'lower',
    notNamed,
  ),
  differs('income-tax', contributions, 'sex', 'Women', 'lower', against('Men')),
  differs('national-insurance', contributions, 'sex', 'Women', 'lower', against('Men')),
  differs('income-tax', contributions, 'age', young, 'lower', against(older)),
  differs('national-insurance', contributions, 'age', young, 'lower', against(older)),
  differs(
    'income-tax',
    contributions,
    'treatment-status',
    completed,
    'higher',
    against(inTreatment, unplanned),
  ),
  differs(
    'national-insurance',
    contributions,
    'treatment-status',
    completed,
    'higher',
    against(inTreatment, unplanned),
  ),
  ...same('income-tax', contributions, 'time-in-treatment', 'engagement'),
  ...same('national-insurance', contributions, 'time-in-treatment', 'engagement'),

  // The summing-up goes further than the results, which name three groups.
  differs('longest-job', 'Findings from the analysis', 'substance', alcohol, 'higher', allOthers),
];
