import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { openDatabase } from '#db/connection/open-database.ts';
import { seedDemo } from '#db/demo/seed-demo.ts';
import { migrateFile, pendingMigrations } from '#db/migrate.ts';
import { findInstallationValue } from '#db/queries/installation.ts';

import { showProgress } from './progress.ts';

/** The demonstration's own file, and the only one that these commands ever touch. */
export const DEMO_FILE = join(import.meta.dirname, '..', '..', 'data', 'demo.sqlite');

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
  console.log(
    `The demonstration's data took ${((performance.now() - start) / 1000).toFixed(1)} s.`,
  );
}

/** An older version's file lacks migrations, and its data may lack what newer pages show: it is made anew. */
async function isUsable(): Promise<boolean> {
  if (!existsSync(DEMO_FILE)) return false;
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
