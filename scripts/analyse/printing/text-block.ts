import { textTable } from './text-table.ts';

export interface TextTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A line, or a table under its heading. */
export type TextBlock = string | TextTable;

/** What people read on a terminal. */
export function textOf(blocks: readonly TextBlock[]): string {
  return blocks
    .map((block) =>
      typeof block === 'string'
        ? block
        : ['', ...textTable(block.heads, block.rows), ''].join('\n'),
    )
    .join('\n')
    .trim();
}
