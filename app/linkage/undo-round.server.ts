import type { AppLoadContext } from '@remix-run/node';

import { actorOf } from '#app/server/context.server.ts';
import { logError } from '#app/server/log.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { findImportOfRound, moveLinkageImport } from '#db/queries/linkage-imports.ts';
import { findCurrentRound, undoRound } from '#db/queries/linked-round-writing.ts';

/** Undoes a round at once for everybody who reads; its people are deleted beside the pages, in parts. */
export async function undoLinkedRound(
  context: AppLoadContext,
  roundId: string,
  version: number,
): Promise<void> {
  await inChange(context.db, actorOf(context), async (trx, record) => {
    const round = await findCurrentRound(trx, roundId);
    if (round?.version !== version) throw new StaleVersionError('linked round');
    await undoRound(trx, record, roundId);
    const found = await findImportOfRound(trx, roundId);
    if (found === undefined) return;
    await moveLinkageImport(trx, record, found.id, { from: 'imported', to: 'undone' });
  });
  context.work.ask('linkageUndo', { roundId }).catch((error: unknown) => logError(error));
}
