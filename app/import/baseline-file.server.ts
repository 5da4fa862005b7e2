import {
  baselineFactors,
  baselineResultColumns,
  factorReading,
  type BaselineFactorKey,
} from '#scoring/outcomes/baseline-factors.ts';

import { fileError, rowError, type ImportError } from './import-error.ts';
import { readCsv, type CsvRow } from './read-csv.server.ts';

export interface BaselineRow {
  row: number;
  clientId: string;
  /** Every factor as a record keeps it; null for not known. */
  factors: Record<BaselineFactorKey, string | null>;
  /** The row's cells by column, as they are written. */
  cells: Readonly<Record<string, string>>;
}

export type BaselineFile = { ok: true; rows: BaselineRow[] } | { ok: false; errors: ImportError[] };

/** The standard layout says client_id; the reference files say client. */
const clientColumns = ['client_id', 'client'];
const factorColumns = baselineFactors.map(({ column }) => column);
/** About the job that was started; a file may leave them out, as the reference files do. */
const jobColumns = ['sustained_13_weeks', 'hours_per_week'];

/**
 * Reads baseline.csv: client_id and the sixteen factors, in any order, with or without the columns of results. An
 * empty cell is "not known". Nothing is looked up here: the rules are those of the file itself.
 */
export function readBaselineFile(bytes: Uint8Array): BaselineFile {
  const csv = readCsv(bytes);
  if (!csv.ok) return csv;
  const wrong = headerErrors(csv.header);
  if (wrong.length > 0) return { ok: false, errors: wrong };
  const errors: ImportError[] = [];
  const rows = csv.rows.map((row) => baselineRow(row, csv.header, errors));
  errors.push(...repeats(rows));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, rows };
}

function headerErrors(header: readonly string[]): ImportError[] {
  const known = [...clientColumns, ...factorColumns, ...baselineResultColumns, ...jobColumns];
  const errors: ImportError[] = [];
  const about = (column: string, message: string) => errors.push(rowError(1, column, message));
  const twice = header.filter((column, index) => header.indexOf(column) !== index);
  for (const column of new Set(twice)) about(column, 'must not come twice');
  for (const column of header) {
    if (!known.includes(column)) about(column, 'is no column of baseline.csv');
  }
  const clients = header.filter((column) => clientColumns.includes(column));
  if (clients.length === 0) about('client_id', 'is missing');
  if (clients.length > 1)
    errors.push(fileError('The file must have client_id or client, not both'));
  for (const column of factorColumns) {
    if (!header.includes(column)) about(column, 'is missing');
  }
  return errors;
}

/** What a spreadsheet would run as a formula has no place in any of these columns. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function baselineRow(
  { row, cells }: CsvRow,
  header: readonly string[],
  errors: ImportError[],
): BaselineRow {
  const byColumn = Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']));
  for (const [column, cell] of Object.entries(byColumn)) {
    if (formula.test(cell)) errors.push(rowError(row, column, 'must not begin like a formula'));
  }
  const clientId = (byColumn.client_id ?? byColumn.client ?? '').trim();
  if (clientId === '') errors.push(rowError(row, 'client_id', 'must not be empty'));
  const factors = {} as BaselineRow['factors'];
  for (const factor of baselineFactors) {
    const cell = byColumn[factor.column] ?? '';
    const reading = factorReading(factor, cell);
    factors[factor.key] = reading.status === 'known' ? reading.value : null;
    if (reading.status === 'wrong' && !formula.test(cell)) {
      errors.push(rowError(row, factor.column, `must be ${reading.rule}, or empty`));
    }
  }
  return { row, clientId, factors, cells: byColumn };
}

function repeats(rows: readonly BaselineRow[]): ImportError[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, clientId }) => {
    const earlier = first.get(clientId);
    if (clientId === '' || earlier === undefined) {
      first.set(clientId, row);
      return [];
    }
    return [rowError(row, 'client_id', `must not come twice: row ${earlier} has it`)];
  });
}
