import { dayInWords } from '../day-in-words.ts';
import type { ReleaseNote } from '../release-notes.ts';
import type { Release } from '../release-table.ts';
import { textCell, type Sheet } from './sheet.ts';

export const sheetNames = {
  cover: 'Cover',
  contents: 'Contents',
  notes: 'Notes',
  table: (number: number) => `Table_${number}`,
} as const;

const PROSE_WIDTH = 24;
const NAME_WIDTH = 4;

/** What the workbook is, one paragraph a row. */
export function coverSheet({ title, date, about }: Release): Sheet {
  const lines = [
    `Figures as at ${dayInWords(date)}`,
    ...about,
    'Each worksheet holds one table, with its title in cell A1. Some cells hold shorthand in square brackets instead of a figure, and some tables refer to notes: both are explained in the worksheet Notes.',
  ];
  return {
    name: sheetNames.cover,
    rows: [
      [textCell(title, 'title')],
      ...lines.map((line) => [textCell(line, 'wrapped')]),
      [{ ...textCell('Contents'), link: `#${sheetNames.contents}` }],
    ],
    table: null,
    widths: [PROSE_WIDTH],
  };
}

/** A link to every table. */
export function contentsSheet({ tables }: Release): Sheet {
  const links = [
    { name: sheetNames.notes, title: 'Notes and shorthand' },
    ...tables.map(({ number, title }) => ({ name: sheetNames.table(number), title })),
  ];
  const rows = links.map(({ name, title }) => [
    { ...textCell(name), link: `#${name}` },
    textCell(title, 'wrapped'),
  ]);
  return frontSheet(sheetNames.contents, 'Contents', ['Worksheet', 'Title'], rows);
}

/** Notes and shorthand in one table. */
export function notesSheet(notes: readonly ReleaseNote[]): Sheet {
  const rows = notes.map(({ mark, text }) => [textCell(mark), textCell(text, 'wrapped')]);
  const none = [textCell('None'), textCell('No table of this workbook has a note', 'wrapped')];
  return frontSheet(
    sheetNames.notes,
    'Notes and shorthand',
    ['Note or shorthand', 'Meaning'],
    rows.length === 0 ? [none] : rows,
  );
}

function frontSheet(
  name: string,
  title: string,
  header: readonly string[],
  rows: Sheet['rows'],
): Sheet {
  return {
    name,
    rows: [
      [textCell(title, 'title')],
      [textCell('This worksheet contains one table.')],
      header.map((each) => textCell(each, 'header')),
      ...rows,
    ],
    table: { headerRow: 2, name },
    widths: [NAME_WIDTH, PROSE_WIDTH],
  };
}
