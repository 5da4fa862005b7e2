import { z } from 'zod';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn } from './date-boxes.ts';
import { optionalText } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

/** Which audit records to show: of one kind of thing, of one day (UTC). Empty is all. */
export const auditFilterForm = formSchema(
  z
    .object({ kind: optionalText(60), ...dateBoxes('day') })
    .superRefine(
      (_, context) =>
        checkDate(context, 'day', { what: 'the day', notAfter: { day: '2999-12-31' } }),
      always,
    )
    .transform((form) => ({ kind: form.kind, day: dayIn(form, 'day') })),
);
