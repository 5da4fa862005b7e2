import { findReview } from '#db/queries/reviews.ts';
import { findReviewState } from '#db/queries/review-state.ts';
import type { Role } from '#db/schema/people.ts';

import { roles, type Rule } from './rules.server.ts';

/** Who sets up reviews. A reviewer can only set up one that they take part in: the form sees to that. */
export const setsUpReviews = roles('reviewer', 'administrator');

/** The reviewers of the review in the address. Somebody else's review answers like one that does not exist. */
export const assignedReviewer: Rule = async ({ user, params, db }) => {
  if (user === null) return 'sign-in';
  if (user.role !== 'reviewer') return 'forbidden';
  const state = await findReviewState(db, params.reviewId ?? '', user.id);
  return state === undefined ? 'not-found' : 'allow';
};

/** The lead reviewer of the review in the address. */
export const leadReviewer: Rule = async ({ user, params, db }) => {
  if (user === null) return 'sign-in';
  if (user.role !== 'reviewer') return 'forbidden';
  const state = await findReviewState(db, params.reviewId ?? '', user.id);
  if (state === undefined) return 'not-found';
  return state.isLead ? 'allow' : 'forbidden';
};

const nationalRoles: readonly Role[] = ['national-reader', 'national-analyst', 'administrator'];
const teamRoles: readonly Role[] = ['team-leader', 'employment-specialist'];

/** Who reads a review once it is signed off: the team it is about and the national roles. */
export const readsSignedOffReview: Rule = async ({ user, params, db }) => {
  if (user === null) return 'sign-in';
  const isNational = nationalRoles.includes(user.role);
  if (!isNational && !teamRoles.includes(user.role)) return 'forbidden';
  const review = await findReview(db, params.reviewId ?? '');
  if (review?.status !== 'signed-off') return 'not-found';
  return isNational || review.teamId === user.teamId ? 'allow' : 'not-found';
};
