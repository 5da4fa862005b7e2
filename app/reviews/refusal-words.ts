import type { ReviewRefusal } from '#db/queries/review-state.ts';

/** Why a review did not take a change, and what became of it. */
export const refusalWords: Record<ReviewRefusal, string> = {
  'not-assigned': 'This was not saved: you are not a reviewer of this review',
  submitted: 'This was not saved: you have submitted your scores, and they are final',
  'signed-off': 'This was not saved: the review is signed off and locked',
  waiting: 'This was not saved: not every reviewer has submitted yet',
  incomplete: 'This was not saved: items are still without a score',
  'not-lead': 'This was not saved: only the lead reviewer signs off',
};
