import type { Release, ReleaseTable } from '#app/outcomes-files/release-table.ts';

/** A table with every kind of column, hidden cells, and texts that files have trouble with. */
export const awkwardTable: ReleaseTable = {
  number: 1,
  title: 'Jobs <by> "group" & site',
  base: 'All clients',
  method: 'Counted',
  notes: ['Rounded to 5.', 'Provisional.'],
  columns: [
    { name: 'Group', kind: 'text' },
    { name: 'Clients', kind: 'count' },
    { name: 'Share', kind: 'percent' },
    { name: 'Days', kind: 'number' },
    { name: 'Tax', kind: 'pounds' },
  ],
  rows: [
    ['=HYPERLINK("x")', 1234, 0.57, 12.345, -1234.5],
    ['two  spaces\tand\na line', { shorthand: 'c' }, { shorthand: 'c' }, { shorthand: 'x' }, 0],
    ['bell \u0007 half \uD800 end', 0, 1, 1e-9, { shorthand: 'z' }],
  ],
};

export const sampleRelease: Release = {
  title: 'Outcomes & more',
  date: '2024-12-01',
  about: ['Exact figures.', 'A < B'],
  tables: [
    awkwardTable,
    { ...awkwardTable, number: 2, title: 'The same again', notes: ['Provisional.'] },
  ],
};
