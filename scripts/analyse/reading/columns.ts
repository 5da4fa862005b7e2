import { UnusableData } from '../command/errors.ts';
import type { ReadTable } from './read-table.ts';

type Columns = Pick<ReadTable, 'columns'>;

/** The numbers of a column; null where not known, and throughout where the file has no such column. */
export function numberIn({ columns }: Columns, name: string, row: number): number | null {
  const answer = columns[name]?.[row];
  return typeof answer === 'number' ? answer : null;
}

/** The texts of a column, in the same way. */
export function textIn({ columns }: Columns, name: string, row: number): string | null {
  const answer = columns[name]?.[row];
  return answer === null || answer === undefined ? null : String(answer);
}

/** A row that contradicts itself or another: names column, line and rule. */
export function rowRefusal({ lineOf }: ReadTable, name: string, row: number, words: string) {
  return new UnusableData(`${name}, line ${lineOf(row)}: ${words}`);
}

/** Refuses a column in which an answer is not known. */
export function requireKnown(table: ReadTable, names: readonly string[]): void {
  for (const name of names) {
    const row = table.columns[name]?.indexOf(null) ?? -1;
    if (row >= 0) throw rowRefusal(table, name, row, 'must be known');
  }
}

/** Refuses a row whose key an earlier row has. */
export function requireDistinct(table: ReadTable, name: string): void {
  const seen = new Set<unknown>();
  for (const [row, answer] of (table.columns[name] ?? []).entries()) {
    if (seen.has(answer))
      throw rowRefusal(table, name, row, `${String(answer)} stands there twice`);
    seen.add(answer);
  }
}

/** The number of each row. */
export function rowsOf({ rows }: ReadTable): number[] {
  return Array.from({ length: rows }, (_, row) => row);
}
