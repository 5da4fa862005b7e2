import { z } from 'zod';

import { addDays } from '#scoring/calendar/iso-day.ts';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn, textOf } from './date-boxes.ts';
import { choice, optionalText, submissionId } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

const answers = {
  submissionId,
  when: choice(['today', 'yesterday', 'other'], 'Choose when it was').default('today'),
  ...dateBoxes('meetingDate'),
  form: choice(['in-person', 'telephone', 'video', 'message'], 'Choose how you met'),
  specialistId: optionalText(36),
};

function check(context: z.RefinementCtx, today: string, earliest: string | null): void {
  if (textOf(context.value, 'when') !== 'other') return;
  checkDate(context, 'meetingDate', {
    what: 'the date of the meeting',
    isRequired: true,
    notAfter: { day: today, words: 'today or in the past' },
    notBefore:
      earliest === null
        ? undefined
        : { day: earliest, words: 'on or after the client’s enrolment' },
  });
}

function dayOf(form: { when: 'today' | 'yesterday' | 'other' }, today: string): string {
  const typed = dayIn(form, 'meetingDate') ?? today;
  return { today, yesterday: addDays(today, -1), other: typed }[form.when];
}

/** One client's meeting. */
export const clientMeetingSchema = (today: string, enrolmentDate: string) =>
  formSchema(
    z
      .strictObject(answers)
      .superRefine((_, context) => check(context, today, enrolmentDate), always)
      .transform((form) => ({ ...form, meetingDate: dayOf(form, today) })),
  );

/** A clinic: one day, one form, several clients. `clients` is a list. */
export const clinicSchema = (today: string) =>
  formSchema(
    z
      .strictObject({
        ...answers,
        clients: z.array(z.uuid(), { error: 'Choose the clients you met' }).min(1).max(200),
      })
      .superRefine((_, context) => check(context, today, null), always)
      .transform((form) => ({ ...form, meetingDate: dayOf(form, today) })),
  );
