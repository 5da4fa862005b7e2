import { basename } from 'node:path';

import type { RecordProblem } from '#scoring/outcomes/spells/record-problem.ts';
import { UnusableData } from '../command/errors.ts';
import { readNumber } from '../reading/cell-rules.ts';
import { readCsvRows } from '../reading/csv-rows.ts';
import { requireHeader } from '../reading/header.ts';
import type { ProblemList } from './problem-list.ts';

/** The cells of a row by the name of their column, trimmed. */
export interface RowCells {
  readonly text: (column: string) => string;
  /** Null where blank. */
  readonly textOrNull: (column: string) => string | null;
  /** Null where blank, NaN where it is no number: the rules of a row refuse that with its field. */
  readonly number: (column: string) => number | null;
}

/** A file of a standard layout: its columns, and what a row of it becomes. */
export interface RowLayout<Row> {
  readonly columns: readonly string[];
  readonly read: (cells: RowCells) => Row;
  /** Days may lie after the linkage: follow-up is cut there, and the days of a file are its owner's own. */
  readonly problems: (row: Row) => readonly RecordProblem[];
  readonly days: (row: Row) => readonly (string | null)[];
}

/** What the rows of every file are held against, and where it is told. */
export interface RowChecks {
  readonly linkageDate: string;
  readonly problems: ProblemList;
}

/** A file as it was read; lines are kept for checks that need other rows or files. */
export interface ReadRows<Row> {
  readonly file: string;
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly passedOver: readonly string[];
  /** Rows with a day after the linkage date. */
  readonly afterLinkage: number;
}

/** Checks a row against the rows before it and the files read before. */
export type CheckRow<Row> = (row: Row) => readonly RecordProblem[];

/**
 * Reads a file of a standard layout as a stream, gathering what is wrong with it. A file that is not of the layout at all
 * is refused at once; empty lines at its end are passed over.
 */
export async function readRows<Row>(
  path: string,
  layout: RowLayout<Row>,
  { linkageDate, problems }: RowChecks,
  check: CheckRow<Row>,
): Promise<ReadRows<Row>> {
  const file = basename(path);
  const rows: Row[] = [];
  let header: readonly string[] = [];
  let emptyLine: number | null = null;
  let afterLinkage = 0;
  const kept = keeper();
  await inFile(file, () =>
    readCsvRows(path, (cells, line) => {
      if (header.length === 0) {
        header = requireColumns(cells, layout.columns);
        return;
      }
      if (cells.every((cell) => cell.trim() === '')) {
        emptyLine ??= line;
        return;
      }
      if (emptyLine !== null) problems.add(file, emptyLine, 'must not be empty');
      emptyLine = null;
      if (cells.length !== header.length) {
        problems.add(file, line, `must have ${header.length} cells, not ${cells.length}`);
        return;
      }
      const row = layout.read(cellsOf(header, cells, kept));
      const found = [...layout.problems(row), ...check(row)];
      for (const { field, rule } of found) problems.add(file, line, `${field} ${rule}`);
      if (layout.days(row).some((day) => day !== null && day > linkageDate)) afterLinkage += 1;
      rows.push(row);
    }),
  );
  if (header.length === 0) {
    throw new UnusableData(`${file}: the file is empty: it must have a header row`);
  }
  return {
    file,
    rows,
    columns: layout.columns,
    passedOver: header.filter((name) => !layout.columns.includes(name)),
    afterLinkage,
  };
}

/** A refusal of the whole file, with its name. */
async function inFile(file: string, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (error instanceof UnusableData) throw new UnusableData(`${file}: ${error.message}`);
    throw error;
  }
}

function requireColumns(cells: readonly string[], columns: readonly string[]): readonly string[] {
  const header = requireHeader(cells);
  const lacking = columns.filter((name) => !header.includes(name));
  if (lacking.length > 0) {
    throw new UnusableData(
      `the file has no column ${lacking.join(', ')}; it has ${header.join(', ')}`,
    );
  }
  return header;
}

/** Keeps each text once: days, ids and groups come again and again, and a hundred thousand clients must fit. */
function keeper(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    known.set(text, text);
    return text;
  };
}

function cellsOf(
  header: readonly string[],
  cells: readonly string[],
  kept: (text: string) => string,
): RowCells {
  const text = (column: string) => kept((cells[header.indexOf(column)] ?? '').trim());
  const textOrNull = (column: string) => {
    const found = text(column);
    return found === '' ? null : found;
  };
  return {
    text,
    textOrNull,
    number: (column) => {
      const found = textOrNull(column);
      return found === null ? null : (readNumber(found) ?? NaN);
    },
  };
}
