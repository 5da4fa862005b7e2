/** What a column holds. A percentage is given as a share, 0 to 1; pounds as pounds. */
export type ColumnKind = 'text' | 'count' | 'percent' | 'number' | 'pounds';

export interface ReleaseColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Digits shown after the point, instead of those usual for the kind. */
  readonly decimals?: number;
}

/** What stands in a cell whose value is not shown. No cell is ever empty. */
export const shorthands = {
  c: 'Confidential: the figure, or one from which it could be worked out, is about few people',
  x: 'Not available: there is too little data to work the figure out',
  z: 'Not applicable: there is nobody the figure could be about',
} as const;
export type Shorthand = keyof typeof shorthands;

/** A cell without its value: the value itself is never handed to a writer. */
export interface HiddenCell {
  readonly shorthand: Shorthand;
}

/** A number too small for the places it is printed with, such as a p below 0.001: never shown as nothing. */
export interface CellBelow {
  readonly below: number;
}

/** Places a p is printed with: a smaller one is said to be below what they can show, never nothing. */
export const P_DECIMALS = 3;

export function pCell(p: number): ReleaseCell {
  const below = 10 ** -P_DECIMALS;
  return p < below ? { below } : p;
}

export type ReleaseCell = string | number | HiddenCell | CellBelow;

/**
 * A table ready to be written to files: plain, without merged or empty cells. Whatever has to be rounded or hidden is
 * rounded or hidden before it comes here; writers show what they are given.
 */
export interface ReleaseTable {
  /** Counts from 1 within a release. */
  readonly number: number;
  readonly title: string;
  /** Who or what the figures are about. */
  readonly base: string;
  /** How they were worked out. */
  readonly method: string;
  readonly notes: readonly string[];
  readonly columns: readonly ReleaseColumn[];
  readonly rows: readonly (readonly ReleaseCell[])[];
}

/** Everything that goes into the files of a release. */
export interface Release {
  readonly title: string;
  /** ISO day: printed on the cover, and the date of every file, so that the same input gives the same bytes. */
  readonly date: string;
  /** Paragraphs of the cover: what the figures are, where they come from, what to mind. */
  readonly about: readonly string[];
  readonly tables: readonly ReleaseTable[];
}

const usualDecimals: Readonly<Record<ColumnKind, number>> = {
  text: 0,
  count: 0,
  percent: 1,
  number: 1,
  pounds: 2,
};

export function decimalsOf({ kind, decimals }: ReleaseColumn): number {
  return decimals ?? usualDecimals[kind];
}

export function isHidden(cell: ReleaseCell): cell is HiddenCell {
  return typeof cell === 'object' && 'shorthand' in cell;
}

export function isBelow(cell: ReleaseCell): cell is CellBelow {
  return typeof cell === 'object' && 'below' in cell;
}

/** '<0.001', for people and programs alike. */
function belowText({ below }: CellBelow): string {
  return `<${below}`;
}

/** '[c]', as the guidance of the Government Statistical Service writes it. */
export function shorthandText({ shorthand }: HiddenCell): string {
  return `[${shorthand}]`;
}

/** A cell as people read it: 1,234 or 51.2% or £1,234.50. */
export function shownCell(column: ReleaseColumn, cell: ReleaseCell): string {
  if (typeof cell === 'string') return cell;
  if (isHidden(cell)) return shorthandText(cell);
  if (isBelow(cell)) return belowText(cell);
  const sign = cell < 0 ? '-' : '';
  const digits = grouped(Math.abs(column.kind === 'percent' ? 100 * cell : cell), column);
  if (column.kind === 'percent') return `${sign}${digits}%`;
  return column.kind === 'pounds' ? `${sign}£${digits}` : `${sign}${digits}`;
}

function grouped(value: number, column: ReleaseColumn): string {
  const decimals = decimalsOf(column);
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString('en-GB', options);
}

/** Significant digits that survive multiplying a share by 100; more would show the computer's own rounding. */
const SIGNIFICANT = 14;
/** Places of a number too small for its significant digits to be written without an exponent. */
const PLACES = 20;

/** A cell as a program reads it: digits and a point, a percentage as 0 to 100. */
export function plainCell({ kind }: ReleaseColumn, cell: ReleaseCell): string {
  if (typeof cell === 'string') return cell;
  if (isHidden(cell)) return shorthandText(cell);
  if (isBelow(cell)) return belowText(cell);
  const value = Number((kind === 'percent' ? 100 * cell : cell).toPrecision(SIGNIFICANT));
  const text = String(value);
  return text.includes('e-') ? value.toFixed(PLACES).replace(/\.?0+$/, '') : text;
}
