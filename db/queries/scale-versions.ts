import { randomUUID } from 'node:crypto';

import type { FidelityScale } from '#scoring/fidelity/scale-types.ts';

import { createOnce } from '../audit/create-once.ts';
import { StaleVersionError, type Actor } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';

export interface ScaleVersionSummary {
  id: string;
  name: string;
  validFrom: string;
  publishedAt: string;
  publishedByName: string | null;
  /** Why this version was published. */
  note: string;
}

export interface ScaleVersion extends ScaleVersionSummary {
  scale: FidelityScale;
}

const summaryColumns = [
  'version.id',
  'version.name',
  'version.validFrom',
  'version.publishedAt',
  'publisher.name as publishedByName',
  'version.note',
] as const;

function versionsInOrder(db: Db) {
  return db
    .selectFrom('scaleVersions as version')
    .leftJoin('users as publisher', 'publisher.id', 'version.publishedBy')
    .orderBy('version.validFrom', 'desc')
    .orderBy('version.publishedAt', 'desc')
    .orderBy('version.id');
}

/** Newest first. */
export async function listScaleVersions(db: Db): Promise<ScaleVersionSummary[]> {
  return versionsInOrder(db).select(summaryColumns).execute();
}

/** The version a review was set up with, for ever the one it is scored on. */
export async function getScaleVersion(db: Db, id: string): Promise<ScaleVersion> {
  const version = await findScaleVersion(db, id);
  if (version === undefined) throw new Error(`getScaleVersion: there is no scale version ${id}`);
  return version;
}

export async function findScaleVersion(db: Db, id: string): Promise<ScaleVersion | undefined> {
  const row = await versionsInOrder(db)
    .select([...summaryColumns, 'version.definition'])
    .where('version.id', '=', id)
    .executeTakeFirst();
  return row && withScale(row);
}

/** The version in force on a day. */
export async function findScaleVersionOn(db: Db, day: string): Promise<ScaleVersion | undefined> {
  const row = await versionsInOrder(db)
    .select([...summaryColumns, 'version.definition'])
    .where('version.validFrom', '<=', day)
    .limit(1)
    .executeTakeFirst();
  return row && withScale(row);
}

/** The version that holds last, which may begin on a later day: the one a correction starts from. */
export async function findNewestScaleVersion(db: Db): Promise<ScaleVersion | undefined> {
  const row = await versionsInOrder(db)
    .select([...summaryColumns, 'version.definition'])
    .limit(1)
    .executeTakeFirst();
  return row && withScale(row);
}

function withScale({
  definition,
  ...version
}: ScaleVersionSummary & { definition: string }): ScaleVersion {
  return { ...version, scale: JSON.parse(definition) as FidelityScale };
}

/** How many versions there are: the number that a correction was written against. */
export async function countScaleVersions(db: Db): Promise<number> {
  const { versions } = await db
    .selectFrom('scaleVersions')
    .select(({ fn }) => fn.countAll().as('versions'))
    .executeTakeFirstOrThrow();
  return Number(versions);
}

export interface NewScaleVersion {
  name: string;
  validFrom: string;
  note: string;
  scale: FidelityScale;
  /** How many versions there were when the correction was written: one more would be dropped silently. */
  versionsKnown: number;
  /** Number of the corrected item, for the audit record. */
  itemNumber: number;
}

/** Publishes a corrected version beside the earlier ones, none of which changes. */
export async function insertScaleVersion(
  db: Db,
  actor: Actor & { userId: string },
  submissionId: string,
  version: NewScaleVersion,
  location: string,
): Promise<string> {
  const outcome = await createOnce(db, actor, submissionId, async (trx, record) => {
    if ((await countScaleVersions(trx)) !== version.versionsKnown) {
      throw new StaleVersionError('fidelity scale');
    }
    const id = randomUUID();
    await trx
      .insertInto('scaleVersions')
      .values({
        id,
        name: version.name,
        validFrom: version.validFrom,
        definition: JSON.stringify(version.scale),
        publishedAt: actor.at,
        publishedBy: actor.userId,
        note: version.note,
      })
      .execute();
    await record({
      action: 'publish',
      entity: 'scale version',
      entityId: id,
      detail: { validFrom: version.validFrom, itemNumber: version.itemNumber },
    });
    return { location };
  });
  return outcome.location;
}
