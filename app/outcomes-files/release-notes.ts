import { isHidden, shorthands, type Release, type Shorthand } from './release-table.ts';

export interface ReleaseNote {
  /** '[note 1]', or a shorthand such as '[c]'. */
  readonly mark: string;
  readonly text: string;
}

/** The notes of all tables, each once, numbered in the order they come up; then the shorthand that stands in a cell. */
export function releaseNotes({ tables }: Release): ReleaseNote[] {
  const texts = [...new Set(tables.flatMap(({ notes }) => notes))];
  const used = new Set(
    tables.flatMap(({ rows }) =>
      rows.flatMap((row) => row.flatMap((cell) => (isHidden(cell) ? [cell.shorthand] : []))),
    ),
  );
  return [
    ...texts.map((text, place) => ({ mark: `[note ${place + 1}]`, text })),
    ...(Object.keys(shorthands) as Shorthand[])
      .filter((shorthand) => used.has(shorthand))
      .map((shorthand) => ({ mark: `[${shorthand}]`, text: shorthands[shorthand] })),
  ];
}

/** The marks of a table's own notes. */
export function marksOf(notes: readonly ReleaseNote[], texts: readonly string[]): string[] {
  return notes.filter(({ text }) => texts.includes(text)).map(({ mark }) => mark);
}
