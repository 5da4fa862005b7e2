import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import {
  defaultRelationSettings,
  type IntegrationLevelKey,
  type RelationSettings,
} from './team-period.ts';

/** What decides whether a fidelity review is in force. */
export interface DatedReview {
  /** Last day of the visit, ISO; null before there was one. */
  readonly lastVisitDay: string | null;
  /** Day of the sign-off in force, ISO; null while not signed off or reopened. */
  readonly signedOffOn: string | null;
}

/** The record that stands last by its days, the later one in the list of equals. */
function latestBy<Item>(items: readonly Item[], days: (item: Item) => string): Item | undefined {
  let latest: Item | undefined;
  for (const item of items) {
    if (latest === undefined || days(item) >= days(latest)) latest = item;
  }
  return latest;
}

/**
 * The fidelity review of a team that is in force in a period.
 *
 * For: the fidelity total and item scores of a team in a period.
 * Rule: the last signed-off review whose last visit day is on or before the period's last day and at most 24
 * calendar months before it; of two with the same visit day the one signed off last.
 * @param reviews reviews of one team, in any order
 * @param lastDayOfPeriod ISO day
 * @param settings how long a review stays in force
 * @returns the review, or undefined where none is in force
 * @throws RangeError for a day that is none
 * Source: outcome definitions, section 8 (ours). Checked: by example, day by day at each edge.
 */
export function fidelityReviewInForce<Review extends DatedReview>(
  reviews: readonly Review[],
  lastDayOfPeriod: string,
  settings: RelationSettings = defaultRelationSettings,
): Review | undefined {
  const earliest = addCalendarMonths(lastDayOfPeriod, -settings.longestReviewAgeMonths);
  const inForce = reviews.filter(
    ({ lastVisitDay, signedOffOn }) =>
      signedOffOn !== null &&
      lastVisitDay !== null &&
      lastVisitDay <= lastDayOfPeriod &&
      lastVisitDay >= earliest,
  );
  return latestBy(
    inForce,
    ({ lastVisitDay, signedOffOn }) => `${lastVisitDay ?? ''} ${signedOffOn ?? ''}`,
  );
}

/** What decides whether an integration rating is in force. */
export interface SignedRating {
  readonly level: IntegrationLevelKey;
  /** Days of the two signatures, ISO; null where missing. */
  readonly teamLeaderSignedOn: string | null;
  readonly hostServiceSignedOn: string | null;
}

/** Day on which a rating had both signatures; null while one is missing. */
function completedOn({ teamLeaderSignedOn, hostServiceSignedOn }: SignedRating): string | null {
  if (teamLeaderSignedOn === null || hostServiceSignedOn === null) return null;
  return teamLeaderSignedOn > hostServiceSignedOn ? teamLeaderSignedOn : hostServiceSignedOn;
}

/**
 * The integration rating of a team that is in force in a period.
 *
 * For: the integration level of a team in a period. Rule: the last rating that had both signatures on or
 * before the period's last day, by the day of its second signature.
 * @param ratings ratings of one team, oldest first
 * @param lastDayOfPeriod ISO day
 * @returns the rating, or undefined where none is in force
 * Errors: none. Source: outcome definitions, section 8 (ours). Checked: by example.
 */
export function integrationRatingInForce<Rating extends SignedRating>(
  ratings: readonly Rating[],
  lastDayOfPeriod: string,
): Rating | undefined {
  const inForce = ratings.filter((rating) => {
    const day = completedOn(rating);
    return day !== null && day <= lastDayOfPeriod;
  });
  return latestBy(inForce, (rating) => completedOn(rating) ?? '');
}
