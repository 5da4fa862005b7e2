import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More texts of SQL than the product has queries; lists of many lengths in a condition make some more. */
const mostKept = 500;

/**
 * Prepares each query once for its connection: preparing one takes longer than most of ours run. SQLite notices by
 * itself when the schema has changed since.
 */
export function withKeptStatements(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      if (!/^(select|insert|update|delete|with)\b/i.test(sql)) return statement;
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}
