import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { openDatabase } from '#db/connection/open-database.ts';
import { seedDemo } from '#db/demo/seed-demo.ts';
import { migrateFile, pendingMigrations } from '#db/migrate.ts';
import { findInstallationValue } from '#db/queries/installation.ts';

import { showProgress } from './progress.ts';
import { sourceFingerprint } from './source-fingerprint.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The demonstration's own file, and the only one that these commands ever touch. */
export const DEMO_FILE = join(ROOT, 'data', 'demo.sqlite');

/**
 * Makes the demonstration's file unless a whole one is there. The data goes into a file beside it first, so that one
 * that was stopped half way is never taken for whole.
 */
export async function makeDemoFile({ isFresh }: { isFresh: boolean }): Promise<void> {
  if (!isFresh && (await isUsable())) return;
  const partial = `${DEMO_FILE}.partial`;
  mkdirSync(dirname(DEMO_FILE), { recursive: true });
  removeDatabase(partial);
  const start = performance.now();
  await migrateFile(partial, { now: new Date() });
  await seedDemo(partial, { onProgress: showProgress });
  removeDatabase(DEMO_FILE);
  renameSync(partial, DEMO_FILE);
  writeFileSync(MADE_FROM_FILE, madeFrom());
  console.log(
    `The demonstration's data took ${((performance.now() - start) / 1000).toFixed(1)} s.`,
  );
}

/** Beside it, what it was made from. */
const MADE_FROM_FILE = `${DEMO_FILE}.made-from`;

const madeFrom = () =>
  sourceFingerprint(ROOT, ['db/demo', 'db/migrations', 'db/reference', 'db/reference-data.ts']);

/** An older version's file lacks migrations, or what newer pages show: it is made anew. */
async function isUsable(): Promise<boolean> {
  if (!existsSync(DEMO_FILE) || !existsSync(MADE_FROM_FILE)) return false;
  if (readFileSync(MADE_FROM_FILE, 'utf8') !== madeFrom()) return false;
  const { db, close } = openDatabase({ path: DEMO_FILE });
  try {
    if ((await pendingMigrations(db)).length > 0) return false;
    return (await findInstallationValue(db, 'demo')) === '1';
  } finally {
    await close();
  }
}

function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}
