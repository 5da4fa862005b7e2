import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import { halfYearBounds } from '#scoring/calendar/half-year.ts';

import { inChange } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import { insertRows } from './bulk-insert.ts';
import { chartBaselineRows } from './chart-baseline-rows.ts';
import { DEFAULT_PERIOD } from './demo-constants.ts';
import { fittedWeight, type TeamRate } from './fidelity-weight.ts';
import type { Identities } from './identities.ts';
import { integrationRows } from './integration-rows.ts';
import { meetingNoteRows } from './meeting-note-rows.ts';
import { teamsWithOneProvider } from './organisation-rows.ts';
import { reviewPlans } from './review-plan.ts';
import { reviewRows } from './review-rows.ts';
import { seedActor } from './seed-actor.ts';
import type { TeamProfile } from './team-profiles.ts';

/** Months for which a review counts: the setting that a new file starts with. */
const MONTHS_IN_FORCE = 24;

/** Fidelity reviews with all scores, integration ratings, notes of national meetings, a new baseline of a chart. */
export async function writeQuality(
  db: Db,
  profiles: readonly TeamProfile[],
  rates: readonly TeamRate[],
  ids: Identities,
  seed: number,
): Promise<void> {
  const plans = reviewPlans(profiles, seed);
  const { to } = halfYearBounds(DEFAULT_PERIOD);
  const inForce = { from: addCalendarMonths(to, -MONTHS_IN_FORCE), to };
  const { weight } = fittedWeight(plans, rates, inForce, seed);
  const reviews = plans.map((plan) => reviewRows(plan, weight, ids, seed));
  const ratings = integrationRows(profiles, teamsWithOneProvider(profiles, seed), ids, seed);
  await inChange(db, seedActor, async (trx, record) => {
    await insertRows(
      trx,
      'fidelityReviews',
      reviews.map(({ review }) => review),
    );
    await insertRows(
      trx,
      'reviewReviewers',
      reviews.flatMap(({ reviewers }) => reviewers),
    );
    await insertRows(
      trx,
      'itemScores',
      reviews.flatMap(({ itemScores }) => itemScores),
    );
    await insertRows(
      trx,
      'itemEvidence',
      reviews.flatMap(({ evidence }) => evidence),
    );
    await insertRows(
      trx,
      'agreedScores',
      reviews.flatMap(({ agreedScores }) => agreedScores),
    );
    await insertRows(trx, 'integrationRatings', ratings.ratings);
    await insertRows(trx, 'integrationCriteria', ratings.criteria);
    await insertRows(trx, 'meetingNotes', meetingNoteRows(ids));
    await insertRows(trx, 'chartBaselines', chartBaselineRows(ids));
    await record({ action: 'seed', entity: 'demo', entityId: 'quality', detail: { weight } });
  });
}
