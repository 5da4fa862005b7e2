import { z } from 'zod';

import { formatDay } from '#scoring/calendar/iso-day.ts';
import {
  notKnown,
  profileFactor,
  profileFactorKeys,
  recordedCategory,
  type ProfileFactorKey,
} from '#scoring/outcomes/baseline-factors.ts';

import type { AnswerWords } from './conflict.ts';
import { always, boxValues, checkDate, dateBoxes, dayIn } from './date-boxes.ts';
import { formSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';

/** The questions of the vocational profile, in the order of a conversation. */
export const profileQuestions: readonly { key: ProfileFactorKey; question: string }[] = [
  { key: 'referralSource', question: 'Who referred the client?' },
  { key: 'mainSubstance', question: 'What is the main substance?' },
  { key: 'treatment', question: 'How long has the client been in treatment?' },
  { key: 'lastJob', question: 'How long ago did the last job end?' },
  { key: 'gpVisit', question: 'Has the client seen a GP recently?' },
  { key: 'aeVisit', question: 'Has the client been to A&E recently?' },
  { key: 'benefit', question: 'Which benefit does the client receive?' },
  { key: 'ethnicity', question: 'What is the client’s ethnicity?' },
  { key: 'housing', question: 'Where does the client live?' },
  { key: 'convicted', question: 'Does the client have a criminal conviction?' },
  { key: 'confidence', question: 'How confident is the client of finding work?' },
  { key: 'qualification', question: 'What level of qualifications does the client have?' },
];

/** The answers that a question offers, "not known" last. */
export function profileAnswers(key: ProfileFactorKey): { value: string; label: string }[] {
  const factor = profileFactor(key);
  const known = factor.categories.map((category) => ({
    value: recordedCategory(factor, category),
    label: category,
  }));
  return [...known, { value: notKnown, label: 'Not known' }];
}

const answer = (key: ProfileFactorKey) => {
  const values = profileAnswers(key).map(({ value }) => value);
  const wrong = 'Choose one of the answers, or “Not known”';
  return z
    .string()
    .default(notKnown)
    .refine((value) => values.includes(value), wrong);
};

const yesNoAnswer = z
  .enum(['yes', 'no', notKnown], { error: 'Choose “Yes”, “No” or “Not known”' })
  .default(notKnown);

const factors = {
  referralSource: answer('referralSource'),
  mainSubstance: answer('mainSubstance'),
  treatment: answer('treatment'),
  lastJob: answer('lastJob'),
  gpVisit: yesNoAnswer,
  aeVisit: yesNoAnswer,
  benefit: answer('benefit'),
  ethnicity: answer('ethnicity'),
  housing: answer('housing'),
  convicted: yesNoAnswer,
  confidence: answer('confidence'),
  qualification: answer('qualification'),
};

export interface ProfileDays {
  today: string;
  enrolmentDate: string;
}

/** `version` is 0 while there is no profile. */
export const profileSchema = ({ today, enrolmentDate }: ProfileDays) =>
  formSchema(
    z
      .strictObject({
        version: z
          .string()
          .regex(/^\d{1,15}$/, 'Reload the page and try again')
          .transform(Number),
        ...dateBoxes('profileDate'),
        ...factors,
      })
      .superRefine((_, context) => {
        checkDate(context, 'profileDate', {
          what: 'the date of the profile',
          isRequired: true,
          notAfter: { day: today, words: 'today or in the past' },
          notBefore: { day: enrolmentDate, words: 'on or after the client’s enrolment' },
        });
      }, always)
      .transform((form) => {
        const values = Object.fromEntries(profileFactorKeys.map((key) => [key, form[key]]));
        return {
          version: form.version,
          profileDate: dayIn(form, 'profileDate'),
          values: values as ProfileValues,
        };
      }),
  );

export type ProfileValues = Record<ProfileFactorKey, string>;

export interface SavedProfile {
  profileDate: string | null;
  values: ProfileValues | undefined;
}

export function profileFormValues({ profileDate, values }: SavedProfile): FormValues {
  return {
    ...boxValues('profileDate', profileDate),
    ...Object.fromEntries(profileFactorKeys.map((key) => [key, values?.[key] ?? notKnown])),
  };
}

/** Every answer in words, to print a profile or set two versions side by side. */
export function profileWords({ profileDate, values }: SavedProfile): AnswerWords {
  const date = profileDate === null ? 'Not known' : formatDay(profileDate);
  const rows = profileQuestions.map(({ key }) => {
    const value = values?.[key] ?? notKnown;
    const text = profileAnswers(key).find((item) => item.value === value)?.label ?? value;
    return { label: profileFactor(key).name, text };
  });
  return [{ label: 'Date of the profile', text: date }, ...rows];
}
