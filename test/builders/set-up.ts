import { inChange, type Trx } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Database } from '#db/schema/index.ts';

/** Rows in one insert: below the number of values that one statement may carry. */
const rowsAtATime = 500;

export const setUpAt = '2026-07-01T09:00:00.000Z';

/** What a builder writes, with the audit record that every change has: kept results see that the data changed. */
export async function setUp<Made>(db: Db, build: (trx: Trx) => Promise<Made>): Promise<Made> {
  return inChange(db, { userId: null, at: setUpAt }, async (trx, record) => {
    const made = await build(trx);
    await record({ action: 'insert', entity: 'test data', entityId: 'built' });
    return made;
  });
}

/** Any number of rows of one table. */
export async function insertRows<Table extends keyof Database>(
  trx: Trx,
  table: Table,
  rows: readonly Database[Table][],
): Promise<void> {
  for (let first = 0; first < rows.length; first += rowsAtATime) {
    // No table of ours has generated columns: a row to insert is a row as it stands.
    const values = rows.slice(first, first + rowsAtATime) as never[];
    await trx.insertInto(table).values(values).execute();
  }
}
