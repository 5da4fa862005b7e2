import { formatDay } from '#scoring/calendar/iso-day.ts';
import { notKnown } from '#scoring/outcomes/baseline-factors.ts';

import type { AnswerWords } from './conflict.ts';
import { boxValues } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';

/** The six groups of the 2025 report, as its tables name them. */
export const substanceGroups = [
  'Opiates and crack',
  'Opiates without crack',
  'Crack without opiates',
  'Non-opiate (excluding crack)',
  'Non-opiate (excluding crack) and alcohol',
  'Alcohol only',
] as const;

export const treatmentStatuses = [
  { value: 'in treatment', label: 'In treatment' },
  { value: 'successfully completed', label: 'Successfully completed' },
  { value: 'unplanned exit', label: 'Unplanned exit' },
] as const;

export const sexes = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
] as const;

export const quintiles = [
  { value: '1', label: '1, most deprived' },
  { value: '2', label: '2' },
  { value: '3', label: '3' },
  { value: '4', label: '4' },
  { value: '5', label: '5, least deprived' },
] as const;

export const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

export const notKnownItem = { value: notKnown, label: 'Not known' };

export const emptyClient: FormValues = {
  reference: '',
  ...boxValues('enrolmentDate', null),
  ...boxValues('engagementDate', null),
  inWorkAtEnrolment: notKnown,
  sex: notKnown,
  ageAtEnrolment: '',
  substanceGroup: notKnown,
  treatmentStatus: notKnown,
  monthsInTreatment: '',
  monthsEngaged: '',
  deprivationQuintile: notKnown,
  linkageConsent: notKnown,
  ...boxValues('closedOn', null),
};

const shown = (value: number | null) => (value === null ? '' : String(value));

/** What the form that changes a client starts with. */
export function clientFormValues(client: ClientRecord): FormValues {
  const { reference, inWorkAtEnrolment, sex, substanceGroup, treatmentStatus } = client;
  return {
    ...{ reference, inWorkAtEnrolment, sex, substanceGroup, treatmentStatus },
    ...boxValues('enrolmentDate', client.enrolmentDate),
    ...boxValues('engagementDate', client.engagementDate),
    ageAtEnrolment: shown(client.ageAtEnrolment),
    monthsInTreatment: shown(client.monthsInTreatment),
    monthsEngaged: shown(client.monthsEngaged),
    deprivationQuintile: shown(client.deprivationQuintile) || notKnown,
    linkageConsent: client.linkageConsent,
    ...boxValues('closedOn', client.closedOn),
  };
}

export interface ClientRecord {
  reference: string;
  enrolmentDate: string;
  engagementDate: string | null;
  substanceGroup: string;
  sex: string;
  ageAtEnrolment: number | null;
  treatmentStatus: string;
  monthsInTreatment: number | null;
  monthsEngaged: number | null;
  deprivationQuintile: number | null;
  inWorkAtEnrolment: string;
  linkageConsent: string;
  closedOn: string | null;
}

interface Item {
  value: string;
  label: string;
}

const wordsOf = (list: readonly Item[], value: string) =>
  value === notKnown ? 'Not known' : (list.find((item) => item.value === value)?.label ?? value);

/** A client's record in words, for its page and to set two versions side by side. */
export function clientWords(client: ClientRecord): AnswerWords {
  const number = (value: number | null) => (value === null ? 'Not known' : String(value));
  const day = (value: string | null) => (value === null ? 'Not yet' : formatDay(value));
  return [
    { label: 'Reference', text: client.reference },
    { label: 'Enrolment', text: formatDay(client.enrolmentDate) },
    { label: 'Engagement', text: day(client.engagementDate) },
    { label: 'In work at enrolment', text: wordsOf(yesNo, client.inWorkAtEnrolment) },
    { label: 'Sex', text: wordsOf(sexes, client.sex) },
    { label: 'Age at enrolment', text: number(client.ageAtEnrolment) },
    { label: 'Substance group', text: wordsOf([], client.substanceGroup) },
    { label: 'Treatment status', text: wordsOf(treatmentStatuses, client.treatmentStatus) },
    { label: 'Months in treatment', text: number(client.monthsInTreatment) },
    { label: 'Months engaged with IPS', text: number(client.monthsEngaged) },
    {
      label: 'Deprivation quintile',
      text: wordsOf(quintiles, shown(client.deprivationQuintile) || notKnown),
    },
    { label: 'Agreed to linkage', text: wordsOf(yesNo, client.linkageConsent) },
    { label: 'Closed', text: day(client.closedOn) },
  ];
}
