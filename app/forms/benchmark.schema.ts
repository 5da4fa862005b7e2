import { z } from 'zod';

import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { BenchmarkBounds } from './benchmark.ts';
import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn } from './date-boxes.ts';
import { requiredText, submissionId, versionField } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

/** Rates are typed in percent and kept as 0 to 1. */
function valueField(unit: string) {
  const most = unit === 'rate' ? 100 : 10_000;
  const message =
    unit === 'rate'
      ? 'Enter the value as a percentage, like 40 or 37.5'
      : 'Enter the value as a number, like 35';
  return z
    .string({ error: message })
    .trim()
    .regex(/^\d{1,5}(\.\d{1,2})?$/, message)
    .refine((text) => Number(text) <= most, `Enter a value from 0 to ${most}`)
    .transform((text) => (unit === 'rate' ? Number(text) / 100 : Number(text)));
}

const fieldsFor = (unit: string) => ({
  name: requiredText('Enter the name of the benchmark', 200),
  value: valueField(unit),
  source: requiredText('Enter where the value comes from', 300),
});

/** A further value of a benchmark, from a day on that lies after the newest one's first. */
export const newBenchmarkForm = ({ unit, validFrom }: BenchmarkBounds) =>
  formSchema(
    z
      .strictObject({ submissionId, ...fieldsFor(unit), ...dateBoxes('validFrom') })
      .superRefine((_, context) => {
        checkDate(context, 'validFrom', { what: 'the first day', isRequired: true });
        const day = dayIn(context.value, 'validFrom');
        if (day === null || day > validFrom) return;
        const message = `The first day must be after ${formatDay(validFrom)}, when the value before it begins`;
        context.addIssue({ code: 'custom', path: ['validFrom'], message });
      }, always)
      .transform((form) => ({
        submissionId: form.submissionId,
        name: form.name,
        value: form.value,
        source: form.source,
        validFrom: dayIn(form, 'validFrom') ?? '',
      })),
  );

/** Correcting a value: its first day stays, its last may be set or taken away. */
export const editBenchmarkForm = ({ unit, validFrom, nextFrom }: BenchmarkBounds) =>
  formSchema(
    z
      .strictObject({ version: versionField, ...fieldsFor(unit), ...dateBoxes('validTo') })
      .superRefine((_, context) => {
        const isRequired = nextFrom !== null;
        const notBefore = { day: validFrom };
        checkDate(context, 'validTo', { what: 'the last day', isRequired, notBefore });
        const day = dayIn(context.value, 'validTo');
        if (nextFrom === null || day === null || day < nextFrom) return;
        const message = `The last day must be before ${formatDay(nextFrom)}, when the next value begins`;
        context.addIssue({ code: 'custom', path: ['validTo'], message });
      }, always)
      .transform((form) => ({
        version: form.version,
        name: form.name,
        value: form.value,
        source: form.source,
        validTo: dayIn(form, 'validTo'),
      })),
  );
