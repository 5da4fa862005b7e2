import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { AnswerWords } from './conflict.ts';
import { boxValues } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';

export function noteFormValues({ heldOn, text }: { heldOn: string; text: string }): FormValues {
  return { ...boxValues('heldOn', heldOn), text };
}

export function noteWords({ heldOn, text }: { heldOn: string; text: string }): AnswerWords {
  return [
    { label: 'Date of the meeting', text: formatDay(heldOn) },
    { label: 'Note', text },
  ];
}
