import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

import { openDatabase, type Db } from '#db/connection/open-database.ts';
import { migrateFile } from '#db/migrate.ts';

export interface TemporaryDatabase {
  db: Db;
  path: string;
  /** Closes the file and removes it. */
  close: () => Promise<void>;
}

/** Migrated once for each test file; every test gets a copy of its own, so that none sees another's rows. */
let template: Promise<string> | undefined;

export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const path = await temporaryDatabaseFile();
  const { db, close } = openDatabase({ path });
  return {
    db,
    path,
    close: async () => {
      await close();
      rmSync(join(path, '..'), { recursive: true, force: true });
    },
  };
}

/** A migrated, empty file that nobody has open. */
export async function temporaryDatabaseFile(): Promise<string> {
  template ??= makeTemplate();
  const path = join(temporaryFolder(), 'test.sqlite');
  copyFileSync(await template, path);
  return path;
}

const folders: string[] = [];

// Registered before a test file's own hooks, so it runs after them. (A worker's exit cannot be waited for: vitest ends
// its workers from outside.)
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder, gone when the tests of this file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-'));
  folders.push(folder);
  return folder;
}

async function makeTemplate(): Promise<string> {
  const path = join(temporaryFolder(), 'template.sqlite');
  await migrateFile(path, { now: new Date() });
  return path;
}
