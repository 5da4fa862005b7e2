import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import { linkedRecords, type OfClient } from '#scoring/outcomes/cohort/linked-records.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';
import {
  employmentSources,
  type EmploymentSpell,
} from '#scoring/outcomes/spells/employment-spell.ts';

type Row = Readonly<Record<string, string>>;

function readRows(file: string): Row[] {
  const url = new URL(`../../reference/outcomes/${file}`, import.meta.url);
  return parse<Row>(readFileSync(url, 'utf8'), { columns: true });
}

const text = (value: string | undefined) => (value === undefined || value === '' ? null : value);
const number = (value: string | undefined) => (text(value) === null ? null : Number(value));

function clientOf(row: Row): ClientRecord {
  return {
    clientId: row.client_id!,
    team: text(row.team),
    enrolmentDate: row.enrolment_date!,
    sex: text(row.sex),
    ageAtEnrolment: number(row.age_at_enrolment),
    substanceGroup: text(row.substance_group),
    treatmentStatus: text(row.treatment_status),
    monthsInTreatment: number(row.months_in_treatment),
    ipsEngagementMonths: number(row.ips_engagement_months),
    deprivationQuintile: number(row.deprivation_quintile),
  };
}

function spellOf(row: Row): OfClient<EmploymentSpell> {
  return {
    clientId: row.client_id!,
    employerId: text(row.employer_id),
    startDate: row.start_date!,
    endDate: text(row.end_date),
    source: employmentSources.find((source) => source === row.source)!,
  };
}

function paymentOf(row: Row): OfClient<Contribution> {
  return {
    clientId: row.client_id!,
    paymentDate: row.payment_date!,
    incomeTax: Number(row.income_tax),
    employeeNi: Number(row.employee_ni),
    employerNi: Number(row.employer_ni),
  };
}

/** The synthetic cohort of make-outcomes.R: some 400 people and every awkward case. */
export function referenceRecords() {
  return linkedRecords(
    readRows('clients.csv').map(clientOf),
    readRows('employment.csv').map(spellOf),
    readRows('contributions.csv').map(paymentOf),
  );
}
