import { meetingBands } from '#scoring/meetings/meeting-bands.ts';

import type { AnswerWords } from './conflict.ts';
import type { FormValues } from './form-values.ts';

export interface ReturnCounts {
  clientsOnBooks: number;
  meetingsHeld: number;
  clientsWith0: number;
  clientsWith1To4: number;
  clientsWith5To8: number;
  clientsWith9To12: number;
  clientsWith13OrMore: number;
}

type CountField = keyof ReturnCounts;

/** Fields in the order of the page, with the words of their questions. */
export const returnFields: readonly { field: CountField; label: string }[] = [
  { field: 'clientsOnBooks', label: 'Clients on the books' },
  { field: 'meetingsHeld', label: 'Meetings held in the month' },
  ...meetingBands.map(({ field, label }) => ({ field, label: `${label} meetings` })),
];

export function returnValues(counts: ReturnCounts | undefined): FormValues {
  return Object.fromEntries(
    returnFields.map(({ field }) => [field, counts === undefined ? '' : String(counts[field])]),
  );
}

export function returnWords(counts: ReturnCounts): AnswerWords {
  return returnFields.map(({ field, label }) => ({ label, text: String(counts[field]) }));
}
