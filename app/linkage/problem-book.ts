/** One thing wrong with a file. Rows are counted as a spreadsheet counts them: the header is row 1. */
export interface FileProblem {
  file: string;
  /** null for the file as a whole. */
  row: number | null;
  /** Heading of the column, where one cell is wrong. */
  column: string | null;
  rule: string;
  /** The row as it was read. */
  cells: readonly string[];
}

/** More are counted, not kept: a file whose every row is wrong has one fault, not a hundred thousand. */
const mostKept = 5000;

/** Gathers what is wrong with the files of a return. */
export class ProblemBook {
  readonly kept: FileProblem[] = [];
  total = 0;

  add(problem: FileProblem): void {
    this.total += 1;
    if (this.kept.length < mostKept) this.kept.push(problem);
  }
}
