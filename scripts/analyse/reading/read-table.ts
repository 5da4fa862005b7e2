import { basename } from 'node:path';

import type { Answer } from '#scoring/statistics/model-frame.ts';
import { readCsvRows } from './csv-rows.ts';
import { TableBuilder } from './table-builder.ts';
import type { ColumnRule } from './column-collector.ts';

/** A column that an analysis uses. */
export interface ColumnPlan {
  readonly name: string;
  readonly rule: ColumnRule;
}

/** The columns an analysis uses, out of those the file has. */
export type ChooseColumns = (header: readonly string[]) => readonly ColumnPlan[];

export interface UsedColumn {
  readonly name: string;
  readonly kind: 'numeric' | 'categorical';
}

/** The columns of a file that were asked for, row by row. */
export interface ReadTable {
  readonly header: readonly string[];
  readonly rows: number;
  readonly used: readonly UsedColumn[];
  readonly columns: Readonly<Record<string, readonly Answer[]>>;
  /** The line of the file on which a row begins. */
  readonly lineOf: (row: number) => number;
}

/**
 * Reads those columns of a CSV file that an analysis asks for; nothing else is kept, so that a million rows fit. Cells are
 * trimmed, an empty one is an answer not known, and empty lines at the end are passed over.
 */
export async function readTable(path: string, choose: ChooseColumns): Promise<ReadTable> {
  const builder = new TableBuilder(choose);
  await readCsvRows(path, (cells, line) => builder.addRecord(cells, line));
  return builder.finish();
}

/** What goes into a report: the file by its name alone, since its folders are nobody's business. */
export function inputOf(path: string, { rows, used }: Pick<ReadTable, 'rows' | 'used'>) {
  return { file: basename(path), rows, columns: used };
}
