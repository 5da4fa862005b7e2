import { UnusableData } from '../command/errors.ts';
import { ColumnCollector, type ColumnRule } from './column-collector.ts';
import { requireHeader } from './header.ts';
import type { ChooseColumns, ColumnPlan, ReadTable } from './read-table.ts';

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

interface Gathered {
  readonly name: string;
  readonly place: number;
  readonly collector: ColumnCollector;
}

/** Makes a table of records as they come, the header first. */
export class TableBuilder {
  readonly #choose: ChooseColumns;
  readonly #lines: number[] = [];
  #header: readonly string[] = [];
  #gathered: readonly Gathered[] = [];
  /** Spreadsheets leave empty lines at the end; in the middle they are rows like any other. */
  #empty: Row[] = [];

  constructor(choose: ChooseColumns) {
    this.#choose = choose;
  }

  addRecord(cells: readonly string[], line: number): void {
    if (this.#header.length === 0) this.#start(cells);
    else if (cells.every((cell) => cell.trim() === '')) this.#empty.push({ cells, line });
    else {
      for (const row of this.#empty) this.#addRow(row);
      this.#empty = [];
      this.#addRow({ cells, line });
    }
  }

  finish(): ReadTable {
    if (this.#header.length === 0) {
      throw new UnusableData('the file is empty: it must have a header row');
    }
    if (this.#lines.length === 0) throw new UnusableData('the file has no rows under its header');
    const columns = this.#gathered.map(({ name, collector }) => [name, collector.answers] as const);
    return {
      header: this.#header,
      rows: this.#lines.length,
      used: this.#gathered.map(({ name, collector }) => ({ name, kind: collector.kind })),
      columns: Object.fromEntries(columns),
      lineOf: (row) => this.#lines[row] ?? NaN,
    };
  }

  #start(cells: readonly string[]): void {
    const header = requireHeader(cells);
    this.#header = header;
    this.#gathered = mergedPlans(this.#choose(header), header).map(({ name, rule }) => ({
      name,
      place: header.indexOf(name),
      collector: new ColumnCollector(name, rule),
    }));
  }

  #addRow({ cells, line }: Row): void {
    const width = this.#header.length;
    if (cells.length !== width) throw ragged(cells.length, width, line);
    for (const { collector, place } of this.#gathered) collector.add(cells[place] ?? '', line);
    this.#lines.push(line);
  }
}

/** One plan for each column: of two for the same one, that which says what the column holds. */
function mergedPlans(plans: readonly ColumnPlan[], header: readonly string[]): ColumnPlan[] {
  const rules = new Map<string, ColumnRule>();
  for (const { name, rule } of plans) {
    if (!header.includes(name)) throw unknownColumn(name, header);
    const known = rules.get(name);
    if (known === undefined || known === 'numbers-or-categories') rules.set(name, rule);
  }
  return [...rules].map(([name, rule]) => ({ name, rule }));
}

function unknownColumn(name: string, header: readonly string[]): UnusableData {
  return new UnusableData(`the file has no column ${name}; it has ${header.join(', ')}`);
}

function ragged(cells: number, width: number, line: number): UnusableData {
  const found = cells === 1 ? '1 cell' : `${cells} cells`;
  return new UnusableData(`line ${line} must have ${width} cells, not ${found}`);
}
