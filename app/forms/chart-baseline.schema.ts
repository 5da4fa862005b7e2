import { z } from 'zod';

import { longestReason } from './chart-baseline.ts';
import { submissionId } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

const whichMonth =
  'Choose the month in which the new baseline begins: one on the chart, after its first';
const whichReason = 'Enter the reason for the new baseline';

/** A new baseline of a control chart, in one of the chart's months after its first. */
export const chartBaselineSchema = (months: readonly string[]) =>
  formSchema(
    z.strictObject({
      submissionId,
      month: z
        .string({ error: whichMonth })
        .refine((month) => months.includes(month), { error: whichMonth }),
      reason: z
        .string({ error: whichReason })
        .transform((text) => text.replaceAll('\r\n', '\n').trim())
        .refine((text) => text !== '', { error: whichReason, abort: true })
        .refine((text) => text.length <= longestReason, {
          error: `The reason must have ${longestReason} characters or fewer`,
        }),
    }),
  );
