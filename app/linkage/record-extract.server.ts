import { inChange, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { insertLinkageExtract } from '#db/queries/linkage-extracts.ts';

import type { Extract } from './make-extract.server.ts';

/** Notes that an extract was made: who, when, how many, and its SHA-256, by which its deletion can be shown. */
export async function recordExtract(
  db: Db,
  actor: Actor,
  extract: Omit<Extract, 'csv'> & { id: string; linkageDate: string },
): Promise<void> {
  const { id, linkageDate, clients, sent, leftOut, sha256 } = extract;
  await inChange(db, actor, (trx, record) =>
    insertLinkageExtract(trx, record, actor, { id, linkageDate, clients, sent, leftOut, sha256 }),
  );
}
