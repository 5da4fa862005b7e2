import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import SQLite from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';

import type { Database } from '../schema/index.ts';
import { withKeptStatements } from './kept-statements.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** "GThr" in the file header: tells our file from any other SQLite file before a single table is read. */
const APPLICATION_ID = 0x47546872;

export type Db = Kysely<Database>;

export interface OpenDatabase {
  db: Db;
  path: string;
  /** Writes the log back into the file and closes it. */
  close: () => Promise<void>;
}

interface Options {
  path: string;
  /** Only set-up commands may create a file: a mistyped path must not open as an empty site. */
  create?: boolean;
  readOnly?: boolean;
}

/**
 * The one place that opens a database. One Kysely instance per file and process: SQLite has one writer, and
 * the instance queues for it.
 */
export function openDatabase({ path, create = false, readOnly = false }: Options): OpenDatabase {
  const isNew = !existsSync(path) || statSync(path).size === 0;
  if (isNew && !create) {
    throw new Error(
      `Database file ${path} is missing or empty. Make it with "npm run db:migrate", or check DATABASE_FILE.`,
    );
  }
  mkdirSync(dirname(path), { recursive: true });
  const file = new SQLite(path, { fileMustExist: !create, readonly: readOnly, timeout: 5000 });
  try {
    if (isNew) file.pragma(`application_id = ${APPLICATION_ID}`);
    else checkApplicationId(file, path);
    applySettings(file, readOnly);
  } catch (error) {
    file.close();
    throw error;
  }
  const db = new Kysely<Database>({
    dialect: sqliteDialect(withKeptStatements(file), () => file.inTransaction),
    plugins: [new CamelCasePlugin()],
  });
  return {
    db,
    path,
    close: async () => {
      if (!readOnly && file.open) file.pragma('wal_checkpoint(TRUNCATE)');
      await db.destroy();
      // Kysely only closes a file that it has used.
      if (file.open) file.close();
    },
  };
}

function checkApplicationId(file: SQLite.Database, path: string): void {
  if (file.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new Error(`${path} is not a Golden Thread database: its application id differs.`);
  }
}

function applySettings(file: SQLite.Database, readOnly: boolean): void {
  if (!readOnly) file.pragma('journal_mode = WAL');
  // FULL, not WAL's default NORMAL: a power cut must not lose a save that was acknowledged.
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 5000');
  file.pragma('trusted_schema = OFF');
  // What is deleted is overwritten: an undone round must not be read from the free pages of the file.
  file.pragma('secure_delete = ON');
  file.pragma('cell_size_check = ON');
  file.pragma('journal_size_limit = 67108864');
  file.pragma('cache_size = -65536');
}
