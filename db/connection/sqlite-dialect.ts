import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type SqliteDatabase,
} from 'kysely';

/** `begin immediate` takes the write lock at once, so that two writers wait instead of failing half way. */
class ImmediateDriver extends SqliteDriver {
  readonly #isInTransaction: () => boolean;

  constructor(database: SqliteDatabase, isInTransaction: () => boolean) {
    super({ database });
    this.#isInTransaction = isInTransaction;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite ends a transaction itself on a full disk: a second rollback would mask the real error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#isInTransaction()) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

/** SQLite's DDL is transactional; Kysely leaves it off. Without it a kill in mid-migration bricks the file. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function sqliteDialect(database: SqliteDatabase, isInTransaction: () => boolean): Dialect {
  const plain = new SqliteDialect({ database });
  return {
    createDriver: () => new ImmediateDriver(database, isInTransaction),
    createQueryCompiler: () => plain.createQueryCompiler(),
    createAdapter: () => new TransactionalDdlAdapter(),
    createIntrospector: (db) => plain.createIntrospector(db),
  };
}
