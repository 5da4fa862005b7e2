import type { Transaction } from 'kysely';

import type { Db } from '../connection/open-database.ts';
import type { Database } from '../schema/index.ts';
import { insertAuditRecord, type AuditEntry } from './audit-records.ts';

export type Trx = Transaction<Database>;

/** Who changes something, and when. The clock is the caller's. */
export interface Actor {
  /** null for set-up commands. */
  userId: string | null;
  at: string;
}

export type RecordChange = (entry: AuditEntry) => Promise<void>;

/**
 * The only way to change data: runs `change` in one transaction and requires at least one audit record in it, so
 * that no change is without its record and no record without its change. Inside, use `trx` only: a query on the outer
 * connection would wait for this transaction for ever.
 */
export async function inChange<T>(
  db: Db,
  actor: Actor,
  change: (trx: Trx, record: RecordChange) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    let recorded = 0;
    const result = await change(trx, async (entry) => {
      await insertAuditRecord(trx, actor, entry);
      recorded += 1;
    });
    if (recorded === 0) throw new Error('inChange: a change must write an audit record');
    return result;
  });
}

/** Thrown by a query inside inChange when somebody else saved first; the transaction is rolled back. */
export class StaleVersionError extends Error {
  constructor(entity: string) {
    super(`${entity} was changed by somebody else`);
    this.name = 'StaleVersionError';
  }
}
