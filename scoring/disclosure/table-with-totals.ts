import { requirePeople } from './disclosure-policy.ts';

/** Entries that add up to another entry; both are positions in a list of values. */
export interface TotalLine {
  readonly parts: readonly number[];
  readonly total: number;
}

/** A table of counts laid out row by row, its totals in a last column and a last row. */
export interface TableWithTotals {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly number[];
  /** Every row, the row of totals, every column, the column of totals, in the order to go through. */
  readonly lines: readonly TotalLine[];
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index);

/**
 * In which order the lines are gone through. Where a row is only of use whole, as the two counts of one
 * proportion, the rows are gone through again after each column: fewer rows then lose a cell.
 */
export type LineOrder = 'rows-then-columns' | 'rows-after-each-column';

/** The lines of a table of that many rows and columns; the totals add up like any other line. */
function totalLines(rows: number, columns: number, order: LineOrder): TotalLine[] {
  const width = columns + 1;
  const acrossRows = upTo(rows + 1).map((row) => ({
    parts: upTo(columns).map((column) => row * width + column),
    total: row * width + columns,
  }));
  const downColumns = upTo(columns + 1).map((column) => ({
    parts: upTo(rows).map((row) => row * width + column),
    total: rows * width + column,
  }));
  return order === 'rows-then-columns'
    ? [...acrossRows, ...downColumns]
    : [...acrossRows, ...downColumns.flatMap((column) => [column, ...acrossRows])];
}

/** Values of the whole table from its inner cells (row by row). */
function valuesWithTotals(cells: readonly number[], columns: number): number[] {
  const rows = cells.length / columns;
  const width = columns + 1;
  const values = Array.from({ length: (rows + 1) * width }, () => 0);
  for (const [index, count] of cells.entries()) {
    const row = Math.floor(index / columns);
    const column = index % columns;
    values[row * width + column] = count;
    for (const total of [row * width + columns, rows * width + column, rows * width + columns]) {
      values[total] = (values[total] ?? 0) + count;
    }
  }
  return values;
}

/**
 * A table of counts with its totals, and the lines along which its entries add up.
 *
 * For: secondary suppression. Formula: sums of rows, of columns and of everything.
 * @param cells rows of counts of people, at least one row and one column, all rows of one length
 * @param order the order of the lines
 * @returns the values laid out row by row with totals last, and the lines
 * @throws RangeError for an empty or ragged table, or a cell that is no count
 * Source: follows from the rule on rows and columns. Checked: by example.
 */
export function tableWithTotals(
  cells: readonly (readonly number[])[],
  order: LineOrder = 'rows-then-columns',
): TableWithTotals {
  const columns = cells[0]?.length ?? 0;
  if (columns === 0 || cells.some((row) => row.length !== columns)) {
    throw new RangeError('tableWithTotals: a table needs rows and columns, all rows of one length');
  }
  const flat = cells.flat();
  for (const count of flat) requirePeople('tableWithTotals', 'every cell', count);
  return {
    rows: cells.length,
    columns,
    values: valuesWithTotals(flat, columns),
    lines: totalLines(cells.length, columns, order),
  };
}
