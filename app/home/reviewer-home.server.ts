import type { Db } from '#db/connection/open-database.ts';
import { listOpenReviewsOfReviewer, type OpenReviewProgress } from '#db/queries/home-facts.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { HomePage, HomeTask } from './home-task.ts';

const items = 25;

/** A reviewer's open reviews, the earliest visit first. */
export async function reviewerHome(db: Db, userId: string): Promise<HomePage> {
  const reviews = await listOpenReviewsOfReviewer(db, userId);
  return {
    heading: 'Your reviews',
    intro: 'Reviews you are scoring. Only you see your scores until both reviewers have submitted.',
    tasks: reviews.map(reviewTask),
    nothing: 'No open review is assigned to you.',
    actions: [{ href: '/reviews/new', text: 'Set up a review' }],
    links: [
      { href: '/reviews', text: 'All your reviews' },
      { href: '/relations', text: 'How service quality relates to job entry' },
      { href: '/scale', text: 'The fidelity scale' },
    ],
  };
}

function reviewTask(review: OpenReviewProgress): HomeTask {
  const { reviewId, teamName, firstVisitDay, lastVisitDay, itemsScored, submittedAt } = review;
  const visit =
    firstVisitDay === lastVisitDay
      ? `Visit on ${formatDay(firstVisitDay)}`
      : `Visit from ${formatDay(firstVisitDay)} to ${formatDay(lastVisitDay)}`;
  return {
    title: teamName,
    href: `/reviews/${reviewId}`,
    hint: visit,
    status:
      submittedAt === null ? `${itemsScored} of ${items} scored` : 'Your scores are submitted',
  };
}
