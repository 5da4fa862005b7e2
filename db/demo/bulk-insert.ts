import { CompiledQuery, type InsertObject } from 'kysely';

import type { Trx } from '../audit/change.ts';
import type { Database } from '../schema/index.ts';

/** SQLite takes 32,766 values in one statement; longer statements are not faster. */
const VALUES_A_STATEMENT = 6_000;

type Row<T extends keyof Database> = { [column in keyof Database[T]]: string | number | null };

/**
 * Writes rows of one shape many at a time. Kysely compiles the first row, which gives the column names as the file
 * spells them; the other rows repeat its values clause, so that half a million rows do not pass through the compiler.
 */
export async function insertRows<T extends keyof Database>(
  trx: Trx,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof Database[T])[];
  const compiled = trx
    .insertInto(table)
    .values(first as unknown as InsertObject<Database, T>)
    .compile();
  const group = `(${columns.map(() => '?').join(', ')})`;
  const start = compiled.sql.slice(0, compiled.sql.lastIndexOf('values'));
  const rowsAStatement = Math.max(1, Math.floor(VALUES_A_STATEMENT / columns.length));
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    const part = rows.slice(from, from + rowsAStatement);
    const values: (string | number | null)[] = [];
    for (const row of part) for (const column of columns) values.push(row[column]);
    const sql = `${start}values ${new Array(part.length).fill(group).join(', ')}`;
    await trx.executeQuery(CompiledQuery.raw(sql, values));
  }
}
