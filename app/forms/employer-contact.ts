import { z } from 'zod';

import { addDays } from '#scoring/calendar/iso-day.ts';

import { always, boxValues, checkDate, dateBoxes, dayIn, textOf } from './date-boxes.ts';
import { employerFields, checkEmployer } from './employer-choice.ts';
import { choice, optionalText, submissionId, versionField } from './fields.ts';
import { formSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';

export const contactModes = [
  { value: 'in-person', label: 'In person' },
  { value: 'telephone', label: 'Telephone' },
  { value: 'video', label: 'Video' },
  { value: 'message', label: 'Message' },
] as const;

/** What came of it, in the order in which a relation with an employer grows (ours). */
export const contactOutcomes = [
  { value: 'introduced', label: 'Introduced IPS' },
  { value: 'needs-learned', label: 'Learned their needs' },
  { value: 'vacancy', label: 'Found a vacancy' },
  { value: 'client-put-forward', label: 'Put client forward' },
  { value: 'interview', label: 'Interview or trial' },
  { value: 'offer', label: 'Job offered' },
  { value: 'come-back', label: 'Come back later' },
  { value: 'not-now', label: 'Not hiring' },
] as const;

export const contactWithWhom = [
  { value: 'has-say-in-hiring', label: 'Somebody who hires or has a say in it' },
  { value: 'no-say-in-hiring', label: 'Somebody without a say in hiring' },
  { value: 'not-known', label: 'Not known' },
] as const;

export const contactForWhom = [
  { value: 'clients-in-general', label: 'Clients in general' },
  { value: 'particular-client', label: 'A particular client looking for work' },
  { value: 'not-for-clients', label: 'Not for clients looking for work' },
  { value: 'not-known', label: 'Not known' },
] as const;

type Values<List extends readonly { value: string }[]> = {
  [Index in keyof List]: List[Index]['value'];
};

const valuesOf = <const List extends readonly { value: string }[]>(list: List): Values<List> =>
  list.map(({ value }) => value) as unknown as Values<List>;

/** The words for a stored value; a value of another time prints as it is. */
export function labelOf(list: readonly { value: string; label: string }[], value: string): string {
  return list.find((item) => item.value === value)?.label ?? value;
}

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

export const emptyContact: FormValues = {
  specialistId: '',
  employer: '',
  employerName: '',
  isNewEmployer: '',
  mode: '',
  answered: 'no',
  outcome: '',
  when: 'today',
  ...boxValues('contactDate', null),
  withWhom: 'has-say-in-hiring',
  forWhom: 'clients-in-general',
  note: '',
  ...boxValues('nextStep', null),
};

interface SavedContact {
  specialistId: string;
  employerId: string;
  mode: string;
  answered: boolean;
  outcome: string;
  contactDate: string;
  withWhom: string;
  forWhom: string;
  note: string;
  nextStepDate: string | null;
}

/** What the form that corrects a contact starts with. */
export function contactFormValues(contact: SavedContact): FormValues {
  const { specialistId, mode, outcome, withWhom, forWhom, note } = contact;
  return {
    ...emptyContact,
    ...{ specialistId, mode, outcome, withWhom, forWhom, note },
    employer: contact.employerId,
    answered: contact.answered && mode === 'message' ? 'yes' : 'no',
    when: 'other',
    ...boxValues('contactDate', contact.contactDate),
    ...boxValues('nextStep', contact.nextStepDate),
  };
}
