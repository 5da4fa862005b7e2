import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import { INTEGRATION_SCHEME_ID } from '#db/reference-data.ts';
import type { IntegrationRatingsTable } from '#db/schema/reviews.ts';

import { insertRows, setUp, setUpAt } from './set-up.ts';

/** An integration rating in each state it goes through. */
const states = {
  draft: { chosenLevel: null, leader: false, host: false },
  'ready to sign': { chosenLevel: 'medium', leader: false, host: false },
  'signed by the leader': { chosenLevel: 'medium', leader: true, host: false },
  'signed by the host service': { chosenLevel: 'medium', leader: false, host: true },
  'signed by both': { chosenLevel: 'medium', leader: true, host: true },
} as const;

export async function aRating(
  db: Db,
  teamId: string,
  state: keyof typeof states,
  facts: Partial<IntegrationRatingsTable> = {},
): Promise<string> {
  const { chosenLevel, leader, host } = states[state];
  const ratedOn = facts.ratedOn ?? '2026-06-01';
  const signedAt = `${ratedOn}T12:00:00.000Z`;
  const rating: IntegrationRatingsTable = {
    id: randomUUID(),
    teamId,
    schemeId: INTEGRATION_SCHEME_ID,
    ratedOn,
    provider: 'different',
    proposedLevel: chosenLevel,
    chosenLevel,
    reason: '',
    leaderSignedBy: null,
    leaderSignedAt: leader ? signedAt : null,
    hostSignedBy: null,
    hostSignedAt: host ? signedAt : null,
    createdAt: setUpAt,
    createdBy: null,
    version: 1,
    ...facts,
  };
  await setUp(db, (trx) => insertRows(trx, 'integrationRatings', [rating]));
  return rating.id;
}

/** Signed by both services, unless said otherwise on the day of the rating. */
export const aSignedRating = (
  db: Db,
  teamId: string,
  facts: Partial<IntegrationRatingsTable> = {},
): Promise<string> => aRating(db, teamId, 'signed by both', facts);
