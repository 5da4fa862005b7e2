import type { RatingSummary } from '#db/queries/integration-ratings.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { RatingRow } from './rating-table.tsx';

/** What the lists print of a rating. */
export function ratingRow(rating: RatingSummary): RatingRow {
  return {
    href: `/teams/${rating.teamId}/integration/${rating.id}`,
    teamName: rating.teamName,
    ratedOn: formatDay(rating.ratedOn),
    level: rating.chosenLevel,
    status: statusOf(rating),
  };
}

function statusOf({
  chosenLevel,
  leaderSignedAt,
  hostSignedAt,
}: RatingSummary): RatingRow['status'] {
  if (leaderSignedAt !== null && hostSignedAt !== null) return 'Signed by both';
  if (leaderSignedAt !== null) return 'Waits for the host service';
  if (hostSignedAt !== null) return 'Waits for the team leader';
  return chosenLevel === null ? 'Draft' : 'Ready to sign';
}
