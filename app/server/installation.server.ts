import { pendingMigrations, unknownMigrations } from '#db/migrate.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findInstallationValue } from '#db/queries/installation.ts';

import type { Config } from './config.server.ts';

/**
 * Refuses a file that does not belong to this way of starting: the demonstration publishes its passwords, so it must
 * never open real records, and a real site must never open the demonstration's accounts. Gives the demo's day.
 */
export async function checkInstallation(
  db: Db,
  { databaseFile, isDemo }: Config,
): Promise<string | null> {
  const pending = await pendingMigrations(db);
  if (pending.length > 0) {
    throw new Error(
      `Database file ${databaseFile} lacks ${pending.length} migration(s). Run "npm run db:migrate" first.`,
    );
  }
  const unknown = await unknownMigrations(db);
  if (unknown.length > 0) {
    throw new Error(
      `Database file ${databaseFile} was changed by a newer version of Golden Thread (${unknown.join(', ')}). Start that version.`,
    );
  }
  const isDemoFile = (await findInstallationValue(db, 'demo')) === '1';
  if (isDemoFile && !isDemo) {
    throw new Error(
      `Database file ${databaseFile} holds demonstration data: start it with "npm run demo", or set DATABASE_FILE.`,
    );
  }
  if (isDemo && !isDemoFile) {
    throw new Error(
      `Database file ${databaseFile} is not the demonstration's, so DEMO=1 is refused: unset DEMO, or set DATABASE_FILE.`,
    );
  }
  return isDemo ? getDemoDay(db) : null;
}

async function getDemoDay(db: Db): Promise<string> {
  const day = await findInstallationValue(db, 'demo_day');
  if (day === undefined) throw new Error('The demonstration file does not say which day it is on.');
  return day;
}
