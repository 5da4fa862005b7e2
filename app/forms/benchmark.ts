import { z } from 'zod';

import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { AnswerWords } from './conflict.ts';
import { always, boxValues, checkDate, dateBoxes, dayIn } from './date-boxes.ts';
import { requiredText, submissionId, versionField } from './fields.ts';
import { formSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';

/** What a value must keep to: its unit, and the days of its neighbours in time. */
export interface BenchmarkBounds {
  unit: string;
  /** The first day of the value itself, or for a new one of the value it follows. */
  validFrom: string;
  /** The first day of the value that follows; null for the newest. */
  nextFrom: string | null;
}

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

interface Saved {
  name: string;
  source: string;
  validTo: string | null;
}

/** `number` is the value as it is typed. */
export function benchmarkFormValues({ name, source, validTo }: Saved, number: string): FormValues {
  return { name, value: number, source, ...boxValues('validTo', validTo) };
}

export function benchmarkWords({ name, source, validTo }: Saved, value: string): AnswerWords {
  return [
    { label: 'Name', text: name },
    { label: 'Value', text: value },
    { label: 'Source', text: source },
    { label: 'Last day', text: validTo === null ? '' : formatDay(validTo) },
  ];
}
