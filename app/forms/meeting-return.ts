import { z } from 'zod';

import { meetingReturnProblems } from '#scoring/meetings/meeting-return.ts';
import { meetingBands } from '#scoring/meetings/meeting-bands.ts';

import type { AnswerWords } from './conflict.ts';
import { submissionId, versionField, wholeNumber } from './fields.ts';
import { formSchema } from './form-schema.ts';
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

const clientsWith = (label: string) => wholeNumber(`the clients with ${label} meetings`);

/** Fields in the order of the page, with the words of their questions. */
export const returnFields: readonly { field: CountField; label: string }[] = [
  { field: 'clientsOnBooks', label: 'Clients on the books' },
  { field: 'meetingsHeld', label: 'Meetings held in the month' },
  ...meetingBands.map(({ field, label }) => ({ field, label: `${label} meetings` })),
];

const bands = {
  clientsWith0: clientsWith('0'),
  clientsWith1To4: clientsWith('1 to 4'),
  clientsWith5To8: clientsWith('5 to 8'),
  clientsWith9To12: clientsWith('9 to 12'),
  clientsWith13OrMore: clientsWith('13 or more'),
};

/** A month's first return carries a submission's identifier, a later change the version it was read at. */
export const meetingReturnSchema = (month: string) =>
  formSchema(
    z
      .strictObject({
        submissionId: submissionId.optional(),
        version: versionField.optional(),
        clientsOnBooks: wholeNumber('the clients on the books'),
        meetingsHeld: wholeNumber('the meetings held in the month'),
        ...bands,
      })
      .superRefine((counts, context) => {
        for (const { field, message } of meetingReturnProblems({ month, ...counts })) {
          context.addIssue({ code: 'custom', path: [field], message });
        }
      }),
  );

export function returnValues(counts: ReturnCounts | undefined): FormValues {
  return Object.fromEntries(
    returnFields.map(({ field }) => [field, counts === undefined ? '' : String(counts[field])]),
  );
}

export function returnWords(counts: ReturnCounts): AnswerWords {
  return returnFields.map(({ field, label }) => ({ label, text: String(counts[field]) }));
}
