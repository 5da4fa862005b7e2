import { z } from 'zod';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn } from './date-boxes.ts';
import { versionField } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

/** What may be done with an import that was checked. */
export const importStepForm = z.strictObject({
  version: versionField,
  intent: z.enum(['import', 'abandon']),
});

/** A round is undone by one who says so twice. */
export const undoRoundForm = z.strictObject({ version: versionField, confirm: z.literal('yes') });

/** A layout that no new return is to be read by. */
export const retireLayoutForm = z.strictObject({ version: versionField });

/** Receipt of an extract, and the deletion of the original that follows it. */
export const deletionForm = (today: string) =>
  formSchema(
    z
      .strictObject({
        version: versionField,
        ...dateBoxes('receiptConfirmedOn'),
        ...dateBoxes('deletedOn'),
      })
      .superRefine((form, context) => {
        const past = { day: today, words: 'today or in the past' };
        checkDate(context, 'receiptConfirmedOn', {
          what: 'the day on which receipt was confirmed',
          isRequired: true,
          notAfter: past,
        });
        const confirmed = dayIn(form, 'receiptConfirmedOn');
        checkDate(context, 'deletedOn', {
          what: 'the day on which the file was deleted',
          isRequired: true,
          notAfter: past,
          notBefore:
            confirmed === null
              ? undefined
              : { day: confirmed, words: 'on or after the day on which receipt was confirmed' },
        });
      }, always)
      .transform((form) => ({
        version: form.version,
        receiptConfirmedOn: dayIn(form, 'receiptConfirmedOn') ?? '',
        deletedOn: dayIn(form, 'deletedOn') ?? '',
      })),
  );
