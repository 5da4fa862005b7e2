import { csvText } from '../relations/csv.ts';
import {
  isHidden,
  plainCell,
  shorthandText,
  type Release,
  type ReleaseTable,
} from './release-table.ts';

/** Spreadsheets take a CSV file without this mark for another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** One table: its columns in a header row and nothing else, percentages as 0 to 100. */
export function tableCsv({ columns, rows }: ReleaseTable): string {
  const header = columns.map(({ name }) => name);
  const lines = rows.map((row) =>
    columns.map((column, place) => plainCell(column, row[place] ?? '')),
  );
  return BYTE_ORDER_MARK + csvText([header, ...lines]);
}

const longHeader = [
  'table',
  'title',
  'base',
  'row',
  'label',
  'measure',
  'kind',
  'value',
  'shorthand',
];

/** Every figure of a release on a line of its own: where it stands, what it is, and its value or why there is none. */
export function longCsv({ tables }: Release): string {
  return BYTE_ORDER_MARK + csvText([longHeader, ...tables.flatMap(longLines)]);
}

function longLines({ number, title, base, columns, rows }: ReleaseTable): string[][] {
  return rows.flatMap((row, index) => {
    const label = row
      .flatMap((cell, place) => {
        const column = columns[place];
        return column?.kind === 'text' ? [plainCell(column, cell)] : [];
      })
      .join(' | ');
    const where = [String(number), title, base, String(index + 1), label];
    return columns.flatMap((column, place) => {
      const cell = row[place];
      if (column.kind === 'text' || cell === undefined) return [];
      const kept = isHidden(cell) ? ['', shorthandText(cell)] : [plainCell(column, cell), ''];
      return [[...where, column.name, column.kind, ...kept]];
    });
  });
}
