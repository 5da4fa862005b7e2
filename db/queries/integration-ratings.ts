import { randomUUID } from 'node:crypto';

import { createOnce } from '../audit/create-once.ts';
import { inChange, StaleVersionError, type Actor, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { IntegrationLevel, IntegrationRatingsTable } from '../schema/reviews.ts';

export interface CriterionEntry {
  rating: number | null;
  evidence: string;
}

/** What the criteria page of the form holds. */
export interface RatingFacts {
  ratedOn: string;
  provider: IntegrationRatingsTable['provider'];
  criteria: Record<string, CriterionEntry>;
}

export interface IntegrationRating extends RatingFacts {
  id: string;
  teamId: string;
  teamName: string;
  hostServiceName: string | null;
  schemeId: string;
  proposedLevel: IntegrationLevel | null;
  chosenLevel: IntegrationLevel | null;
  reason: string;
  leaderSignedAt: string | null;
  leaderName: string | null;
  hostSignedAt: string | null;
  hostName: string | null;
  version: number;
}

export interface RatingSummary {
  id: string;
  teamId: string;
  teamName: string;
  ratedOn: string;
  chosenLevel: IntegrationLevel | null;
  leaderSignedAt: string | null;
  hostSignedAt: string | null;
}

/** Newest first: a team's own, or those of every team that a host service is home to. */
export async function listIntegrationRatings(
  db: Db,
  of: { teamId: string } | { hostServiceId: string },
): Promise<RatingSummary[]> {
  const query = db
    .selectFrom('integrationRatings as rating')
    .innerJoin('teams as team', 'team.id', 'rating.teamId')
    .select([
      'rating.id',
      'rating.teamId',
      'team.name as teamName',
      'rating.ratedOn',
      'rating.chosenLevel',
      'rating.leaderSignedAt',
      'rating.hostSignedAt',
    ])
    .orderBy('rating.ratedOn', 'desc')
    .orderBy('rating.id');
  return 'teamId' in of
    ? query.where('rating.teamId', '=', of.teamId).execute()
    : query.where('team.hostServiceId', '=', of.hostServiceId).execute();
}

/** A rating by its team and id: another team's rating is not found, like one that does not exist. */
export async function findIntegrationRating(
  db: Db,
  teamId: string,
  ratingId: string,
): Promise<IntegrationRating | undefined> {
  const row = await db
    .selectFrom('integrationRatings as rating')
    .innerJoin('teams as team', 'team.id', 'rating.teamId')
    .leftJoin('hostServices as host', 'host.id', 'team.hostServiceId')
    .leftJoin('users as leader', 'leader.id', 'rating.leaderSignedBy')
    .leftJoin('users as representative', 'representative.id', 'rating.hostSignedBy')
    .select([
      'rating.id',
      'rating.teamId',
      'team.name as teamName',
      'host.name as hostServiceName',
      'rating.schemeId',
      'rating.ratedOn',
      'rating.provider',
      'rating.proposedLevel',
      'rating.chosenLevel',
      'rating.reason',
      'rating.leaderSignedAt',
      'leader.name as leaderName',
      'rating.hostSignedAt',
      'representative.name as hostName',
      'rating.version',
    ])
    .where('rating.id', '=', ratingId)
    .where('rating.teamId', '=', teamId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const criteria = await db
    .selectFrom('integrationCriteria')
    .select(['criterion', 'rating', 'evidence'])
    .where('ratingId', '=', ratingId)
    .execute();
  return {
    ...row,
    criteria: Object.fromEntries(
      criteria.map(({ criterion, rating, evidence }) => [criterion, { rating, evidence }]),
    ),
  };
}

/** Whether the rating is of a team of this host service and has come to a level, so that its side may read it. */
export async function isRatingForHost(
  db: Db,
  { teamId, ratingId, hostServiceId }: { teamId: string; ratingId: string; hostServiceId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('integrationRatings as rating')
    .innerJoin('teams as team', 'team.id', 'rating.teamId')
    .select('rating.id')
    .where('rating.id', '=', ratingId)
    .where('rating.teamId', '=', teamId)
    .where('team.hostServiceId', '=', hostServiceId)
    .where('rating.chosenLevel', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes a draft; a second post of the same form finds the first one's. */
export async function insertIntegrationRating(
  db: Db,
  actor: Actor & { userId: string },
  submissionId: string,
  facts: RatingFacts & { teamId: string; schemeId: string },
  locationOf: (ratingId: string) => string,
): Promise<string> {
  const { location } = await createOnce(db, actor, submissionId, async (trx, record) => {
    const id = randomUUID();
    await trx
      .insertInto('integrationRatings')
      .values({
        id,
        teamId: facts.teamId,
        schemeId: facts.schemeId,
        ratedOn: facts.ratedOn,
        provider: facts.provider,
        proposedLevel: null,
        chosenLevel: null,
        reason: '',
        leaderSignedBy: null,
        leaderSignedAt: null,
        hostSignedBy: null,
        hostSignedAt: null,
        createdAt: actor.at,
        createdBy: actor.userId,
        version: 1,
      })
      .execute();
    await replaceCriteria(trx, id, facts.criteria);
    await record({
      action: 'insert',
      entity: 'integration rating',
      entityId: id,
      teamId: facts.teamId,
    });
    return { location: locationOf(id) };
  });
  return location;
}

export interface RatingKey {
  teamId: string;
  ratingId: string;
  version: number;
}

/** Saves the criteria of an unsigned rating. A level chosen before no longer fits and is taken off. */
export async function updateRatingFacts(
  db: Db,
  actor: Actor,
  key: RatingKey,
  facts: RatingFacts,
): Promise<void> {
  await changeUnsigned(
    db,
    actor,
    key,
    'update',
    {
      ratedOn: facts.ratedOn,
      provider: facts.provider,
      proposedLevel: null,
      chosenLevel: null,
      reason: '',
    },
    (trx) => replaceCriteria(trx, key.ratingId, facts.criteria),
  );
}

/** Saves the level of an unsigned rating. */
export async function updateRatingLevel(
  db: Db,
  actor: Actor,
  key: RatingKey,
  level: { proposedLevel: IntegrationLevel; chosenLevel: IntegrationLevel; reason: string },
): Promise<void> {
  await changeUnsigned(db, actor, key, 'choose level', level);
}

/**
 * Signs for the team or for the host service. Both sign the same version of the text: after the first signature nothing
 * but the second one, or withdrawing the first, changes the rating.
 */
export async function signIntegrationRating(
  db: Db,
  actor: Actor & { userId: string },
  key: RatingKey,
  side: 'leader' | 'host',
): Promise<void> {
  const signature =
    side === 'leader'
      ? { leaderSignedBy: actor.userId, leaderSignedAt: actor.at }
      : { hostSignedBy: actor.userId, hostSignedAt: actor.at };
  await changeRating(db, actor, key, `sign as ${side}`, signature, (query) =>
    query
      .where('chosenLevel', 'is not', null)
      .where(side === 'leader' ? 'leaderSignedAt' : 'hostSignedAt', 'is', null),
  );
}

/** Takes back the only signature there is, so that the rating can be corrected. Two signatures stay for good. */
export async function withdrawSignature(
  db: Db,
  actor: Actor,
  key: RatingKey,
  side: 'leader' | 'host',
): Promise<void> {
  const none =
    side === 'leader'
      ? { leaderSignedBy: null, leaderSignedAt: null }
      : { hostSignedBy: null, hostSignedAt: null };
  await changeRating(db, actor, key, `withdraw signature as ${side}`, none, (query) =>
    query
      .where(side === 'leader' ? 'leaderSignedAt' : 'hostSignedAt', 'is not', null)
      .where(side === 'leader' ? 'hostSignedAt' : 'leaderSignedAt', 'is', null),
  );
}

type Columns = Partial<Omit<IntegrationRatingsTable, 'id' | 'teamId' | 'version'>>;
type Update = ReturnType<typeof ratingUpdate>;

function ratingUpdate(trx: Trx, key: RatingKey, columns: Columns) {
  return trx
    .updateTable('integrationRatings')
    .set({ ...columns, version: key.version + 1 })
    .where('id', '=', key.ratingId)
    .where('teamId', '=', key.teamId)
    .where('version', '=', key.version);
}

async function changeRating(
  db: Db,
  actor: Actor,
  key: RatingKey,
  action: string,
  columns: Columns,
  only: (query: Update) => Update,
  also?: (trx: Trx) => Promise<void>,
): Promise<void> {
  await inChange(db, actor, async (trx, record) => {
    const { numUpdatedRows } = await only(ratingUpdate(trx, key, columns)).executeTakeFirst();
    if (numUpdatedRows === 0n) throw new StaleVersionError('integration rating');
    await also?.(trx);
    await record({
      action,
      entity: 'integration rating',
      entityId: key.ratingId,
      teamId: key.teamId,
      detail: { fields: Object.keys(columns) },
    });
  });
}

async function changeUnsigned(
  db: Db,
  actor: Actor,
  key: RatingKey,
  action: string,
  columns: Columns,
  also?: (trx: Trx) => Promise<void>,
): Promise<void> {
  const unsigned = (query: Update) =>
    query.where('leaderSignedAt', 'is', null).where('hostSignedAt', 'is', null);
  await changeRating(db, actor, key, action, columns, unsigned, also);
}

async function replaceCriteria(
  trx: Trx,
  ratingId: string,
  criteria: Record<string, CriterionEntry>,
): Promise<void> {
  await trx.deleteFrom('integrationCriteria').where('ratingId', '=', ratingId).execute();
  const rows = Object.entries(criteria).map(([criterion, entry]) => ({
    id: randomUUID(),
    ratingId,
    criterion,
    ...entry,
  }));
  if (rows.length > 0) await trx.insertInto('integrationCriteria').values(rows).execute();
}
