import type { TeamRecord } from '#app/relations/team-periods.server.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { InputFact } from './team-view.ts';

const kinds = {
  independent: 'Independent review',
  'guided-self-assessment': 'Guided self-assessment',
  'self-assessment': 'Self-assessment',
};

/** The fidelity review in force at the period's end. */
export function fidelityFact(record: TeamRecord | undefined, mayOpen: boolean): InputFact {
  const review = record?.review;
  if (review === undefined) {
    return none(
      'No review in force: none signed off with a visit in the 24 months before the period’s end.',
    );
  }
  return {
    figure: `${review.total} of 125`,
    words: `${review.band}. ${kinds[review.kind]}, last visit day ${formatDay(review.lastVisitDay)}.`,
    href: mayOpen ? `/reviews/${review.reviewId}` : null,
    linkText: 'Read the review',
  };
}

/** The integration rating in force at the period's end. */
export function integrationFact(record: TeamRecord | undefined, mayOpen: boolean): InputFact {
  const rating = record?.rating;
  if (rating === undefined) return none('No rating signed by both services by the period’s end.');
  return {
    figure: rating.level === 'low' ? 'Low' : rating.level === 'medium' ? 'Medium' : 'High',
    words: `Rated on ${formatDay(rating.ratedOn)}, signed by both services.`,
    href: mayOpen ? `/teams/${record?.teamId ?? ''}/integration/${rating.ratingId}` : null,
    linkText: 'Read the rating',
  };
}

function none(words: string): InputFact {
  return { figure: 'None', words, href: null, linkText: '' };
}
