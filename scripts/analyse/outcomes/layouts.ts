import { clientProblems, type ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import type { OfClient } from '#scoring/outcomes/cohort/linked-records.ts';
import { contributionProblems, type Contribution } from '#scoring/outcomes/spells/contribution.ts';
import { spellProblems, type EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';
import type { RowLayout } from './read-rows.ts';

/** clients.csv: one row for each client who was matched. */
export const clientsLayout: RowLayout<ClientRecord> = {
  columns: [
    'client_id',
    'team',
    'enrolment_date',
    'sex',
    'age_at_enrolment',
    'substance_group',
    'treatment_status',
    'months_in_treatment',
    'ips_engagement_months',
    'deprivation_quintile',
  ],
  read: ({ text, textOrNull, number }) => ({
    clientId: text('client_id'),
    team: textOrNull('team'),
    enrolmentDate: text('enrolment_date'),
    sex: textOrNull('sex'),
    ageAtEnrolment: number('age_at_enrolment'),
    substanceGroup: textOrNull('substance_group'),
    treatmentStatus: textOrNull('treatment_status'),
    monthsInTreatment: number('months_in_treatment'),
    ipsEngagementMonths: number('ips_engagement_months'),
    deprivationQuintile: number('deprivation_quintile'),
  }),
  problems: (client) => clientProblems(client),
  days: ({ enrolmentDate }) => [enrolmentDate],
};

const numericColumns = new Set([
  'age_at_enrolment',
  'months_in_treatment',
  'ips_engagement_months',
  'deprivation_quintile',
]);

export function clientColumnKind(name: string): 'numeric' | 'categorical' {
  return numericColumns.has(name) ? 'numeric' : 'categorical';
}

/** Whether a source is known is a rule of the row; a row that breaks one is never used. */
type SpellRow = OfClient<Omit<EmploymentSpell, 'source'> & { readonly source: string }>;

/** employment.csv: one row for each spell with an employer, or of self-employment. */
export const employmentLayout: RowLayout<SpellRow> = {
  columns: ['client_id', 'employer_id', 'start_date', 'end_date', 'source'],
  read: ({ text, textOrNull }) => ({
    clientId: text('client_id'),
    employerId: textOrNull('employer_id'),
    startDate: text('start_date'),
    endDate: textOrNull('end_date'),
    source: text('source'),
  }),
  problems: (spell) => spellProblems(spell),
  days: ({ startDate, endDate }) => [startDate, endDate],
};

/** contributions.csv: one row for each payment; an amount left blank is none and is refused. */
export const contributionsLayout: RowLayout<OfClient<Contribution>> = {
  columns: ['client_id', 'payment_date', 'income_tax', 'employee_ni', 'employer_ni'],
  read: ({ text, number }) => ({
    clientId: text('client_id'),
    paymentDate: text('payment_date'),
    incomeTax: number('income_tax') ?? NaN,
    employeeNi: number('employee_ni') ?? NaN,
    employerNi: number('employer_ni') ?? NaN,
  }),
  problems: (payment) => contributionProblems(payment),
  days: ({ paymentDate }) => [paymentDate],
};
