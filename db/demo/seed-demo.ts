import { existsSync, statSync } from 'node:fs';

import { openDatabase, type Db } from '../connection/open-database.ts';
import { migrateFile, pendingMigrations } from '../migrate.ts';
import { DEMO_MOMENT, DEMO_SEED } from './demo-constants.ts';
import { seedSteps } from './seed-steps.ts';

export interface SeedOptions {
  /** Called after each step: how many of all steps are done, and what was done last. */
  onProgress: (done: number, total: number, label: string) => void;
}

/**
 * Fills the file at `path` with the demo: the same rows every time. A missing or empty file is made first; one that
 * has a user or a team is refused, so that demo data can never mix with real records.
 */
export async function seedDemo(path: string, { onProgress }: SeedOptions): Promise<void> {
  const isNew = !existsSync(path) || statSync(path).size === 0;
  if (isNew) await migrateFile(path, { now: new Date(DEMO_MOMENT) });
  const opened = openDatabase({ path });
  try {
    await requireEmptyFile(opened.db, path);
    const steps = seedSteps(opened.db, DEMO_SEED);
    for (const [place, { label, run }] of steps.entries()) {
      await run();
      onProgress(place + 1, steps.length, label);
    }
  } finally {
    await opened.close();
  }
}

async function requireEmptyFile(db: Db, path: string): Promise<void> {
  const pending = await pendingMigrations(db);
  if (pending.length > 0) {
    throw new Error(`${path} is not up to date. Run "npm run db:migrate" first.`);
  }
  for (const table of ['users', 'teams'] as const) {
    const row = await db.selectFrom(table).select('id').limit(1).executeTakeFirst();
    if (row !== undefined) {
      throw new Error(`${path} has ${table} already: demo data goes into an empty file only.`);
    }
  }
}
