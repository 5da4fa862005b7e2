import { dayProblems, type RecordProblem } from '../spells/record-problem.ts';

/** The six groups of the 2025 report, in its order. */
export const substanceGroups = [
  'Opiates and crack',
  'Opiates without crack',
  'Crack without opiates',
  'Non-opiate (excluding crack)',
  'Non-opiate (excluding crack) and alcohol',
  'Alcohol only',
] as const;
export const sexes = ['female', 'male'] as const;
export const treatmentStatuses = [
  'in treatment',
  'successfully completed',
  'unplanned exit',
] as const;

/** A row of clients.csv; null or blank in a group field: not known. */
export interface ClientRecord {
  readonly clientId: string;
  readonly team: string | null;
  /** ISO day. */
  readonly enrolmentDate: string;
  readonly sex: string | null;
  /** Whole years. */
  readonly ageAtEnrolment: number | null;
  readonly substanceGroup: string | null;
  readonly treatmentStatus: string | null;
  readonly monthsInTreatment: number | null;
  readonly ipsEngagementMonths: number | null;
  /** 1 most deprived to 5. */
  readonly deprivationQuintile: number | null;
}

const OLDEST = 120;
const LONGEST_MONTHS = 1200;

function choiceProblems(
  field: string,
  value: string | null,
  choices: readonly string[],
): RecordProblem[] {
  const text = value?.trim() ?? '';
  return text === '' || choices.includes(text)
    ? []
    : [{ field, rule: `must be blank or one of ${choices.join('; ')}` }];
}

function numberProblems(
  field: string,
  value: number | null,
  { from, to, isWhole }: { from: number; to: number; isWhole: boolean },
): RecordProblem[] {
  if (value === null) return [];
  const isRight = value >= from && value <= to && (!isWhole || Number.isInteger(value));
  const what = isWhole ? 'a whole number' : 'a number';
  return isRight ? [] : [{ field, rule: `must be blank or ${what} from ${from} to ${to}` }];
}

/**
 * What is wrong with a row of clients.csv.
 *
 * For: the rows of an import, each named with its field and rule.
 * Rules: a client id; a real enrolment day, not after the linkage date; known names; whole years of age 0 to 120,
 * months 0 to 1200, quintiles 1 to 5. Blank group fields are not known, and no problem.
 * @param client fields as read; NaN for a number that is none
 * @param linkageDate ISO day of the linkage; null where days are not held against it
 * @returns problems in the order of the columns; empty for a valid row
 * Errors: none. Source: outcome definitions, section 16; the bounds of numbers are ours.
 * Checked: one example for each rule.
 */
export function clientProblems(
  client: ClientRecord,
  linkageDate: string | null = null,
): RecordProblem[] {
  const whole = (from: number, to: number) => ({ from, to, isWhole: true });
  const months = { from: 0, to: LONGEST_MONTHS, isWhole: false };
  return [
    ...(client.clientId.trim() === '' ? [{ field: 'client_id', rule: 'must not be blank' }] : []),
    ...dayProblems('enrolment_date', client.enrolmentDate, linkageDate),
    ...choiceProblems('sex', client.sex, sexes),
    ...numberProblems('age_at_enrolment', client.ageAtEnrolment, whole(0, OLDEST)),
    ...choiceProblems('substance_group', client.substanceGroup, substanceGroups),
    ...choiceProblems('treatment_status', client.treatmentStatus, treatmentStatuses),
    ...numberProblems('months_in_treatment', client.monthsInTreatment, months),
    ...numberProblems('ips_engagement_months', client.ipsEngagementMonths, months),
    ...numberProblems('deprivation_quintile', client.deprivationQuintile, whole(1, 5)),
  ];
}
