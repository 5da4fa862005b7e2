import { parseArgs } from 'node:util';

import { loadEnvironmentFile, readConfig } from '#app/server/config.server.ts';

import { makeDemoFile } from './lib/demo-file.ts';
import { addReferenceData } from './lib/reference-data.ts';
import { runScript } from './lib/run-script.ts';

/**
 * `npm run db:seed`: gives the site's file the scale, definitions and settings that every installation starts with.
 * With -- --demo it makes the demonstration's file anew instead (data/demo.sqlite, no other).
 */
await runScript(async () => {
  const { values } = parseArgs({ options: { demo: { type: 'boolean' } } });
  if (values.demo === true) {
    await makeDemoFile({ isFresh: true });
    return;
  }
  loadEnvironmentFile();
  const { databaseFile } = readConfig(process.env);
  const isNew = await addReferenceData(databaseFile, new Date().toISOString());
  console.log(
    isNew ? `${databaseFile} has the reference data.` : `${databaseFile} had it already.`,
  );
});
