import { inChange, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findLinkageImport, moveLinkageImport } from '#db/queries/linkage-imports.ts';
import { undoRound } from '#db/queries/linked-round-writing.ts';

import { deleteRoundPeople } from './write-round.server.ts';

/** Deletes the people of a round that was undone. */
export async function linkageUndo(db: Db, { roundId }: { roundId: string }): Promise<void> {
  await deleteRoundPeople(db, roundId);
}

/** Ends an import that will not be finished: its round is read by nobody, and the people in it are deleted. */
export async function endImport(
  db: Db,
  actor: Actor,
  importId: string,
  as: 'failed' | 'abandoned',
): Promise<void> {
  const roundId = await inChange(db, actor, async (trx, record) => {
    const found = await findLinkageImport(trx, importId);
    if (found === undefined || !['checking', 'checked', 'writing'].includes(found.state)) {
      await record({ action: 'left', entity: 'linkage import', entityId: importId });
      return null;
    }
    await moveLinkageImport(trx, record, importId, { from: found.state, to: as });
    if (found.roundId !== null) await undoRound(trx, record, found.roundId);
    return found.roundId;
  });
  if (roundId !== null) await deleteRoundPeople(db, roundId);
}
