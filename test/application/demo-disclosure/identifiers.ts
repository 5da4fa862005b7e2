import { linkageFiles } from '#db/demo/linkage/linkage-files.ts';
import type { Db } from '#db/connection/open-database.ts';

import type { Reading } from './readings.ts';
import { csvTable } from './tables.ts';

const plain = (text: string): string => text.replaceAll(/[\s.]/g, '').toUpperCase();

function columnOf(files: Readonly<Record<string, string>>, name: string, column: string): string[] {
  const { headings, rows } = csvTable(files[name] ?? '', name);
  const place = headings.indexOf(column);
  if (place === -1) throw new Error(`${name} has no column ${column}`);
  return rows.map((row) => plain(row[place] ?? '')).filter((text) => text !== '');
}

/** Whatever names a client or a person of the linked store, and what the file of identifiers holds but for initials. */
export async function identifiersOfPeople(db: Db): Promise<Set<string>> {
  const ids = async (table: 'clients' | 'linkedPeople' | 'evaluationClients') =>
    (await db.selectFrom(table).select('id').execute()).map(({ id }) => plain(id));
  const references = await db.selectFrom('clients').select('reference').execute();
  const files = linkageFiles();
  return new Set([
    ...(await ids('clients')),
    ...(await ids('linkedPeople')),
    ...(await ids('evaluationClients')),
    ...references.map(({ reference }) => plain(reference)),
    ...columnOf(files, 'clients.csv', 'client_id'),
    ...columnOf(files, 'identifiers.csv', 'date_of_birth'),
    ...columnOf(files, 'identifiers.csv', 'postcode'),
    ...columnOf(files, 'identifiers.csv', 'national_insurance_number'),
    ...columnOf(files, 'tax-people.csv', 'record_id'),
  ]);
}

/** Words and numbers as they stand, with what may be written with spaces in it. */
const candidates = [
  /[A-Z0-9][A-Z0-9/-]{3,}/g,
  /\bZZ\d{1,2} ?\d[A-Z]{2}\b/g,
  /\bQQ(?: ?\d\d){3} ?[A-D]\b/g,
];

/** Every identifier that stands anywhere in an answer, with its files unzipped. */
export function identifiersIn({ texts }: Reading, identifiers: ReadonlySet<string>): string[] {
  return Object.values(texts).flatMap((text) => {
    const told = text.toUpperCase();
    return candidates.flatMap((pattern) =>
      [...told.matchAll(pattern)]
        .map(([found]) => plain(found))
        .filter((one) => identifiers.has(one)),
    );
  });
}
