import { z } from 'zod';

import { formatDay } from '#scoring/calendar/iso-day.ts';
import { notKnown } from '#scoring/outcomes/baseline-factors.ts';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn, textOf } from './date-boxes.ts';
import { checkEmployer, employerFields } from './employer-choice.schema.ts';
import {
  choice,
  optionalNumber,
  requiredText,
  submissionId,
  versionField,
} from './fields.schema.ts';
import { formSchema } from './form-schema.ts';
import type { JobEntryDays } from './job-entry.ts';

const answerItems = ['yes', 'no', notKnown] as const;

const answers = {
  ...employerFields,
  ...dateBoxes('startDate'),
  jobType: requiredText('Enter the kind of work', 80),
  hoursPerWeek: optionalNumber('the hours a week', { from: 0, to: 100 }),
  fourHoursDone: choice(answerItems, 'Say whether 4 hours of paid work are done'),
  permanent: choice(answerItems, 'Say whether the job is permanent').default(notKnown),
  evidence: choice(['none', 'provider-evidenced'], 'Say what evidence there is').default('none'),
  ...dateBoxes('evidencedOn'),
  ...dateBoxes('endDate'),
};

function check(context: z.RefinementCtx, { today, enrolmentDate }: JobEntryDays): void {
  const form = context.value;
  checkEmployer(context);
  const past = { day: today, words: 'today or in the past' };
  const enrolled = formatDay(enrolmentDate);
  checkDate(context, 'startDate', {
    what: 'the first day of the job',
    isRequired: true,
    notAfter: past,
    notBefore: { day: enrolmentDate, words: `on or after the client’s enrolment, ${enrolled}` },
  });
  const start = dayIn(form, 'startDate');
  const notBefore =
    start === null ? undefined : { day: start, words: 'on or after the first day of the job' };
  const isEvidenced = textOf(form, 'evidence') === 'provider-evidenced';
  if (isEvidenced) {
    const what = 'the date of the evidence';
    checkDate(context, 'evidencedOn', { what, isRequired: true, notAfter: past });
  }
  const what = 'the last day of the job';
  checkDate(context, 'endDate', { what, notAfter: past, notBefore });
}

type Typed = z.output<z.ZodObject<typeof answers>>;

function jobEntryOf(form: Typed) {
  const { employer, employerName, isNewEmployer } = form;
  const { hoursPerWeek, fourHoursDone, jobType, permanent, evidence } = form;
  return {
    employerAnswer: { employer, employerName, isNewEmployer },
    job: {
      ...{ hoursPerWeek, fourHoursDone, jobType, permanent, evidence },
      // The date was required by the check.
      startDate: dayIn(form, 'startDate') ?? '',
      endDate: dayIn(form, 'endDate'),
      evidencedOn: evidence === 'none' ? null : dayIn(form, 'evidencedOn'),
    },
  };
}

export const newJobEntrySchema = (days: JobEntryDays) =>
  formSchema(
    z
      .strictObject({ submissionId, ...answers })
      .superRefine((_, context) => check(context, days), always)
      .transform(({ submissionId: id, ...form }) => ({ submissionId: id, ...jobEntryOf(form) })),
  );

export const editJobEntrySchema = (days: JobEntryDays) =>
  formSchema(
    z
      .strictObject({ version: versionField, ...answers })
      .superRefine((_, context) => check(context, days), always)
      .transform(({ version, ...form }) => ({ version, ...jobEntryOf(form) })),
  );
