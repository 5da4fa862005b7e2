import { isUtf8 } from 'node:buffer';

import { CsvError, parse } from 'csv-parse/sync';

import { separators, type Separator } from './layouts.ts';
import type { ProblemBook } from './problem-book.ts';
import { longestRow, RowTooLong, wholeLines, type LineBlock } from './whole-lines.server.ts';

/** A cell of the row being read, by the name of its column in the standard layout. */
export type RowReader = (cell: (column: string) => string, about: RowProblems) => void;

export interface RowProblems {
  row: number;
  /** Notes what is wrong with a cell, or without a column with the row. */
  add: (column: string | null, rule: string) => void;
}

interface Table {
  /** Name of the file, for its problems. */
  file: string;
  chunks: AsyncIterable<Buffer>;
  /** Headings by standard column. */
  columns: Readonly<Record<string, string>>;
  separator?: Separator;
  problems: ProblemBook;
}

export interface TableCounts {
  rows: number;
  /** Headings that the layout has no use for. */
  passedOver: string[];
}

/**
 * Reads a CSV file row by row, whatever its size: UTF-8 with or without its mark, a header, a row a line. What
 * is wrong is noted by row and rule, and reading goes on as far as rows can still be told apart.
 */
export async function readTable(table: Table, read: RowReader): Promise<TableCounts> {
  const reader = new TableReader(table, read);
  try {
    for await (const block of wholeLines(table.chunks)) {
      if (!reader.addBlock(block)) return reader.counts;
    }
    reader.finish();
  } catch (error) {
    if (!(error instanceof RowTooLong)) throw error;
    reader.note(error.row, null, `must be shorter than ${longestRow} bytes`);
  }
  return reader.counts;
}

/** What a spreadsheet would run as a formula has no place in any column; an amount may begin with its sign. */
const formula = /^[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]/;
const signedNumber = /^[+-]?\d+(\.\d+)?$/;
/** Control characters but tab and line ends. */
const control = /[^\P{Cc}\t\r\n]/u;
const mark = '\uFEFF';

class TableReader {
  readonly counts: TableCounts = { rows: 0, passedOver: [] };
  readonly #table: Table;
  readonly #read: RowReader;
  readonly #delimiter: string;
  #header: readonly string[] | undefined;
  #places = new Map<string, number>();
  /** Spreadsheets leave empty lines at the end; in the middle they are wrong. */
  #empty: number[] = [];

  constructor(table: Table, read: RowReader) {
    this.#table = table;
    this.#read = read;
    this.#delimiter = separators[table.separator ?? 'comma'];
  }

  note(row: number | null, column: string | null, rule: string, cells: readonly string[] = []) {
    const { file, columns, problems } = this.#table;
    const heading = column === null ? null : (columns[column] ?? column);
    problems.add({ file, row, column: heading, rule, cells });
  }

  /** False where reading on makes no sense. */
  addBlock(block: LineBlock): boolean {
    if (!isUtf8(block.bytes)) {
      this.note(rowNotUtf8(block), null, 'must be UTF-8: save the file as “CSV UTF-8”');
      return false;
    }
    let text = block.bytes.toString('utf8');
    if (block.firstRow === 1 && text.startsWith(mark)) text = text.slice(1);
    if (control.test(text)) {
      const row = block.firstRow + text.split('\n').findIndex((line) => control.test(line));
      this.note(row, null, 'must be text: it holds control characters');
      return false;
    }
    for (const [index, cells] of this.#records(text, block).entries()) {
      const isGoodSoFar =
        cells === undefined
          ? this.#header !== undefined
          : this.#addRecord(cells, block.firstRow + index);
      if (!isGoodSoFar) return false;
    }
    return true;
  }

  finish(): void {
    if (this.#header === undefined) this.note(null, null, 'must have a header row');
    else if (this.counts.rows === 0) this.note(null, null, 'must have rows under its header');
  }

  /** The lines' cells; undefined for a line that is none of a CSV file, which is noted. */
  #records(text: string, { firstRow, lines }: LineBlock): (string[] | undefined)[] {
    const records = parsed(text, this.#delimiter);
    if (records?.length === lines) return records;
    const single = text.split('\n').slice(0, lines);
    return single.map((line, index) => {
      const [cells, ...more] = parsed(line, this.#delimiter) ?? [];
      if (line.trim() === '') return [''];
      if (cells !== undefined && more.length === 0) return cells;
      const rule = 'must be CSV on one line: check its quotation marks';
      this.note(firstRow + index, null, rule, [line]);
      if (this.#header !== undefined) this.counts.rows += 1;
      return undefined;
    });
  }

  #addRecord(cells: string[], row: number): boolean {
    if (this.#header === undefined) return this.#addHeader(cells, row);
    if (cells.every((cell) => cell.trim() === '')) {
      this.#empty.push(row);
      return true;
    }
    for (const empty of this.#empty) this.note(empty, null, 'must not be empty');
    this.#empty = [];
    this.#addRow(cells, row);
    return true;
  }

  #addHeader(cells: string[], row: number): boolean {
    const header = cells.map((cell) => cell.trim());
    this.#header = header;
    const wanted = Object.entries(this.#table.columns);
    let isWhole = true;
    for (const [column, heading] of wanted) {
      const first = header.indexOf(heading);
      this.#places.set(column, first);
      if (first >= 0 && header.lastIndexOf(heading) === first) continue;
      this.note(row, column, first < 0 ? 'is missing' : 'must not come twice', cells);
      isWhole = false;
    }
    const headings = wanted.map(([, heading]) => heading);
    this.counts.passedOver = header.filter((heading) => !headings.includes(heading));
    return isWhole;
  }

  #addRow(cells: string[], row: number): void {
    this.counts.rows += 1;
    const width = this.#header?.length ?? 0;
    if (cells.length !== width) {
      const found = cells.length === 1 ? '1 cell' : `${cells.length} cells`;
      this.note(row, null, `must have ${width} cells, not ${found}`, cells);
      return;
    }
    let isText = true;
    for (const [column, place] of this.#places) {
      const cell = cells[place] ?? '';
      if (!formula.test(cell) || signedNumber.test(cell)) continue;
      this.note(row, column, 'must not begin like a formula', cells);
      isText = false;
    }
    if (!isText) return;
    this.#read((column) => (cells[this.#places.get(column) ?? -1] ?? '').trim(), {
      row,
      add: (column, rule) => this.note(row, column, rule, cells),
    });
  }
}

function parsed(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { delimiter, relaxColumnCount: true, recordDelimiter: ['\r\n', '\n'] });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function rowNotUtf8({ bytes, firstRow }: LineBlock): number {
  let row = firstRow;
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) return row;
    start = end;
    row += 1;
  }
  return row;
}
