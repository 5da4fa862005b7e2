import { Readable } from 'node:stream';

import type { Db } from '#db/connection/open-database.ts';

import type { CodedFieldSecret } from './coded-field.server.ts';
import { extractClients } from './extract-clients.server.ts';
import { progressWriter } from './import-folder.server.ts';
import { makeExtract, type ExtractProblem } from './make-extract.server.ts';
import { recordExtract } from './record-extract.server.ts';

export interface LinkageExtractQuestion {
  extractId: string;
  linkageDate: string;
  /** The service owner's file: it travels from memory to memory. */
  identifiers: Uint8Array;
  secret: CodedFieldSecret;
  /** Where progress is noted, and nothing else. */
  folder: string;
  userId: string;
}

export type LinkageExtractAnswer =
  | { status: 'made'; csv: string }
  | { status: 'refused'; total: number; problems: ExtractProblem[] };

const blockBytes = 64 * 1024;

/** Makes an extract and records that it was made. The file itself is the answer, and is written nowhere. */
export async function linkageExtract(
  db: Db,
  { extractId, linkageDate, identifiers, secret, folder, userId }: LinkageExtractQuestion,
): Promise<LinkageExtractAnswer> {
  const progress = progressWriter(folder);
  const made = await makeExtract({
    clients: await extractClients(db),
    identifiers: inBlocks(identifiers, (share) => progress('Reading the identifiers', share)),
    linkageDate,
    secret,
    onProgress: (share) => progress('Writing the extract', share),
  });
  if (!made.ok) return { status: 'refused', total: made.total, problems: made.problems };
  const actor = { userId, at: new Date().toISOString() };
  await recordExtract(db, actor, { ...made.extract, id: extractId, linkageDate });
  return { status: 'made', csv: made.extract.csv };
}

function inBlocks(bytes: Uint8Array, onProgress: (share: number) => void): AsyncIterable<Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Readable.from(
    (function* () {
      for (let start = 0; start < buffer.length; start += blockBytes) {
        onProgress(start / buffer.length);
        yield buffer.subarray(start, start + blockBytes);
      }
    })(),
  );
}
