import { z } from 'zod';

import { addDays } from '#scoring/calendar/iso-day.ts';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn, textOf } from './date-boxes.ts';
import { employerFields, checkEmployer } from './employer-choice.schema.ts';
import {
  contactModes,
  contactOutcomes,
  contactWithWhom,
  contactForWhom,
} from './employer-contact.ts';
import { choice, optionalText, submissionId, versionField } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

type Values<List extends readonly { value: string }[]> = {
  [Index in keyof List]: List[Index]['value'];
};

const valuesOf = <const List extends readonly { value: string }[]>(list: List): Values<List> =>
  list.map(({ value }) => value) as unknown as Values<List>;

const answers = {
  specialistId: optionalText(36),
  ...employerFields,
  mode: choice(valuesOf(contactModes), 'Choose how you were in contact'),
  answered: choice(['yes', 'no'], 'Say whether the message was answered').default('no'),
  outcome: choice(valuesOf(contactOutcomes), 'Choose what came of it'),
  when: choice(['today', 'yesterday', 'other'], 'Choose when it was').default('today'),
  ...dateBoxes('contactDate'),
  withWhom: choice(valuesOf(contactWithWhom), 'Choose who it was with').default(
    'has-say-in-hiring',
  ),
  forWhom: choice(valuesOf(contactForWhom), 'Choose who it was for').default('clients-in-general'),
  note: optionalText(500),
  ...dateBoxes('nextStep'),
};

/** The date of the next step lies ahead; when a contact is corrected later it may have passed. */
function check(context: z.RefinementCtx, today: string, isNew: boolean): void {
  checkEmployer(context);
  if (textOf(context.value, 'when') === 'other') {
    const what = 'the date of the contact';
    const notAfter = { day: today, words: 'today or in the past' };
    checkDate(context, 'contactDate', { what, isRequired: true, notAfter });
  }
  const notBefore = isNew ? { day: today, words: 'today or later' } : undefined;
  checkDate(context, 'nextStep', { what: 'the date of the next step', notBefore });
}

interface Answers {
  when: 'today' | 'yesterday' | 'other';
  mode: string;
  answered: 'yes' | 'no';
}

/** A conversation is two-way by itself; only a message is asked about. */
function contactFacts(values: Answers, today: string) {
  const typed = dayIn(values, 'contactDate') ?? today;
  const days = { today, yesterday: addDays(today, -1), other: typed };
  return {
    contactDate: days[values.when],
    answered: values.mode !== 'message' || values.answered === 'yes',
    nextStepDate: dayIn(values, 'nextStep'),
  };
}

/** The form that logs a contact. `today` is the day the page was made for. */
export const newContactSchema = (today: string) =>
  formSchema(
    z
      .strictObject({ submissionId, ...answers })
      .superRefine((_, context) => check(context, today, true), always)
      .transform((values) => ({ ...values, ...contactFacts(values, today) })),
  );

export const editContactSchema = (today: string) =>
  formSchema(
    z
      .strictObject({ version: versionField, ...answers })
      .superRefine((_, context) => check(context, today, false), always)
      .transform((values) => ({ ...values, ...contactFacts(values, today) })),
  );
