import { z } from 'zod';

import { meetingReturnProblems } from '#scoring/meetings/meeting-return.ts';

import { submissionId, versionField, wholeNumber } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

const clientsWith = (label: string) => wholeNumber(`the clients with ${label} meetings`);

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
