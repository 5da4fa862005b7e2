import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import SQLite from 'better-sqlite3';
import { Migrator, NO_MIGRATIONS, sql, type Migration } from 'kysely';

import { openDatabase, type Db } from './connection/open-database.ts';
import { migrations } from './migrations/index.ts';

export interface MigrationOutcome {
  applied: string[];
  /** Where the file as it was before is kept; null for a new file or when nothing was to be done. */
  copy: { path: string; sha256: string } | null;
}

/** Names of migrations the file has not had yet. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const known = await migratorFor(db, migrations).getMigrations();
  return known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/** Names of migrations that the file has had and this version does not know: a newer version has been at it. */
export async function unknownMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name));
}

/**
 * Brings the file at `path` up to date, creating it where missing. A file with data is copied beside itself
 * first (VACUUM INTO, checked, then renamed into place), so that a migration can always be taken back, and written anew
 * afterwards, so that nothing stays in it of what is no longer kept.
 */
export async function migrateFile(
  path: string,
  { now, upTo }: { now: Date; upTo?: string },
): Promise<MigrationOutcome> {
  const hadData = existsSync(path) && statSync(path).size > 0;
  const opened = openDatabase({ path, create: true });
  try {
    const pending = await pendingMigrations(opened.db);
    if (pending.length === 0) return { applied: [], copy: null };
    const copy = hadData ? await copyBeforeMigrating(path, now) : null;
    const applied = await applyMigrations(opened.db, upTo);
    // What an older version deleted without overwriting it is in free pages; a file that is written anew has none.
    if (hadData) await sql`vacuum`.execute(opened.db);
    return { applied, copy };
  } finally {
    await opened.close();
  }
}

async function applyMigrations(db: Db, upTo?: string): Promise<string[]> {
  const migrator = migratorFor(db, migrations);
  const { error, results } =
    upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error !== undefined) {
    const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'unknown';
    throw new Error(`Migration ${failed} failed; the file is as it was before it.`, {
      cause: error,
    });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

function migratorFor(db: Db, all: Record<string, Migration>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(all) } });
}

async function copyBeforeMigrating(
  path: string,
  now: Date,
): Promise<{ path: string; sha256: string }> {
  const stamp = now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const target = `${path}.before-migration-${stamp}`;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const source = new SQLite(path, { fileMustExist: true, timeout: 5000 });
  try {
    source.prepare('vacuum into ?').run(partial);
  } finally {
    source.close();
  }
  const copy = new SQLite(partial, { readonly: true });
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`The copy of ${path} is damaged: ${String(verdict)}`);
  } finally {
    copy.close();
  }
  renameSync(partial, target);
  const hash = createHash('sha256');
  await pipeline(createReadStream(target), hash);
  return { path: target, sha256: hash.digest('hex') };
}

export { NO_MIGRATIONS };
