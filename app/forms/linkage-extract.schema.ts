import { z } from 'zod';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn } from './date-boxes.ts';
import { submissionId } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

/** What is said of an extract beside its files, which are read elsewhere. A linkage may lie ahead. */
export const linkageExtractForm = formSchema(
  z
    .strictObject({
      submissionId,
      ...dateBoxes('linkageDate'),
      passphrase: z.string().max(200, 'Use 200 characters or fewer').default(''),
    })
    .superRefine((_, context) => {
      checkDate(context, 'linkageDate', { what: 'the linkage date', isRequired: true });
    }, always)
    .transform(({ submissionId: extractId, ...form }) => ({
      extractId,
      linkageDate: dayIn(form, 'linkageDate') ?? '',
    })),
);
