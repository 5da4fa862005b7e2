import { z } from 'zod';

import {
  notKnown,
  profileFactorKeys,
  type ProfileFactorKey,
} from '#scoring/outcomes/baseline-factors.ts';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn } from './date-boxes.ts';
import { formSchema } from './form-schema.ts';
import { profileAnswers, type ProfileDays, type ProfileValues } from './vocational-profile.ts';

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
