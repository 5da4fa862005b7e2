import { conflictBetween } from '#app/forms/conflict.ts';
import type { Conflict, FieldError } from '#app/forms/form-values.ts';
import { StaleVersionError, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  countScaleVersions,
  findNewestScaleVersion,
  insertScaleVersion,
  listScaleVersions,
} from '#db/queries/scale-versions.ts';
import type { FidelityScale } from '#scoring/fidelity/scale-types.ts';

import { correctionWords } from './correction-words.ts';

export interface Correction {
  submissionId: string;
  version: number;
  name: string;
  validFrom: string;
  note: string;
  scale: FidelityScale;
}

export type PublishOutcome =
  | { kind: 'published'; location: string }
  | { kind: 'refused'; error: FieldError }
  | { kind: 'conflict'; conflict: Conflict };

/**
 * Publishes a corrected item. Where somebody published another version meanwhile, a copy of the older one would drop
 * their correction: both wordings are shown instead.
 */
export async function publishCorrection(
  db: Db,
  actor: Actor & { userId: string },
  itemNumber: number,
  { submissionId, version, ...correction }: Correction,
): Promise<PublishOutcome> {
  const versions = await listScaleVersions(db);
  const isRepeat = versions.length > version;
  if (!isRepeat && versions.some(({ name }) => name === correction.name)) {
    const message = 'Enter a name that no other version has';
    return { kind: 'refused', error: { field: 'name', message } };
  }
  const entry = { ...correction, versionsKnown: version, itemNumber };
  try {
    const location = await insertScaleVersion(db, actor, submissionId, entry, '/scale');
    return { kind: 'published', location };
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
  }
  const newest = await findNewestScaleVersion(db);
  if (newest === undefined) throw new Error('publishCorrection: there is no version to compare');
  const conflict = conflictBetween(
    await countScaleVersions(db),
    correctionWords(correction.scale, itemNumber),
    correctionWords(newest.scale, itemNumber),
  );
  return { kind: 'conflict', conflict };
}
