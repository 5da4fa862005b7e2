import { z } from 'zod';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn } from './date-boxes.ts';
import { requiredText, submissionId, versionField } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

/** Notes are about services: characters enough for a long meeting. */
const longestNote = 20_000;

const fields = {
  ...dateBoxes('heldOn'),
  text: requiredText('Write down what was said and decided', longestNote),
};

function check(context: z.RefinementCtx, today: string): void {
  const notAfter = { day: today, words: 'today or in the past' };
  checkDate(context, 'heldOn', { what: 'the date of the meeting', isRequired: true, notAfter });
}

function noteOf(form: { text: string }) {
  // A browser sends line ends as two characters.
  return { heldOn: dayIn(form, 'heldOn') ?? '', text: form.text.replaceAll('\r\n', '\n') };
}

export const newMeetingNoteForm = (today: string) =>
  formSchema(
    z
      .strictObject({ submissionId, ...fields })
      .superRefine((_, context) => check(context, today), always)
      .transform((form) => ({ submissionId: form.submissionId, note: noteOf(form) })),
  );

export const editMeetingNoteForm = (today: string) =>
  formSchema(
    z
      .strictObject({ version: versionField, ...fields })
      .superRefine((_, context) => check(context, today), always)
      .transform((form) => ({ version: form.version, note: noteOf(form) })),
  );
