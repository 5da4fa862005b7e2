const NEWLINE = 0x0a;

/** No row of these files comes near it: a longer one is no row. */
export const longestRow = 16 * 1024;

export interface LineBlock {
  bytes: Buffer;
  /** Row of the block's first line, as a spreadsheet counts: the header is row 1. */
  firstRow: number;
  lines: number;
}

export class RowTooLong extends Error {
  readonly row: number;

  constructor(row: number) {
    super('a row is too long');
    this.row = row;
  }
}

/** Cuts a file, as it is read, into blocks that end where a line ends; a line without end is found before it fills memory. */
export async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<LineBlock> {
  let rest: Buffer = Buffer.alloc(0);
  let firstRow = 1;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    rest = bytes.subarray(end);
    if (end > 0) {
      const block = blockOf(bytes.subarray(0, end), firstRow);
      firstRow += block.lines;
      yield block;
    }
    if (rest.length > longestRow) throw new RowTooLong(firstRow);
  }
  if (rest.length > 0) yield blockOf(rest, firstRow);
}

function blockOf(bytes: Buffer, firstRow: number): LineBlock {
  let lines = 0;
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (end - start > longestRow) throw new RowTooLong(firstRow + lines);
    start = end;
    lines += 1;
  }
  return { bytes, firstRow, lines };
}
