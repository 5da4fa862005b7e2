import { z } from 'zod';

import { always, checkDate, dateBoxes } from '../date-boxes.schema.ts';
import { boxesOf, dayIn, readDate, textOf } from '../date-boxes.ts';
import { choice, requiredText, submissionId } from '../fields.schema.ts';
import { formSchema } from '../form-schema.ts';

/** The form that sets up a review. `mustInclude` is the reviewer who fills it in; null for an administrator. */
export const reviewSetUpSchema = (mustInclude: string | null) =>
  formSchema(
    z
      .strictObject({
        submissionId,
        teamId: requiredText('Select the team', 36),
        kind: choice(
          ['independent', 'guided-self-assessment', 'self-assessment'],
          'Select the kind of review',
        ),
        scaleVersionId: requiredText('Select the version of the scale', 100),
        ...dateBoxes('firstVisit'),
        ...dateBoxes('lastVisit'),
        leadReviewerId: requiredText('Select the lead reviewer', 36),
        otherReviewerIds: z.array(z.string().max(36)).max(50).default([]),
      })
      .superRefine((_, context) => {
        checkDates(context);
        checkOwnPart(context, mustInclude);
      }, always)
      .transform((form) => ({
        submissionId: form.submissionId,
        teamId: form.teamId,
        kind: form.kind,
        scaleVersionId: form.scaleVersionId,
        firstVisitDay: dayIn(form, 'firstVisit') ?? '',
        lastVisitDay: dayIn(form, 'lastVisit') ?? '',
        leadReviewerId: form.leadReviewerId,
        otherReviewerIds: [...new Set(form.otherReviewerIds)].filter(
          (id) => id !== form.leadReviewerId,
        ),
      })),
  );

function checkDates(context: z.RefinementCtx): void {
  checkDate(context, 'firstVisit', { what: 'the first visit day', isRequired: true });
  const first = readDate(boxesOf(context.value, 'firstVisit'), '');
  const notBefore =
    first.ok && first.day !== null
      ? { day: first.day, words: 'the same as or after the first visit day' }
      : undefined;
  checkDate(context, 'lastVisit', { what: 'the last visit day', isRequired: true, notBefore });
}

/** A reviewer sets up their own reviews; the lead reviewer left open has an error of its own. */
function checkOwnPart(context: z.RefinementCtx, mustInclude: string | null): void {
  const lead = textOf(context.value, 'leadReviewerId');
  if (mustInclude === null || lead === '' || lead === mustInclude) return;
  const others: unknown = (context.value as { otherReviewerIds?: unknown }).otherReviewerIds;
  if (Array.isArray(others) && others.includes(mustInclude)) return;
  const message = 'Select yourself as the lead reviewer or as one of the reviewers';
  context.addIssue({ code: 'custom', path: ['otherReviewerIds'], message });
}
