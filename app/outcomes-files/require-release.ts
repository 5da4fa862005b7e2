import { isBelow, isHidden, type Release, type ReleaseTable } from './release-table.ts';

/** Refuses tables that could not be written so that everybody can read them: a slip of whoever built them. */
export function requireRelease({ date, tables }: Release): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`a release has the date "${date}"`);
  if (tables.length === 0) throw new RangeError('a release has no table');
  for (const [place, table] of tables.entries()) {
    if (table.number !== place + 1) {
      throw new RangeError(`table ${place + 1} of a release has the number ${table.number}`);
    }
    requireTable(table);
  }
}

function requireTable({ number, title, columns, rows }: ReleaseTable): void {
  const refuse = (words: string) => new RangeError(`table ${number} (${title}) ${words}`);
  if (columns.length === 0 || rows.length === 0) throw refuse('has no columns or no rows');
  const names = columns.map(({ name }) => name);
  if (new Set(names).size < names.length || names.includes('')) {
    throw refuse('has columns without a name of their own');
  }
  for (const row of rows) {
    if (row.length !== columns.length) throw refuse('has a row of another width');
    for (const [place, cell] of row.entries()) {
      if (isHidden(cell)) continue;
      const isText = columns[place]?.kind === 'text';
      const number = isBelow(cell) ? cell.below : cell;
      const fits = isText ? typeof cell === 'string' && cell !== '' : Number.isFinite(number);
      if (!fits) throw refuse(`has an empty cell or one of another kind under ${names[place]}`);
    }
  }
}
