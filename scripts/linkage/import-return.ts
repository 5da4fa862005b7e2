import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { badRowsCsv } from '#app/linkage/bad-rows.ts';
import { linkageCleanUp } from '#app/linkage/clean-up.server.ts';
import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { returnLayout } from '#app/linkage/layouts.ts';
import { listLayouts } from '#app/linkage/named-layouts.server.ts';
import { loadEnvironmentFile, readConfig } from '#app/server/config.server.ts';
import { openDatabase } from '#db/connection/open-database.ts';
import { isIsoDay } from '#scoring/calendar/iso-day.ts';

import { codedFieldSecret } from './secret.ts';

const mostShown = 20;

/** `npm run linkage -- import`: as the page does it, with the same code. */
export async function importReturn(words: string[]): Promise<void> {
  const { values: options, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      'linkage-date': { type: 'string' },
      sent: { type: 'string' },
      matched: { type: 'string' },
      'employment-rows': { type: 'string' },
      'contribution-rows': { type: 'string' },
      layout: { type: 'string', default: returnLayout.name },
      'first-enrolment': { type: 'string' },
      'last-enrolment': { type: 'string' },
      'key-file': { type: 'string' },
      'bad-rows': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [people, employment, contributions = null] = positionals;
  if (people === undefined || employment === undefined || positionals.length > 3) {
    throw new Error('import needs people.csv, employment.csv and perhaps contributions.csv');
  }
  const [firstEnrolment, lastEnrolment] = [options['first-enrolment'], options['last-enrolment']];
  for (const day of [firstEnrolment, lastEnrolment]) if (day !== undefined) requireDay(day);
  loadEnvironmentFile();
  const { databaseFile } = readConfig(process.env);
  const { db, close } = openDatabase({ path: databaseFile });
  try {
    const folder = importsFolder(databaseFile);
    await linkageCleanUp(db, { folder, now: new Date().toISOString() });
    const layout = (await listLayouts(db)).find(({ name }) => name === options.layout);
    if (layout === undefined) throw new Error(`There is no layout called ${options.layout}`);
    const answer = await importFiles(db, () => ({ userId: null, at: new Date().toISOString() }), {
      values: {
        name: needed(options.name, '--name'),
        linkageDate: requireDay(needed(options['linkage-date'], '--linkage-date')),
        layoutName: layout.name,
        firstEnrolment: firstEnrolment ?? null,
        lastEnrolment: lastEnrolment ?? null,
        sent: whole(options.sent, '--sent'),
        matched: whole(options.matched, '--matched'),
        employmentRows: whole(options['employment-rows'], '--employment-rows'),
        contributionRows:
          contributions === null
            ? null
            : whole(options['contribution-rows'], '--contribution-rows'),
      },
      files: { people, employment, contributions },
      secret: layout.groups === 'coded' ? await codedFieldSecret(options['key-file']) : null,
      folder,
      isDryRun: options['dry-run'],
    });
    if (answer.status !== 'refused') {
      const { counts } = answer;
      console.log(answer.status === 'checked' ? 'No errors. Nothing is imported.' : 'Imported.');
      console.log(
        `${counts.people} people, ${counts.spells} spells, ${counts.included} in the round`,
      );
      for (const { reason, count } of counts.leftOut) console.log(`${count}: ${reason}`);
      return;
    }
    for (const { file, row, column, rule } of answer.problems.slice(0, mostShown)) {
      const place = [row === null ? '' : `row ${row}`, column ?? ''].filter((part) => part !== '');
      console.error([file, ...place].join(', ') + `: ${rule}`);
    }
    if (options['bad-rows'] !== undefined) {
      writeFileSync(options['bad-rows'], badRowsCsv(answer.problems), { mode: 0o600 });
    }
    throw new Error(`The return has ${answer.total} errors: nothing is imported.`);
  } finally {
    await close();
  }
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new Error(`import needs ${option}`);
  return value;
}

function whole(value: string | undefined, option: string): number {
  if (!/^\d{1,8}$/.test(value ?? '')) throw new Error(`${option} must be a whole number`);
  return Number(value);
}

function requireDay(text: string): string {
  if (!isIsoDay(text)) throw new Error(`${text} must be a day like 2024-12-01`);
  return text;
}
