import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { CsvError, parse } from 'csv-parse';

import { UnusableData } from '../command/errors.ts';
import { requireUtf8 } from './require-utf8.ts';

/** A longer record is an open quotation mark that swallows the file. */
const LONGEST_RECORD = 1024 * 1024;

/** Records that may wait between the parser and whoever reads them. */
const RECORDS_WAITING = 1000;

/** A record, and the line of the file on which it begins. */
export type RowReader = (cells: readonly string[], line: number) => void;

/** Reads a CSV file record by record, whatever its size: UTF-8 with or without its mark, commas. */
export async function readCsvRows(path: string, read: RowReader): Promise<void> {
  const parser = parse({ bom: true, relaxColumnCount: true, maxRecordSize: LONGEST_RECORD });
  try {
    await pipeline(createReadStream(path), requireUtf8, parser, recordsInto(read));
  } catch (error) {
    throw inWords(error, path);
  }
}

/** Counts lines by itself, since the parser's own count costs as much as all its parsing. */
function recordsInto(read: RowReader): Writable {
  let line = 1;
  return new Writable({
    objectMode: true,
    highWaterMark: RECORDS_WAITING,
    write: (cells: readonly string[], _, done) => {
      try {
        read(cells, line);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
      done();
    },
  });
}

function inWords(error: unknown, path: string): unknown {
  if (error instanceof CsvError) return new UnusableData(csvWords(error));
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOENT') return new UnusableData(`there is no file ${path}`);
  if (error.code === 'EISDIR') return new UnusableData(`${path} is a folder, not a file`);
  if (error.code === 'EACCES') return new UnusableData(`${path} may not be read`);
  return error;
}

function csvWords({ lines }: CsvError & { lines?: number }): string {
  const place = lines === undefined ? '' : ` near line ${lines}`;
  return `the file cannot be read as CSV${place}: check its quotation marks`;
}
