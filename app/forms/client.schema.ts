import { z } from 'zod';

import { baselineFactors, notKnown } from '#scoring/outcomes/baseline-factors.ts';

import { referenceProblem } from './client-reference.ts';
import { substanceGroups } from './client.ts';
import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn, textOf } from './date-boxes.ts';
import {
  choice,
  optionalNumber,
  optionalText,
  submissionId,
  versionField,
} from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

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
  linkageConsent: choice(['yes', 'no', notKnown], wrong).default(notKnown),
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
  const { monthsInTreatment, monthsEngaged, linkageConsent } = form;
  const quintile = form.deprivationQuintile;
  return {
    ...{ reference, substanceGroup, treatmentStatus, sex, inWorkAtEnrolment },
    ...{ monthsInTreatment, monthsEngaged, linkageConsent },
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
