import { csvText } from '#app/relations/csv.ts';

import type { FileProblem } from './problem-book.ts';

/** Cells of a bad row that are given back; a row of these files has fewer than half. */
const mostCells = 24;

/** What is wrong with a return as a file: where, which rule, and the row as it was read. */
export function badRowsCsv(problems: readonly FileProblem[]): string {
  const header = ['file', 'row', 'column', 'rule', 'row as read'];
  const lines = problems.map(({ file, row, column, rule, cells }) => [
    file,
    row === null ? '' : String(row),
    column ?? '',
    rule,
    ...cells.slice(0, mostCells),
  ]);
  const width = Math.max(header.length, ...lines.map((line) => line.length));
  return csvText([header, ...lines].map((line) => padded(line, width)));
}

function padded(line: readonly string[], width: number): string[] {
  return [...line, ...Array.from({ length: width - line.length }, () => '')];
}
