import { inChange, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { insertLinkageExtract } from '#db/queries/linkage-extracts.ts';

import type { Extract } from './make-extract.server.ts';

/** Notes that an extract was made: who, when, how many, and its SHA-256, by which its deletion can be shown. */
export async function recordExtract(
  db: Db,
  actor: Actor,
  linkageDate: string,
  { clients, sent, leftOut, sha256 }: Extract,
): Promise<string> {
  return inChange(db, actor, (trx, record) =>
    insertLinkageExtract(trx, record, actor, { linkageDate, clients, sent, leftOut, sha256 }),
  );
}
