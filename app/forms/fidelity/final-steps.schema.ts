import { z } from 'zod';

import { versionField } from '../fields.schema.ts';
import { formSchema } from '../form-schema.ts';

/** Submitting one's own scores: from then on they are final. */
export const submitScoresSchema = formSchema(
  z.strictObject({
    version: versionField,
    confirm: z.literal('yes', { error: 'Confirm that your scores are final' }),
  }),
);

/** Signing the review off: from then on nothing in it changes. */
export const signOffSchema = formSchema(
  z.strictObject({
    version: versionField,
    confirm: z.literal('yes', { error: 'Confirm that the scores are agreed and can be locked' }),
  }),
);
