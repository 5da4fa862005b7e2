import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Design } from './designs.ts';

/** Numbers as R's readBin takes them: eight bytes each, the machine's own order. */
async function writeNumbers(file: string, lists: readonly Float64Array[]): Promise<void> {
  const bytes = lists.map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength));
  await writeFile(file, Buffer.concat(bytes));
}

/** Puts a design into a folder for R: column after column, with the weights of a bootstrap where there are any. */
export async function handOver(
  design: Design,
  folder: string,
  weights: readonly Float64Array[],
): Promise<void> {
  const { columns, outcome, teams } = design;
  await writeFile(
    join(folder, 'size.txt'),
    `${outcome.length} ${columns.length} ${weights.length}\n`,
  );
  await writeNumbers(join(folder, 'columns.bin'), columns);
  await writeNumbers(join(folder, 'outcome.bin'), [outcome]);
  await writeNumbers(join(folder, 'teams.bin'), [teams]);
  await writeNumbers(join(folder, 'weights.bin'), weights);
}
