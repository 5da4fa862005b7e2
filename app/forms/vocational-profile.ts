import { formatDay } from '#scoring/calendar/iso-day.ts';
import {
  notKnown,
  profileFactor,
  profileFactorKeys,
  recordedCategory,
  type ProfileFactorKey,
} from '#scoring/outcomes/baseline-factors.ts';

import type { AnswerWords } from './conflict.ts';
import { boxValues } from './date-boxes.ts';
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

export interface ProfileDays {
  today: string;
  enrolmentDate: string;
}

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
