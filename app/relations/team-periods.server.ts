import type { Db } from '#db/connection/open-database.ts';
import { listSignedOffReviews, listSignedRatings } from '#db/queries/team-facts.ts';
import { getScaleVersion } from '#db/queries/scale-versions.ts';
import type { ContactRate } from '#scoring/employers/contact-rate.ts';
import type { FidelityScale } from '#scoring/fidelity/scale-types.ts';
import { fidelityTotal } from '#scoring/fidelity/total.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import type { JobEntryRate } from '#scoring/outcomes/job-entry-rate.ts';
import {
  clientsBehindMeetings,
  type MeetingsPerClient,
} from '#scoring/meetings/meetings-per-client.ts';
import { fidelityReviewInForce, integrationRatingInForce } from '#scoring/relations/in-force.ts';
import type {
  FidelityReviewKind,
  IntegrationLevelKey,
  RelationSettings,
  TeamPeriod,
} from '#scoring/relations/team-period.ts';

import type { Period } from './period.ts';
import { byTeam, contactsByTeam, meetingsByTeam, type TeamContacts } from './team-inputs.server.ts';
import { ratesByTeam } from './team-rates.server.ts';

export interface ReviewInForce {
  reviewId: string;
  kind: FidelityReviewKind;
  scaleVersionId: string;
  lastVisitDay: string;
  signedOffOn: string;
  scores: Record<number, number>;
  total: number;
  band: string;
}

export interface RatingInForce {
  ratingId: string;
  ratedOn: string;
  level: IntegrationLevelKey;
  teamLeaderSignedOn: string;
  hostServiceSignedOn: string;
}

/** Everything known of one team in one period, from which both its own page and the relations are drawn. */
export interface TeamRecord {
  teamId: string;
  rate: JobEntryRate | undefined;
  review: ReviewInForce | undefined;
  rating: RatingInForce | undefined;
  contacts: TeamContacts | undefined;
  meetings: MeetingsPerClient | undefined;
}

interface Question {
  definition: JobEntryDefinition;
  period: Period;
  today: string;
  settings: RelationSettings;
  teamId?: string;
}

/** The records of every team that has anything to show in the period, or of one team. */
export async function teamRecords(db: Db, question: Question): Promise<Map<string, TeamRecord>> {
  const { definition, period, today, settings, teamId } = question;
  const window = { from: period.from, to: period.to, ...(teamId === undefined ? {} : { teamId }) };
  const rates = await ratesByTeam(db, definition, period, today, teamId);
  const contacts = await contactsByTeam(db, window);
  const meetings = await meetingsByTeam(db, window);
  const reviews = byTeam(await withTotals(db, await listSignedOffReviews(db, window)));
  const ratings = byTeam((await listSignedRatings(db, window)).map(withBothDays));
  const teams = new Set(
    [rates, contacts, meetings, reviews, ratings].flatMap((map) => [...map.keys()]),
  );
  return new Map(
    [...teams].map((id) => [
      id,
      {
        teamId: id,
        rate: rates.get(id),
        review: fidelityReviewInForce(reviews.get(id) ?? [], period.to, settings),
        rating: integrationRatingInForce(ratings.get(id) ?? [], period.to),
        contacts: contacts.get(id),
        meetings: meetings.get(id),
      },
    ]),
  );
}

/** Totals under the scale version each review was scored on; an incomplete review has none and is left out. */
async function withTotals(
  db: Db,
  reviews: Awaited<ReturnType<typeof listSignedOffReviews>>,
): Promise<(ReviewInForce & { teamId: string })[]> {
  const scales = new Map<string, FidelityScale>();
  for (const id of new Set(reviews.map(({ scaleVersionId }) => scaleVersionId))) {
    scales.set(id, (await getScaleVersion(db, id)).scale);
  }
  return reviews.flatMap((review) => {
    const scale = scales.get(review.scaleVersionId);
    const total = scale === undefined ? undefined : fidelityTotal(scale, review.scores);
    return total?.status === 'complete'
      ? [{ ...review, total: total.total, band: total.band.label }]
      : [];
  });
}

function withBothDays({
  signedOn,
  ...rating
}: Awaited<ReturnType<typeof listSignedRatings>>[number]): RatingInForce & { teamId: string } {
  return { ...rating, teamLeaderSignedOn: signedOn, hostServiceSignedOn: signedOn };
}

/** A team's record as the relations use it. */
export function teamPeriod(record: TeamRecord): TeamPeriod {
  return {
    teamId: record.teamId,
    clients: record.rate?.denominator ?? 0,
    jobEntries: record.rate?.numerator ?? 0,
    fidelityTotal: record.review?.total ?? null,
    fidelityReviewKind: record.review?.kind ?? null,
    itemScores: record.review?.scores ?? null,
    integrationLevel: record.rating?.level ?? null,
    contactsPerWeek: perWeek(record.contacts?.strict),
    contactsPerWeekAllModes: perWeek(record.contacts?.allModes),
    meetingsPerClientMonth:
      record.meetings?.status === 'measured' ? record.meetings.meetingsPerClientMonth : null,
    clientsBehindMeetings:
      record.meetings?.status === 'measured' ? clientsBehindMeetings(record.meetings) : null,
  };
}

function perWeek(rate: ContactRate | undefined): number | null {
  return rate?.status === 'rate' ? rate.contactsPerWeek : null;
}
