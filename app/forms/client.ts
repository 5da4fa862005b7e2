import { z } from 'zod';

import { baselineFactors, notKnown } from '#scoring/outcomes/baseline-factors.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

import { referenceProblem } from './client-reference.ts';
import type { AnswerWords } from './conflict.ts';
import { always, boxValues, checkDate, dateBoxes, dayIn, textOf } from './date-boxes.ts';
import { choice, optionalNumber, optionalText, submissionId, versionField } from './fields.ts';
import { formSchema } from './form-schema.ts';
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

const wrong = 'Choose one of the answers';
const age = baselineFactors.find(({ key }) => key === 'age');
const ages = age?.kind === 'number' ? { from: age.from, to: age.to } : { from: 16, to: 110 };

const answers = {
  reference: optionalText(40),
  ...dateBoxes('enrolmentDate'),
  ...dateBoxes('engagementDate'),
  inWorkAtEnrolment: choice(['yes', 'no', notKnown], wrong).default(notKnown),
  sex: choice(['female', 'male', notKnown], wrong).default(notKnown),
  ageAtEnrolment: optionalText(3),
  substanceGroup: choice([...substanceGroups, notKnown], wrong).default(notKnown),
  treatmentStatus: choice(
    ['in treatment', 'successfully completed', 'unplanned exit', notKnown],
    wrong,
  ).default(notKnown),
  monthsInTreatment: optionalNumber('the months in treatment', { to: 600 }),
  monthsEngaged: optionalNumber('the months engaged with IPS', { to: 600 }),
  deprivationQuintile: choice(['1', '2', '3', '4', '5', notKnown], wrong).default(notKnown),
  ...dateBoxes('closedOn'),
};

function check(context: z.RefinementCtx, today: string): void {
  const form = context.value;
  const problem = referenceProblem(textOf(form, 'reference'));
  if (problem !== undefined) {
    context.addIssue({ code: 'custom', path: ['reference'], message: problem });
  }
  const past = { day: today, words: 'today or in the past' };
  const enrolment = { what: 'the date of enrolment', isRequired: true, notAfter: past };
  checkDate(context, 'enrolmentDate', enrolment);
  const enrolled = dayIn(form, 'enrolmentDate');
  const later =
    enrolled === null ? undefined : { day: enrolled, words: 'on or after the date of enrolment' };
  const after = { notAfter: past, notBefore: later };
  checkDate(context, 'engagementDate', { what: 'the date of engagement', ...after });
  checkDate(context, 'closedOn', { what: 'the date of closing', ...after });
  const years = textOf(form, 'ageAtEnrolment');
  const isAge = /^\d{1,3}$/.test(years) && Number(years) >= ages.from && Number(years) <= ages.to;
  if (years !== '' && !isAge) {
    const message = `Enter the age at enrolment as a whole number from ${ages.from} to ${ages.to}`;
    context.addIssue({ code: 'custom', path: ['ageAtEnrolment'], message });
  }
}

type Typed = z.output<z.ZodObject<typeof answers>>;

function clientOf(form: Typed) {
  const { reference, substanceGroup, treatmentStatus, sex, inWorkAtEnrolment } = form;
  const { monthsInTreatment, monthsEngaged } = form;
  const quintile = form.deprivationQuintile;
  return {
    ...{ reference, substanceGroup, treatmentStatus, sex, inWorkAtEnrolment },
    ...{ monthsInTreatment, monthsEngaged },
    // The date was required by the check.
    enrolmentDate: dayIn(form, 'enrolmentDate') ?? '',
    engagementDate: dayIn(form, 'engagementDate'),
    closedOn: dayIn(form, 'closedOn'),
    ageAtEnrolment: form.ageAtEnrolment === '' ? null : Number(form.ageAtEnrolment),
    deprivationQuintile: quintile === notKnown ? null : Number(quintile),
  };
}

export const newClientSchema = (today: string) =>
  formSchema(
    z
      .strictObject({ submissionId, ...answers })
      .superRefine((_, context) => check(context, today), always)
      .transform(({ submissionId: id, ...form }) => ({ submissionId: id, client: clientOf(form) })),
  );

export const editClientSchema = (today: string) =>
  formSchema(
    z
      .strictObject({ version: versionField, ...answers })
      .superRefine((_, context) => check(context, today), always)
      .transform(({ version, ...form }) => ({ version, client: clientOf(form) })),
  );

export type ClientAnswers = ReturnType<typeof clientOf>;

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
    { label: 'Closed', text: day(client.closedOn) },
  ];
}
