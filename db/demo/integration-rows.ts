import { addDays } from '#scoring/calendar/iso-day.ts';
import { halfYearBounds, listHalfYears } from '#scoring/calendar/half-year.ts';
import { proposedIntegrationLevel } from '#scoring/integration/integration-rating.ts';
import { integrationScheme2026 } from '#scoring/integration/integration-scheme.ts';

import { INTEGRATION_SCHEME_ID } from '../reference-data.ts';
import type {
  IntegrationCriteriaTable,
  IntegrationLevel,
  IntegrationRatingsTable,
} from '../schema/reviews.ts';
import { DEFAULT_PERIOD } from './demo-constants.ts';
import { between, isDrawn, pick, streamOf, type SeededRandom } from './draw.ts';
import type { Identities } from './identities.ts';
import { criterionEvidence, levelReasons } from './integration-words.ts';
import { DEMO_TEAM, type TeamProfile } from './team-profiles.ts';
import { signatoryKey } from './user-rows.ts';

export interface IntegrationRows {
  ratings: IntegrationRatingsTable[];
  criteria: IntegrationCriteriaTable[];
}

const halfYears = listHalfYears('2024-H2', DEFAULT_PERIOD);

/** Teams whose newest rating is a draft without a level, and teams that have never rated. */
const drafts = [33, 68];
const neverRated = [59, 90];

/** 0, 1 or 2 points: each criterion leans on the team's integration and has a part of its own. */
function pointsOf(random: SeededRandom, team: TeamProfile, place: number): number {
  const drawn = 0.75 * team.integration + 0.65 * random.normal() + 0.1 * place;
  return drawn < -0.65 ? 0 : drawn < 0.55 ? 1 : 2;
}

const levels: readonly IntegrationLevel[] = ['low', 'medium', 'high'];

/** Now and then the rater chooses the neighbouring level and says why. */
function chosenLevel(random: SeededRandom, proposed: IntegrationLevel): IntegrationLevel {
  if (!isDrawn(random, 0.05)) return proposed;
  return proposed === 'medium' ? pick(random, ['low', 'high'] as const) : 'medium';
}

/** A rating in every half-year, signed by both sides; the demo team's newest one waits for the host service. */
export function integrationRows(
  profiles: readonly TeamProfile[],
  sameProvider: ReadonlySet<number>,
  ids: Identities,
  seed: number,
): IntegrationRows {
  const rows: IntegrationRows = { ratings: [], criteria: [] };
  for (const team of profiles) {
    if (neverRated.includes(team.index)) continue;
    const random = streamOf(seed, 'integration', team.index);
    for (const [place, halfYear] of halfYears.entries()) {
      const { to } = halfYearBounds(halfYear);
      const ratedOn = addDays(to, -between(random, 22, 50));
      if (ratedOn < addDays(team.startDate, 120)) continue;
      const isNewest = halfYear === DEFAULT_PERIOD;
      const stage =
        isNewest && drafts.includes(team.index)
          ? 'draft'
          : isNewest && team.index === DEMO_TEAM
            ? 'waiting'
            : 'signed';
      const provider = sameProvider.has(team.index) ? 'same' : 'different';
      addRating(rows, random, { team, place, ratedOn, stage, provider }, ids);
    }
  }
  return rows;
}

interface RatingPart {
  team: TeamProfile;
  place: number;
  ratedOn: string;
  stage: 'draft' | 'waiting' | 'signed';
  provider: 'same' | 'different';
}

function addRating(
  rows: IntegrationRows,
  random: SeededRandom,
  { team, place, ratedOn, stage, provider }: RatingPart,
  ids: Identities,
): void {
  const id = ids.rating(`${team.index}/${place}`);
  const points = Object.fromEntries(
    integrationScheme2026.criteria.map(({ key }) => [key, pointsOf(random, team, place)]),
  );
  const proposal = proposedIntegrationLevel(integrationScheme2026, points);
  const proposed = proposal.status === 'proposed' ? proposal.level : (levels[1] ?? 'medium');
  const chosen = chosenLevel(random, proposed);
  const isDraft = stage === 'draft';
  const leader = ids.user(signatoryKey(team.index, 'leader'));
  const host = ids.user(signatoryKey(team.index, 'host'));
  const signedOn = addDays(ratedOn, between(random, 1, 7));
  rows.ratings.push({
    id,
    teamId: ids.team(team.index),
    schemeId: INTEGRATION_SCHEME_ID,
    ratedOn,
    provider,
    proposedLevel: isDraft ? null : proposed,
    chosenLevel: isDraft ? null : chosen,
    reason: isDraft || chosen === proposed ? '' : pick(random, levelReasons),
    leaderSignedBy: isDraft ? null : leader,
    leaderSignedAt: isDraft ? null : `${signedOn}T10:05:00.000Z`,
    hostSignedBy: stage === 'signed' ? host : null,
    hostSignedAt:
      stage === 'signed' ? `${addDays(signedOn, between(random, 1, 14))}T14:40:00.000Z` : null,
    createdAt: `${ratedOn}T09:30:00.000Z`,
    createdBy: leader,
    version: isDraft ? 1 : stage === 'waiting' ? 3 : 4,
  });
  for (const [criterion, rating] of Object.entries(points)) {
    const isMissing = isDraft && criterion === 'commissioner-support';
    rows.criteria.push({
      id: ids.criterion(`${id}/${criterion}`),
      ratingId: id,
      criterion,
      rating: isMissing ? null : rating,
      evidence: isMissing ? '' : (criterionEvidence[criterion]?.[rating] ?? ''),
    });
  }
}
