/** One thing wrong with a file. Rows are counted as a spreadsheet counts them: the header is row 1. */
export interface ImportError {
  /** null for the file as a whole. */
  row: number | null;
  /** Heading of the column, where one cell is wrong. */
  column: string | null;
  message: string;
}

/** More than this many errors are counted, not listed. */
export const mostErrorsShown = 50;

export function fileError(message: string): ImportError {
  return { row: null, column: null, message };
}

export function rowError(row: number, column: string | null, message: string): ImportError {
  return { row, column, message };
}

/** In the order of the file. */
export function inFileOrder(errors: readonly ImportError[]): ImportError[] {
  return errors.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** Thrown inside an import's change, so that nothing of the file is kept. */
export class ImportRefused extends Error {
  readonly errors: readonly ImportError[];

  constructor(errors: readonly ImportError[]) {
    super('the file was refused');
    this.name = 'ImportRefused';
    this.errors = errors;
  }
}
