import { hash } from 'node:crypto';

import { sql } from 'kysely';

import type { Db } from '#db/connection/open-database.ts';

/**
 * Every row of every table, as one line by table: how many, and a hash of them. Left out is when a session was last
 * seen, which every visit may set.
 */
export async function everythingSaved(db: Db): Promise<Map<string, string>> {
  const tables = await db.introspection.getTables();
  const saved = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      db,
    );
    const texts = rows.map((row) => JSON.stringify({ ...row, lastSeenAt: undefined }));
    saved.set(name, `${rows.length} rows, ${hash('sha256', texts.join('\n'), 'hex')}`);
  }
  return saved;
}

/** The tables that differ. */
export function changedTables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name);
}
