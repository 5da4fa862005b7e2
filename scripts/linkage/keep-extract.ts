import { randomUUID } from 'node:crypto';
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';

import type { Extract } from '#app/linkage/make-extract.server.ts';
import { recordExtract } from '#app/linkage/record-extract.server.ts';
import type { Db } from '#db/connection/open-database.ts';

/** Records an extract and only then writes it: no identifiers lie in a file of which nothing is on record. */
export async function keepExtract(
  db: Db,
  extract: Extract,
  { linkageDate, out }: { linkageDate: string; out: string },
): Promise<void> {
  const actor = { userId: null, at: new Date().toISOString() };
  const { csv, ...made } = extract;
  await recordExtract(db, actor, { ...made, id: randomUUID(), linkageDate });
  try {
    writeExtract(out, csv);
  } catch (cause) {
    throw new Error(
      `${out} could not be written. The extract stays on record as made, with SHA-256 ${extract.sha256}, though there is no file of it: ${String(cause)}`,
      { cause },
    );
  }
}

/** Writes a new file for its owner's eyes; of one that cannot be finished nothing is left. */
export function writeExtract(out: string, csv: string): void {
  const file = openSync(out, 'wx', 0o600);
  try {
    writeFileSync(file, csv);
  } catch (error) {
    rmSync(out, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
