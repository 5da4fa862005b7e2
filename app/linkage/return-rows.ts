import { clientProblems, type ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import { contributionProblems, type Contribution } from '#scoring/outcomes/spells/contribution.ts';
import { spellProblems, type EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';
import type { RecordProblem } from '#scoring/outcomes/spells/record-problem.ts';

import type { DayFormat } from './day-format.ts';
import type { ReturnLayout } from './layouts.ts';

export type Cell = (column: string) => string;

/** How days are written, and after which there can be none; null where no linkage has been made yet. */
export interface ReturnDays {
  format: DayFormat;
  linkageDate: string | null;
}

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: RecordProblem[] };

function reading<Value>(
  value: Value,
  problems: readonly RecordProblem[],
  { format }: ReturnDays,
): Reading<Value> {
  return problems.length === 0
    ? { ok: true, value }
    : { ok: false, problems: problems.map(format.inWords) };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** NaN for what is no plain number: the rules refuse it. */
function number(text: string): number {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : NaN;
}

const numberOrNull = (text: string): number | null => (text === '' ? null : number(text));

/** A row of people; groups in columns of their own are read where the layout has them. */
export function readPerson(
  cell: Cell,
  groups: ReturnLayout['groups'],
  days: ReturnDays,
): Reading<ClientRecord> {
  const isCoded = groups === 'coded';
  const group = (column: string) => (isCoded ? '' : cell(column));
  const client: ClientRecord = {
    clientId: cell('client_id'),
    team: orNull(cell('team')),
    enrolmentDate: days.format.read(cell('enrolment_date')),
    sex: orNull(cell('sex')),
    ageAtEnrolment: numberOrNull(group('age_at_enrolment')),
    substanceGroup: orNull(group('substance_group')),
    treatmentStatus: orNull(group('treatment_status')),
    monthsInTreatment: numberOrNull(group('months_in_treatment')),
    ipsEngagementMonths: numberOrNull(group('ips_engagement_months')),
    deprivationQuintile: numberOrNull(group('deprivation_quintile')),
  };
  return reading(client, clientProblems(client, days.linkageDate), days);
}

export function readSpell(cell: Cell, days: ReturnDays): Reading<EmploymentSpell> {
  const end = cell('end_date');
  const spell = {
    employerId: orNull(cell('employer_id')),
    startDate: days.format.read(cell('start_date')),
    endDate: end === '' ? null : days.format.read(end),
    source: cell('source'),
  };
  const problems = spellProblems(spell, days.linkageDate);
  const source = spell.source === 'paye' ? 'paye' : 'self-employment';
  return reading({ ...spell, source }, problems, days);
}

export function readContribution(cell: Cell, days: ReturnDays): Reading<Contribution> {
  const contribution = {
    paymentDate: days.format.read(cell('payment_date')),
    incomeTax: number(cell('income_tax')),
    employeeNi: number(cell('employee_ni')),
    employerNi: number(cell('employer_ni')),
  };
  return reading(contribution, contributionProblems(contribution, days.linkageDate), days);
}
