import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { linkageFiles, teamLinkageFiles } from '#db/demo/linkage/linkage-files.ts';

import { runScript } from './lib/run-script.ts';

/**
 * `npm run demo:linkage -- <folder>`: synthetic clients, identifiers and tax records for rehearsing the data linkage, and in
 * teams/ those that belong to the clients of the demonstration's database. A file of the same name is replaced.
 */
await runScript(() => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new Error('Name one folder: npm run demo:linkage -- <folder>');
  }
  for (const [name, text] of Object.entries({ ...linkageFiles(), ...teamLinkageFiles() })) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path);
  }
  return Promise.resolve();
});
