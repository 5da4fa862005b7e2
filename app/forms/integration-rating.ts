import { z } from 'zod';

import {
  choice,
  datePart,
  datePartsOf,
  optionalText,
  readDate,
  submissionId,
  versionField,
} from './fields.ts';
import type { FormValues } from './form-values.ts';

/**
 * The five criteria as fields of the form: `<key>` holds 0, 1 or 2, `<key>Evidence` what was seen. Their keys are the
 * scheme's; a scheme with other criteria would need its own form.
 */
export const criterionKeys = [
  'co-location',
  'team-meetings',
  'shared-records',
  'culture',
  'commissioner-support',
] as const;
export type CriterionKey = (typeof criterionKeys)[number];

type EvidenceField = `${CriterionKey}-evidence`;
export const evidenceField = (key: CriterionKey): EvidenceField => `${key}-evidence`;

const rating = z.enum(['0', '1', '2', '']).default('');
const evidence = optionalText();

const criterionFields = Object.fromEntries(
  criterionKeys.flatMap((key) => [
    [key, rating],
    [evidenceField(key), evidence],
  ]),
) as Record<CriterionKey, typeof rating> & Record<EvidenceField, typeof evidence>;

/** `intent` is the pressed button: "draft" saves what is there, "level" goes on and needs it all. */
const schemaOn = (today: string) =>
  z
    .strictObject({
      intent: choice(['draft', 'level'], 'Choose what to do next'),
      submissionId: submissionId.optional(),
      version: versionField.optional(),
      ratedOnDay: datePart,
      ratedOnMonth: datePart,
      ratedOnYear: datePart,
      provider: z.enum(['same', 'different'], {
        error: 'Say whether both services have one provider',
      }),
      ...criterionFields,
    })
    .transform((form, context) => {
      const ratedOn = ratedOnOf(form, today);
      if (typeof ratedOn !== 'string') {
        context.addIssue({ code: 'custom', path: ['ratedOnDay'], message: ratedOn.message });
        return z.NEVER;
      }
      const criteria = Object.fromEntries(
        criterionKeys.map((key) => {
          const entry = {
            rating: form[key] === '' ? null : Number(form[key]),
            evidence: form[evidenceField(key)],
          };
          return [key, entry];
        }),
      );
      if (form.intent === 'level') {
        for (const key of criterionKeys) {
          const entry = criteria[key];
          if (entry?.rating === null) {
            context.addIssue({
              code: 'custom',
              path: [key],
              message: `Rate ${criterionWords[key]}`,
            });
          }
          if (entry?.evidence === '') {
            context.addIssue({
              code: 'custom',
              path: [evidenceField(key)],
              message: `Say what the rating of ${criterionWords[key]} rests on`,
            });
          }
        }
      }
      return {
        intent: form.intent,
        submissionId: form.submissionId,
        version: form.version,
        ratedOn,
        provider: form.provider,
        criteria,
      };
    });

/** The criteria page; `today` is the last day a rating can carry. */
export const integrationRatingForm = (today: string) =>
  schemaOn(today) as unknown as z.ZodType<z.output<ReturnType<typeof schemaOn>>, FormValues>;

/** The criteria in the middle of a sentence. */
export const criterionWords: Record<CriterionKey, string> = {
  'co-location': 'co-location',
  'team-meetings': 'part in team meetings',
  'shared-records': 'shared records and IT',
  culture: 'culture',
  'commissioner-support': 'commissioner support',
};

function ratedOnOf(
  form: { ratedOnDay: string; ratedOnMonth: string; ratedOnYear: string },
  today: string,
): string | { message: string } {
  const parts = { day: form.ratedOnDay, month: form.ratedOnMonth, year: form.ratedOnYear };
  const reading = readDate(parts, 'the date of the rating');
  if (!reading.ok) return reading;
  if (reading.day === null) return { message: 'Enter the date of the rating' };
  if (reading.day > today) return { message: 'The date of the rating cannot be in the future' };
  return reading.day;
}

export interface RatingStart {
  ratedOn: string;
  provider: 'same' | 'different' | '';
  criteria: Record<string, { rating: number | null; evidence: string }>;
}

/** What the form's inputs start with. */
export function ratingFormValues(start: RatingStart): FormValues {
  const { day, month, year } = datePartsOf(start.ratedOn);
  const values: FormValues = {
    ratedOnDay: day,
    ratedOnMonth: month,
    ratedOnYear: year,
    provider: start.provider,
  };
  for (const key of criterionKeys) {
    const entry = start.criteria[key];
    values[key] = entry?.rating === null || entry === undefined ? '' : String(entry.rating);
    values[evidenceField(key)] = entry?.evidence ?? '';
  }
  return values;
}

const levels = ['low', 'medium', 'high'] as const;
type IntegrationLevel = (typeof levels)[number];

/** The level page: a level other than the one the criteria point to needs a reason. */
const levelSchemaFor = (proposed: IntegrationLevel) =>
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
    });

export const integrationLevelForm = (proposed: IntegrationLevel) =>
  levelSchemaFor(proposed) as unknown as z.ZodType<
    z.output<ReturnType<typeof levelSchemaFor>>,
    FormValues
  >;

export const signatureForm = z.strictObject({
  intent: choice(['sign', 'withdraw'], 'Choose what to do'),
  version: versionField,
  confirm: z.literal('yes', { error: 'Confirm that you have read the rating' }).optional(),
});
