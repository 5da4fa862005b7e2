import { z } from 'zod';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn } from './date-boxes.ts';
import { optionalText, requiredText, submissionId, wholeNumber } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';

const most = { from: 0, to: 10_000_000 };

const answers = {
  name: requiredText('Enter a name for the round', 80),
  ...dateBoxes('linkageDate'),
  ...dateBoxes('firstEnrolment'),
  ...dateBoxes('lastEnrolment'),
  sent: wholeNumber('the number of people sent', most),
  matched: wholeNumber('the number of people matched', most),
  employmentRows: wholeNumber('the number of rows of employment', most),
  contributionRows: optionalText(8),
  layoutName: requiredText('Choose a layout', 80),
  passphrase: z.string().max(200, 'Use 200 characters or fewer').default(''),
};

/** What is said of a return beside its files; the files themselves are read elsewhere. */
export const linkageImportForm = (today: string) =>
  formSchema(
    z
      .strictObject({ submissionId, ...answers })
      .superRefine((form, context) => {
        const past = { day: today, words: 'today or in the past' };
        checkDate(context, 'linkageDate', {
          what: 'the linkage date',
          isRequired: true,
          notAfter: past,
        });
        checkDate(context, 'firstEnrolment', { what: 'the first enrolment date' });
        checkDate(context, 'lastEnrolment', { what: 'the last enrolment date' });
        if (!/^\d*$/.test(form.contributionRows)) {
          const message = 'Enter the number of rows of contributions as a whole number, like 12';
          context.addIssue({ code: 'custom', path: ['contributionRows'], message });
        }
      }, always)
      .superRefine(({ sent, matched }, context) => {
        if (matched <= sent) return;
        const message = 'The number of people matched must not be more than were sent';
        context.addIssue({ code: 'custom', path: ['matched'], message });
      })
      .superRefine((form, context) => {
        const [first, last] = [dayIn(form, 'firstEnrolment'), dayIn(form, 'lastEnrolment')];
        if (first === null || last === null || first <= last) return;
        const message = 'The last enrolment date must not lie before the first';
        context.addIssue({ code: 'custom', path: ['lastEnrolment'], message });
      })
      .transform((form) => ({
        submissionId: form.submissionId,
        passphrase: form.passphrase,
        values: {
          name: form.name,
          linkageDate: dayIn(form, 'linkageDate') ?? '',
          firstEnrolment: dayIn(form, 'firstEnrolment'),
          lastEnrolment: dayIn(form, 'lastEnrolment'),
          layoutName: form.layoutName,
          sent: form.sent,
          matched: form.matched,
          employmentRows: form.employmentRows,
          contributionRows: form.contributionRows === '' ? null : Number(form.contributionRows),
        },
      })),
  );
