import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { standardLayout } from '#app/linkage/layouts.ts';
import { openDatabase } from '#db/connection/open-database.ts';
import { migrateFile } from '#db/migrate.ts';

import { runScript } from '../lib/run-script.ts';
import { linkageDate, writeReturn } from './linkage-files.ts';

/**
 * `tsx scripts/bench/linkage-import.ts <people> <spells> <payments>`: a return of that size checked and imported into a
 * new file, as `npm run linkage -- import` does it; seconds, and the most memory the process had.
 */
await runScript(async () => {
  const [people = 6080, spells = 15_000, payments = 0] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'));
  try {
    await writeReturn(folder, { people, spells, payments });
    const path = join(folder, 'bench.sqlite');
    await migrateFile(path, { now: new Date() });
    const { db, close } = openDatabase({ path });
    const began = performance.now();
    const answer = await importFiles(db, () => ({ userId: null, at: new Date().toISOString() }), {
      values: {
        name: 'Bench',
        linkageDate,
        layoutName: standardLayout.name,
        firstEnrolment: null,
        lastEnrolment: null,
        sent: people,
        matched: people,
        employmentRows: spells,
        contributionRows: payments > 0 ? payments : null,
      },
      files: {
        people: join(folder, 'people.csv'),
        employment: join(folder, 'employment.csv'),
        contributions: payments > 0 ? join(folder, 'contributions.csv') : null,
      },
      secret: null,
      folder: importsFolder(path),
      isDryRun: false,
    });
    const seconds = (performance.now() - began) / 1000;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    await close();
    const counts =
      answer.status === 'imported'
        ? `${answer.counts.included} included`
        : JSON.stringify(answer).slice(0, 300);
    console.log(
      `${people} people, ${spells} spells, ${payments} payments: ${answer.status}, ${counts}, ` +
        `${seconds.toFixed(1)} s for check and import, at most ${megabytes.toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
