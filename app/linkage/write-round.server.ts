import { setTimeout as pause } from 'node:timers/promises';

import { inChange, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  moveLinkageImport,
  type LinkageImport,
  type LinkageImportCounts,
} from '#db/queries/linkage-imports.ts';
import {
  countLinkedPeople,
  deleteLinkedPeople,
  findCurrentRoundOfDay,
  insertLinkedPeople,
  insertLinkedRound,
  makeRoundCurrent,
} from '#db/queries/linked-round-writing.ts';

import type { CohortRows } from './cohort-rows.server.ts';

/** Rows that are written in some 15 ms: whoever saves meanwhile waits no longer than that. */
const rowsAPart = 250;

/** Between two parts everybody else gets the file: SQLite asks again after 1, 2, 5, 10 ms and then less often. */
const pauseMs = 20;

/** Thrown where a round of the same linkage date is read already. */
export class RoundTakenError extends Error {
  constructor() {
    super('There is a round of this linkage date already: undo it first');
    this.name = 'RoundTakenError';
  }
}

/**
 * Writes a round in parts that nobody reads, and then lets it be read in one change. A process that ends half way leaves
 * a round that is being written; the next start removes it.
 */
export async function writeRound(
  db: Db,
  actor: () => Actor,
  found: LinkageImport,
  {
    rows,
    followUp,
    counts,
  }: Pick<CohortRows, 'rows' | 'followUp'> & { counts: LinkageImportCounts },
  onProgress: (share: number) => void,
): Promise<void> {
  const { id: importId, name, linkageDate, sent, matched } = found;
  const roundId = await inChange(db, actor(), async (trx, record) => {
    const round = await insertLinkedRound(trx, record, {
      ...{ name, linkageDate, sent, matched },
      ...followUp,
    });
    const move = { from: 'writing', to: 'writing', roundId: round } as const;
    await moveLinkageImport(trx, record, importId, move);
    return round;
  });
  for (let first = 0; first < rows.length; first += rowsAPart) {
    const part = rows.slice(first, first + rowsAPart).map((row) => ({ ...row, roundId }));
    await insertLinkedPeople(db, part);
    onProgress(Math.min(1, (first + part.length) / rows.length));
    await pause(pauseMs);
  }
  const written = await countLinkedPeople(db, roundId);
  if (written !== rows.length) throw new Error('writeRound: not every row was written');
  await inChange(db, actor(), async (trx, record) => {
    if ((await findCurrentRoundOfDay(trx, linkageDate)) !== undefined) throw new RoundTakenError();
    await makeRoundCurrent(trx, record, roundId);
    await moveLinkageImport(trx, record, importId, { from: 'writing', to: 'imported', counts });
  });
}

/** Deletes the people of an undone round, in parts as they were written. */
export async function deleteRoundPeople(db: Db, roundId: string): Promise<void> {
  for (;;) {
    const deleted = await deleteLinkedPeople(db, roundId, rowsAPart);
    if (deleted === 0) return;
    await pause(pauseMs);
  }
}
