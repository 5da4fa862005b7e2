import { createReadStream, existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { dayFormat } from '#app/linkage/day-format.ts';
import { extractClients } from '#app/linkage/extract-clients.server.ts';
import {
  makeExtract,
  type Extract,
  type ExtractClient,
  type MadeExtract,
} from '#app/linkage/make-extract.server.ts';
import { readPerson } from '#app/linkage/return-rows.ts';
import { standardLayout } from '#app/linkage/layouts.ts';
import { loadEnvironmentFile, readConfig } from '#app/server/config.server.ts';
import { openDatabase } from '#db/connection/open-database.ts';
import { isIsoDay } from '#scoring/calendar/iso-day.ts';

import { keepExtract, writeExtract } from './keep-extract.ts';
import { readFile } from './read-file.ts';
import { codedFieldSecret } from './secret.ts';

/** `npm run linkage -- extract`: identifiers merged in memory, and written to the one file named. */
export async function extract(words: string[]): Promise<void> {
  const { values: options, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      'linkage-date': { type: 'string' },
      clients: { type: 'string' },
      out: { type: 'string' },
      'key-file': { type: 'string' },
    },
  });
  const [identifiers] = positionals;
  const { out, clients, 'linkage-date': linkageDate = '' } = options;
  if (identifiers === undefined || out === undefined || !isIsoDay(linkageDate)) {
    throw new Error(
      'extract needs identifiers.csv, --linkage-date 2024-12-01 and --out extract.csv',
    );
  }
  // Before anything is recorded of an extract that could not be written.
  if (existsSync(out)) throw new Error(`${out} is there already: name a new file`);
  const secret = await codedFieldSecret(options['key-file']);
  const chunks = () => createReadStream(identifiers) as AsyncIterable<Buffer>;
  if (clients !== undefined) {
    const people = await clientsOfFile(clients);
    const question = { clients: people, identifiers: chunks(), linkageDate, secret };
    const made = extractOf(await makeExtract(question));
    writeExtract(out, made.csv);
    say(made);
    return;
  }
  loadEnvironmentFile();
  const { db, close } = openDatabase({ path: readConfig(process.env).databaseFile });
  try {
    const people = await extractClients(db);
    const question = { clients: people, identifiers: chunks(), linkageDate, secret };
    const made = extractOf(await makeExtract(question));
    await keepExtract(db, made, { linkageDate, out });
    say(made);
  } finally {
    await close();
  }
}

async function clientsOfFile(path: string): Promise<ExtractClient[]> {
  const people: ExtractClient[] = [];
  const days = { format: dayFormat(standardLayout.dates), linkageDate: null };
  const columns = [...Object.keys(standardLayout.people), 'consent'];
  await readFile(path, columns, (cell, about) => {
    const client = readPerson(cell, standardLayout.groups, days);
    if (client.ok) people.push({ record: client.value, hasConsent: cell('consent') === 'yes' });
    else for (const { field, rule } of client.problems) about.add(field, rule);
  });
  return people;
}

function extractOf(made: MadeExtract): Extract {
  if (made.ok) return made.extract;
  const [first] = made.problems;
  const where = first?.row === null ? '' : `, row ${first?.row ?? 0}`;
  throw new Error(`The identifiers have ${made.total} errors${where}: ${first?.rule ?? ''}`);
}

function say({ clients, sent, leftOut, sha256 }: Extract): void {
  console.log(`${clients} clients, ${sent} in the extract. SHA-256 ${sha256}`);
  for (const { reason, count } of leftOut) console.log(`${count}: ${reason}`);
}
