import { UnusableData } from '../command/errors.ts';

/** The names of the columns, each there once. */
export function requireHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  const unnamed = names.indexOf('');
  if (unnamed >= 0) throw new UnusableData(`column ${unnamed + 1} has no name in the header row`);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UnusableData(`the header row names ${twice} twice`);
  return names;
}
