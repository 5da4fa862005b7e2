import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { AnswerWords } from './conflict.ts';
import { boxValues } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';

/** What a value must keep to: its unit, and the days of its neighbours in time. */
export interface BenchmarkBounds {
  unit: string;
  /** The first day of the value itself, or for a new one of the value it follows. */
  validFrom: string;
  /** The first day of the value that follows; null for the newest. */
  nextFrom: string | null;
}

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
