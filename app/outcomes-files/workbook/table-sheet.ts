import { marksOf, type ReleaseNote } from '../release-notes.ts';
import {
  decimalsOf,
  isBelow,
  isHidden,
  shownCell,
  type ReleaseCell,
  type ReleaseColumn,
  type ReleaseTable,
} from '../release-table.ts';
import { sheetNames } from './front-sheets.ts';
import { textCell, type Sheet, type SheetCell } from './sheet.ts';

/** Roughly the width of a letter, in centimetres. */
const LETTER = 0.2;
const MARGIN = 0.6;
const NARROWEST = 2.4;
const WIDEST = 9;

/** A table under its title: what it is about, how it was worked out, the way back, column names, rows. */
export function tableSheet(table: ReleaseTable, notes: readonly ReleaseNote[]): Sheet {
  const { number, title, base, method, columns, rows } = table;
  const marks = marksOf(notes, table.notes);
  const head = [
    [textCell(`Table ${number}: ${title}`, 'title')],
    [
      textCell(
        `This worksheet contains one table.${marks.length > 0 ? ` Read it with ${marks.join(' ')}.` : ''}`,
      ),
    ],
    [textCell(`Base: ${base}`)],
    [textCell(`Method: ${method}`)],
    [{ ...textCell('Back to the contents'), link: `#${sheetNames.contents}` }],
  ];
  return {
    name: sheetNames.table(number),
    rows: [
      ...head,
      columns.map(({ name, kind }) => textCell(name, kind === 'text' ? 'header' : 'header-end')),
      ...rows.map((row) => columns.map((column, place) => sheetCell(column, row[place] ?? ''))),
    ],
    table: { headerRow: head.length, name: sheetNames.table(number) },
    widths: columns.map((column, place) => widthOf(column, rows, place)),
  };
}

function sheetCell(column: ReleaseColumn, cell: ReleaseCell): SheetCell {
  const text = shownCell(column, cell);
  if (typeof cell === 'string' || column.kind === 'text') return textCell(text);
  if (isHidden(cell) || isBelow(cell)) return textCell(text, 'end');
  const number = { value: cell, kind: column.kind, decimals: decimalsOf(column) };
  return { text, look: 'end', number };
}

/** Wide enough for every cell and for the longest word of the name, which may take several lines. */
function widthOf(column: ReleaseColumn, rows: ReleaseTable['rows'], place: number): number {
  const lengths = rows.map((row) => shownCell(column, row[place] ?? '').length);
  const words = column.name.split(' ').map((word) => word.length);
  const letters = Math.max(
    ...words,
    lengths.reduce((most, length) => Math.max(most, length), 0),
  );
  return Math.min(WIDEST, Math.max(NARROWEST, letters * LETTER + MARGIN));
}
