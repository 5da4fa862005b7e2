import { z } from 'zod';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn, textOf } from './date-boxes.ts';
import { choice, optionalText, submissionId, versionField } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';
import {
  criterionKeys,
  type CriterionKey,
  type EvidenceField,
  evidenceField,
  criterionWords,
} from './integration-rating.ts';

const rating = z.enum(['0', '1', '2', '']).default('');
const evidence = optionalText();

const criterionFields = Object.fromEntries(
  criterionKeys.flatMap((key) => [
    [key, rating],
    [evidenceField(key), evidence],
  ]),
) as Record<CriterionKey, typeof rating> & Record<EvidenceField, typeof evidence>;

/**
 * The criteria page; `today` is the last day a rating can carry. `intent` is the pressed button: "draft" saves what is
 * there, "level" goes on and needs it all.
 */
export const integrationRatingForm = (today: string) =>
  formSchema(
    z
      .strictObject({
        intent: choice(['draft', 'level'], 'Choose what to do next'),
        submissionId: submissionId.optional(),
        version: versionField.optional(),
        ...dateBoxes('ratedOn'),
        provider: choice(['same', 'different'], 'Say whether both services have one provider'),
        ...criterionFields,
      })
      .superRefine((_, context) => checkRating(context, today), always)
      .transform((form) => ({
        intent: form.intent,
        submissionId: form.submissionId,
        version: form.version,
        provider: form.provider,
        ratedOn: dayIn(form, 'ratedOn') ?? today,
        criteria: Object.fromEntries(
          criterionKeys.map((key) => [
            key,
            {
              rating: form[key] === '' ? null : Number(form[key]),
              evidence: form[evidenceField(key)],
            },
          ]),
        ),
      })),
  );

function checkRating(context: z.RefinementCtx, today: string): void {
  const notAfter = { day: today, words: 'today or in the past' };
  checkDate(context, 'ratedOn', { what: 'the date of the rating', isRequired: true, notAfter });
  if (textOf(context.value, 'intent') !== 'level') return;
  const require = (field: string, message: string) => {
    if (textOf(context.value, field) !== '') return;
    context.addIssue({ code: 'custom', path: [field], message });
  };
  for (const key of criterionKeys) {
    require(key, `Rate ${criterionWords[key]}`);
    require(evidenceField(key), `Say what the rating of ${criterionWords[key]} rests on`);
  }
}

const levels = ['low', 'medium', 'high'] as const;
type IntegrationLevel = (typeof levels)[number];

/** The level page: a level other than the one the criteria point to needs a reason. */
export const integrationLevelForm = (proposed: IntegrationLevel) =>
  formSchema(
    z
      .strictObject({
        version: versionField,
        chosenLevel: z.enum(levels, { error: 'Choose a level' }),
        reason: optionalText(1000),
      })
      .superRefine((form, context) => {
        if (form.chosenLevel !== proposed && form.reason === '') {
          context.addIssue({
            code: 'custom',
            path: ['reason'],
            message: `Give a reason for choosing ${form.chosenLevel} where the criteria point to ${proposed}`,
          });
        }
      }),
  );

/** Signing needs the tick that says the rating was read; taking a signature back needs nothing more. */
export const signatureForm = formSchema(
  z
    .strictObject({
      intent: choice(['sign', 'withdraw'], 'Choose what to do'),
      version: versionField,
      confirm: z.literal('yes', { error: 'Confirm that you have read the rating' }).optional(),
    })
    .superRefine(({ intent, confirm }, context) => {
      if (intent === 'sign' && confirm === undefined) {
        const message = 'Confirm that you have read the rating and agree with it';
        context.addIssue({ code: 'custom', path: ['confirm'], message });
      }
    }),
);
