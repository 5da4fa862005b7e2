import { join } from 'node:path';

import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { openDatabase } from '#db/connection/open-database.ts';

import { valuesOfReturn } from './a-return.ts';

/** Imports a return in a process that a test can watch or kill: database, folder, people, spells. */
const [path = '', folder = '', people = '', spells = ''] = process.argv.slice(2);
const { db, close } = openDatabase({ path });
const matched = Number(people);
await importFiles(db, () => ({ userId: null, at: new Date().toISOString() }), {
  values: {
    ...valuesOfReturn,
    sent: matched,
    matched,
    employmentRows: Number(spells),
    contributionRows: null,
  },
  files: {
    people: join(folder, 'people.csv'),
    employment: join(folder, 'employment.csv'),
    contributions: null,
  },
  secret: null,
  folder: importsFolder(path),
  isDryRun: false,
});
await close();
