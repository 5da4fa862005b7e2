import type { Params } from '@remix-run/react';

import { found, routeParam } from '#app/server/route-params.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findIntegrationRating, type IntegrationRating } from '#db/queries/integration-ratings.ts';
import { getScheme } from '#db/queries/integration-schemes.ts';
import {
  proposedIntegrationLevel,
  type IntegrationProposal,
} from '#scoring/integration/integration-rating.ts';
import type { IntegrationScheme } from '#scoring/integration/integration-scheme.ts';

/** The rating that an address names, or the answer for one that does not exist. */
export async function ratingAt(db: Db, params: Params): Promise<IntegrationRating> {
  const teamId = routeParam(params, 'teamId');
  return found(await findIntegrationRating(db, teamId, routeParam(params, 'ratingId')));
}

export function isSigned(
  rating: Pick<IntegrationRating, 'leaderSignedAt' | 'hostSignedAt'>,
): boolean {
  return rating.leaderSignedAt !== null || rating.hostSignedAt !== null;
}

/** The scheme that the rating was begun under, which it keeps. */
export async function schemeOf(db: Db, rating: IntegrationRating): Promise<IntegrationScheme> {
  return JSON.parse((await getScheme(db, rating.schemeId)).definition) as IntegrationScheme;
}

export function proposalFor(
  scheme: IntegrationScheme,
  rating: IntegrationRating,
): IntegrationProposal {
  const points = Object.entries(rating.criteria).map(
    ([key, entry]) => [key, entry.rating ?? undefined] as const,
  );
  return proposedIntegrationLevel(scheme, Object.fromEntries(points));
}
