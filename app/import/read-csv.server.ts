import { CsvError, parse } from 'csv-parse/sync';

import { fileError, rowError, type ImportError } from './import-error.ts';

export const importLimits = {
  /** A row of baseline.csv has about 200 bytes. */
  bytes: 1024 * 1024,
  rows: 5000,
  bytesARow: 4096,
  columns: 50,
} as const;

export interface CsvRow {
  row: number;
  cells: readonly string[];
}

export type CsvReading =
  { ok: true; header: string[]; rows: CsvRow[] } | { ok: false; errors: ImportError[] };

/** Reads a whole file or none of it: UTF-8 with or without its mark, commas, a header, as many cells in every row. */
export function readCsv(bytes: Uint8Array): CsvReading {
  if (bytes.byteLength > importLimits.bytes) {
    return refused(fileError('The file must be smaller than 1 MB'));
  }
  const text = decoded(bytes);
  if (text === undefined) {
    return refused(fileError('The file must be a CSV file in UTF-8: save it as “CSV UTF-8”'));
  }
  const records = parsed(text);
  if (!Array.isArray(records)) return refused(records);
  const [header = [], ...rest] = withoutEmptyEnd(records);
  if (rest.length === 0) return refused(fileError('The file has no rows under its header'));
  if (rest.length > importLimits.rows) {
    return refused(fileError(`The file must have ${importLimits.rows} rows or fewer`));
  }
  if (header.length > importLimits.columns) {
    return refused(fileError(`The file must have ${importLimits.columns} columns or fewer`));
  }
  const rows = rest.map((cells, index) => ({ row: index + 2, cells }));
  const errors = rows
    .filter(({ cells }) => cells.length !== header.length)
    .map(({ row, cells }) => {
      const found = cells.length === 1 ? '1 cell' : `${cells.length} cells`;
      return rowError(row, null, `must have ${header.length} cells, not ${found}`);
    });
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, header: header.map((cell) => cell.trim()), rows };
}

const refused = (error: ImportError): CsvReading => ({ ok: false, errors: [error] });

/** undefined where the bytes are no UTF-8, or hold control characters that no spreadsheet writes into text. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function parsed(text: string): string[][] | ImportError {
  try {
    return parse(text, {
      relaxColumnCount: true,
      skipEmptyLines: false,
      maxRecordSize: importLimits.bytesARow,
      // One more than allowed: enough to know that there are too many.
      to: importLimits.rows + 2,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    const place = lines === undefined ? '' : ` near line ${lines}`;
    return fileError(`The file cannot be read as CSV${place}: check its quotation marks`);
  }
}

/** Spreadsheets leave empty lines at the end; in the middle they are errors like any other. */
function withoutEmptyEnd(records: readonly string[][]): string[][] {
  const isEmpty = (record: readonly string[]) => record.every((cell) => cell.trim() === '');
  const last = records.findLastIndex((record) => !isEmpty(record));
  return records.slice(0, last + 1);
}
