import { createReadStream } from 'node:fs';

import { ProblemBook } from '#app/linkage/problem-book.ts';
import { readTable, type RowReader } from '#app/linkage/read-table.server.ts';

/** Reads a file of known columns, or says where it is wrong: by row and rule, without what stands there. */
export async function readFile(
  path: string,
  columns: readonly string[],
  read: RowReader,
): Promise<void> {
  const problems = new ProblemBook();
  const named = Object.fromEntries(columns.map((column) => [column, column]));
  const chunks = createReadStream(path) as AsyncIterable<Buffer>;
  await readTable({ file: path, chunks, columns: named, problems }, read);
  const [first] = problems.kept;
  if (first === undefined) return;
  const place = [first.row === null ? '' : `row ${first.row}`, first.column ?? ''];
  const words = [path, ...place.filter((part) => part !== '')].join(', ');
  throw new Error(`${words}: ${first.rule} (${problems.total} errors in all)`);
}
