import { z } from 'zod';

import { versionField } from '../fields.schema.ts';
import { formSchema } from '../form-schema.ts';
import type { FormValues } from '../form-values.ts';
import {
  agreedScoreField,
  agreedReasonField,
  agreedVersionField,
  type ScoredItem,
  needsAgreedReason,
} from './agreed-scores.ts';
import { typedText } from './read-numbers.ts';

export interface AgreedScoreForm {
  itemNumber: number;
  score: number;
  reason: string;
  version: number;
}

const reasonText = z.string().max(4000, 'Use 4000 characters or fewer').default('');
const score = z.enum(['', '1', '2', '3', '4', '5'], 'Select a score from 1 to 5').default('');

/** The form of the items that need a decision. An item without a score is left for later. */
export function agreedScoresSchema(
  items: readonly ScoredItem[],
): z.ZodType<AgreedScoreForm[], FormValues> {
  const fields = items.flatMap(({ itemNumber }) => [
    [agreedScoreField(itemNumber), score],
    [agreedReasonField(itemNumber), reasonText],
    [agreedVersionField(itemNumber), versionField],
  ]);
  return formSchema(
    z
      .strictObject({
        intent: z.literal('save'),
        ...(Object.fromEntries(fields) as Record<string, typeof score>),
      })
      .transform((form, context) => {
        const values = form as unknown as FormValues;
        return items.flatMap((item) => {
          const { itemNumber } = item;
          const agreed = Number(typedText(values, agreedScoreField(itemNumber)));
          const reason = typedText(values, agreedReasonField(itemNumber));
          const message = problemOf(item, agreed, reason);
          if (message !== undefined) {
            const field = agreed === 0 ? agreedScoreField : agreedReasonField;
            context.addIssue({ code: 'custom', path: [field(itemNumber)], message });
          }
          if (agreed === 0) return [];
          const version = Number(values[agreedVersionField(itemNumber)]);
          return [{ itemNumber, score: agreed, reason, version }];
        });
      }),
  );
}

function problemOf(item: ScoredItem, agreed: number, reason: string): string | undefined {
  const { itemNumber } = item;
  if (agreed === 0) {
    return reason === '' ? undefined : `Select the agreed score of item ${itemNumber}`;
  }
  if (reason !== '' || !needsAgreedReason(item, agreed)) return undefined;
  return `Give the reason for the agreed score of item ${itemNumber}`;
}

export const confirmEqualSchema = formSchema(
  z.strictObject({ intent: z.literal('confirm-equal') }),
);
