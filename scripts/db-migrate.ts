import { existsSync } from 'node:fs';

import { loadEnvironmentFile, readConfig } from '#app/server/config.server.ts';
import { migrateFile } from '#db/migrate.ts';

import { addReferenceData } from './lib/reference-data.ts';
import { runScript } from './lib/run-script.ts';

/**
 * `npm run db:migrate`: makes the database file with the data that every installation starts with, or brings one up to
 * date after keeping a copy of it.
 */
await runScript(async () => {
  loadEnvironmentFile();
  const { databaseFile } = readConfig(process.env);
  const isNew = !existsSync(databaseFile);
  const now = new Date();
  const { applied, copy } = await migrateFile(databaseFile, { now });
  if (isNew) await addReferenceData(databaseFile, now.toISOString());
  if (applied.length === 0) console.log(`${databaseFile} is up to date.`);
  for (const name of applied) console.log(`Applied ${name}`);
  if (copy !== null) console.log(`Kept the file as it was in ${copy.path} (sha256 ${copy.sha256})`);
});
