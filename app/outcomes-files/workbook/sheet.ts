import type { ColumnKind } from '../release-table.ts';

/** A number with the way it is shown. */
export interface SheetNumber {
  readonly value: number;
  readonly kind: Exclude<ColumnKind, 'text'>;
  readonly decimals: number;
}

export type CellLook = 'title' | 'header' | 'header-end' | 'text' | 'wrapped' | 'end';

export interface SheetCell {
  /** What is read, also of a number. */
  readonly text: string;
  readonly look: CellLook;
  readonly number?: SheetNumber;
  /** An address, or a sheet of this workbook as '#Contents'. */
  readonly link?: string;
}

/** One worksheet: a title in A1, lines about it, and one table. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** The row of column names, from 0, and the name under which its table is marked; null on a cover. */
  readonly table: { readonly headerRow: number; readonly name: string } | null;
  /** Centimetres. */
  readonly widths: readonly number[];
}

export const textCell = (text: string, look: CellLook = 'text'): SheetCell => ({ text, look });
