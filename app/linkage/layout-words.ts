import type { ReturnFile, ReturnLayout, Separator } from './layouts.ts';
import type { LayoutState } from './named-layouts.server.ts';

export const fileWords: Readonly<Record<ReturnFile, string>> = {
  people: 'File of people',
  employment: 'File of employment',
  contributions: 'File of contributions',
};

export const groupWords: Readonly<Record<ReturnLayout['groups'], string>> = {
  coded: 'In the coded field',
  columns: 'In their own columns',
};

export const dateWords: Readonly<Record<ReturnLayout['dates'], string>> = {
  iso: 'Year first, as 2024-12-01',
  'day-first': 'Day first, as 01/12/2024',
};

export const separatorWords: Readonly<Record<Separator, string>> = {
  comma: 'A comma',
  semicolon: 'A semicolon',
  tab: 'A tab',
};

export const layoutStateWords: Readonly<Record<LayoutState, string>> = {
  'built-in': 'Built in',
  kept: 'In use',
  retired: 'Retired',
};

/** What stands in each column of the standard layout. */
export const columnWords: Readonly<Record<string, string>> = {
  client_id: 'Id of the person, the same in every file',
  team: 'Area: the name of a site or a team',
  enrolment_date: 'Day of enrolment',
  sex: 'Sex: female or male',
  coded_field: 'Coded field, as it was sent',
  age_at_enrolment: 'Age in whole years',
  substance_group: 'Substance group, by its name in the 2025 report',
  treatment_status: 'Treatment status: in treatment, successfully completed or unplanned exit',
  months_in_treatment: 'Months in treatment',
  ips_engagement_months: 'Months engaged in IPS',
  deprivation_quintile: 'Deprivation: 1, most deprived, to 5',
  employer_id: 'Id of the employer; empty for self-employment',
  start_date: 'First day of the spell',
  end_date: 'Last day of the spell; empty where it still runs',
  source: 'Source: paye or self-employment',
  payment_date: 'Day of the payment',
  income_tax: 'Income tax in pounds',
  employee_ni: 'National Insurance of the employee in pounds',
  employer_ni: 'National Insurance of the employer in pounds',
};
