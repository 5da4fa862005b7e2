import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

import { keyOfPassphrase } from '#app/linkage/coded-field.server.ts';
import { extractClients } from '#app/linkage/extract-clients.server.ts';
import { importFiles } from '#app/linkage/import-files.server.ts';
import type { LinkageImportAnswer } from '#app/linkage/import-job.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { returnLayout } from '#app/linkage/layouts.ts';
import { makeExtract, type Extract } from '#app/linkage/make-extract.server.ts';
import { openDatabase } from '#db/connection/open-database.ts';
import { teamLinkageFiles } from '#db/demo/linkage/linkage-files.ts';
import { TEAMS_LINKAGE_DATE } from '#db/demo/linkage/team-clients.ts';
import { listCohort, listLinkedRounds } from '#db/queries/cohorts.ts';
import type { CohortClient } from '#scoring/outcomes/cohort/linked-cohort.ts';

import { match } from '../../scripts/linkage/match.ts';

export interface LinkedTeams {
  extract: Extract;
  answer: LinkageImportAnswer;
  /** People of the round that came of it. */
  cohort: CohortClient[];
}

const secret = keyOfPassphrase('a long enough passphrase');

/** Without the header. */
const rowsOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').length - 1;

/** The clients of a demo file's teams out, matched and back, in a copy of the file. */
export async function linkedTeams(demoFile: string, folder: string): Promise<LinkedTeams> {
  const at = (name: string) => join(folder, name);
  const files = teamLinkageFiles();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }
  copyFileSync(demoFile, at('copy.sqlite'));
  const { db, close, path } = openDatabase({ path: at('copy.sqlite') });
  const made = await makeExtract({
    clients: await extractClients(db),
    identifiers: Readable.from([Buffer.from(files['teams/identifiers.csv'] ?? '')]),
    linkageDate: TEAMS_LINKAGE_DATE,
    secret,
  });
  if (!made.ok) throw new Error(made.problems[0]?.rule);
  writeFileSync(at('extract.csv'), made.extract.csv);
  const tax = ['teams/tax-people.csv', 'teams/tax-employment.csv', 'teams/tax-contributions.csv'];
  await match([
    ...['extract.csv', ...tax].map(at),
    ...['--out', at('return'), '--linkage-date', TEAMS_LINKAGE_DATE],
  ]);
  const returned = (name: string) => at(join('return', name));
  const paths = {
    people: returned('people.csv'),
    employment: returned('employment.csv'),
    contributions: returned('contributions.csv'),
  };
  const answer = await importFiles(db, () => ({ userId: null, at: new Date().toISOString() }), {
    values: {
      ...{ name: 'The demo’s teams', linkageDate: TEAMS_LINKAGE_DATE },
      ...{ layoutName: returnLayout.name, firstEnrolment: null, lastEnrolment: null },
      ...{ sent: made.extract.sent, matched: rowsOf(paths.people) },
      ...{
        employmentRows: rowsOf(paths.employment),
        contributionRows: rowsOf(paths.contributions),
      },
    },
    files: paths,
    secret,
    folder: importsFolder(path),
    isDryRun: false,
  });
  const round = (await listLinkedRounds(db)).find(
    ({ linkageDate }) => linkageDate === TEAMS_LINKAGE_DATE,
  );
  const cohort = await listCohort(db, round?.id ?? '');
  await close();
  return { extract: made.extract, answer, cohort };
}
