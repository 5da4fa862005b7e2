import { z } from 'zod';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn, textOf } from './date-boxes.ts';
import { choice, optionalText, requiredText, submissionId, versionField } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

const person = {
  name: requiredText('Enter the person’s name', 120),
  role: choice(['employment-specialist', 'team-leader'], 'Choose the person’s role'),
  userId: optionalText(36),
  ...dateBoxes('employedFrom'),
  ...dateBoxes('employedTo'),
};

/** Working hours as a share of full time, with up to two decimals. */
const fte = z
  .string({ error: 'Enter the full-time equivalent' })
  .trim()
  .refine(
    (text) => /^(0(\.\d{1,2})?|1(\.0{1,2})?)$/.test(text) && Number(text) > 0,
    'Enter the full-time equivalent as a number above 0 and up to 1, like 0.6',
  )
  .transform(Number);

function checkEmployment(context: z.RefinementCtx): void {
  const what = 'the first day in the team';
  checkDate(context, 'employedFrom', { what, isRequired: true });
  const first = dayIn(context.value, 'employedFrom');
  const notBefore =
    first === null ? undefined : { day: first, words: 'on or after the first day in the team' };
  checkDate(context, 'employedTo', { what: 'the last day in the team', notBefore });
}

type Typed = z.output<z.ZodObject<typeof person>>;

function personOf(form: Typed) {
  const { name, role } = form;
  return {
    name,
    role,
    userId: form.userId === '' ? null : form.userId,
    // The date was required by the check.
    employedFrom: dayIn(form, 'employedFrom') ?? '',
    employedTo: dayIn(form, 'employedTo'),
  };
}

export const newStaffSchema = formSchema(
  z
    .strictObject({ submissionId, ...person, fte })
    .superRefine((_, context) => checkEmployment(context), always)
    .transform(({ submissionId: id, fte: share, ...form }) => ({
      submissionId: id,
      person: { ...personOf(form), fte: share },
    })),
);

export const editStaffSchema = formSchema(
  z
    .strictObject({ version: versionField, ...person })
    .superRefine((_, context) => checkEmployment(context), always)
    .transform(({ version, ...form }) => ({ version, person: personOf(form) })),
);

export const workingPatternSchema = formSchema(
  z
    .strictObject({ submissionId, ...dateBoxes('fromDate'), fte })
    .superRefine((_, context) => {
      const what = 'the day from which these hours hold';
      checkDate(context, 'fromDate', { what, isRequired: true });
    }, always)
    .transform((form) => ({
      submissionId: form.submissionId,
      fte: form.fte,
      fromDate: dayIn(form, 'fromDate') ?? '',
    })),
);

/** Half a day is always one day's; whole days may go on to a last day. */
export const leaveSchema = formSchema(
  z
    .strictObject({
      submissionId,
      part: choice(['whole', 'half'], 'Choose whole days or half a day').default('whole'),
      ...dateBoxes('firstDay'),
      ...dateBoxes('lastDay'),
    })
    .superRefine((_, context) => {
      checkDate(context, 'firstDay', { what: 'the first day of leave', isRequired: true });
      const first = dayIn(context.value, 'firstDay');
      const notBefore =
        first === null ? undefined : { day: first, words: 'on or after the first day of leave' };
      checkDate(context, 'lastDay', { what: 'the last day of leave', notBefore });
      const last = dayIn(context.value, 'lastDay');
      const isHalf = textOf(context.value, 'part') === 'half';
      if (isHalf && last !== null && last !== first) {
        const message = 'Leave the last day empty for half a day';
        context.addIssue({ code: 'custom', path: ['lastDay'], message });
      }
    }, always)
    .transform((form) => {
      const firstDay = dayIn(form, 'firstDay') ?? '';
      return {
        submissionId: form.submissionId,
        part: form.part === 'half' ? 0.5 : 1,
        firstDay,
        lastDay: dayIn(form, 'lastDay') ?? firstDay,
      };
    }),
);
