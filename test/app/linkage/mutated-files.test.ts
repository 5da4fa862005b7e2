import { join } from 'node:path';

import { expect, test } from 'vitest';

import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder, listImportFolders } from '#app/linkage/import-folder.server.ts';
import { inChange } from '#db/audit/change.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import { temporaryFolder } from '../../db/temporary-database.ts';
import { aReturn, valuesOfReturn, writtenReturn } from './a-return.ts';
import { kinds, mutated, mutations, type Draw } from './mutations.ts';

const HOW_MANY = 1000;
const withoutLongest = mutations.filter(({ name }) => name !== 'a line of 10 MB');
const actor = { userId: null, at: '2025-01-02T09:00:00.000Z' };

test(
  'a thousand damaged returns: each is refused by file, row and rule, and nothing of it is written',
  { timeout: 300_000 },
  async () => {
    const { db, path, close } = await databaseWithReferenceData();
    const folder = temporaryFolder();
    const random = createRandom(20_241_201);
    const draw: Draw = (below) => random.integer(below);
    const rowsOf = async (table: 'linkedPeople' | 'linkedRounds') =>
      (await db.selectFrom(table).select('id').execute()).length;
    const wrong: string[] = [];
    const tried = new Map<string, { files: number; refused: number }>();
    for (let turn = 0; turn < HOW_MANY; turn += 1) {
      // Ten megabytes a few times only: the line of 20 kB is as long to the reader.
      const kinds = turn < 3 * mutations.length ? mutations : withoutLongest;
      const mutation = kinds[turn % kinds.length]!;
      const { file, files } = mutated(mutation, aReturn(), draw);
      const answer = await importFiles(db, () => actor, {
        values: valuesOfReturn,
        files: writtenReturn(folder, files),
        secret: null,
        folder: importsFolder(path),
        isDryRun: mutation.fate === 'good',
      });
      const count = tried.get(mutation.kind) ?? { files: 0, refused: 0 };
      const refused = count.refused + (answer.status === 'refused' ? 1 : 0);
      tried.set(mutation.kind, { files: count.files + 1, refused });
      const name = `${turn} ${mutation.name} in ${file}`;
      if (answer.status === 'refused') {
        const isNamed = answer.problems.some(
          (problem) => problem.file === file && problem.rule !== '',
        );
        const isPlaced = answer.problems.every(
          ({ row, rule }) => row !== null || rule.startsWith('must have'),
        );
        if (mutation.fate !== 'refused' || !isNamed || !isPlaced) {
          wrong.push(`${name}: ${JSON.stringify(answer.problems.slice(0, 2))}`);
        }
      } else if (mutation.fate !== 'good') wrong.push(`${name}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
    console.log(
      kinds
        .map((kind) => [kind, tried.get(kind) ?? { files: 0, refused: 0 }] as const)
        .map(([kind, { files, refused }]) => `${kind}: ${refused} of ${files} refused`)
        .join('\n'),
    );
    const rare = kinds.filter((kind) => (tried.get(kind)?.files ?? 0) < 10);
    expect(rare).toEqual([]);
    expect([await rowsOf('linkedRounds'), await rowsOf('linkedPeople')]).toEqual([0, 0]);
    expect(listImportFolders(importsFolder(path))).toEqual([]);
    // The database is whole and still takes changes.
    await inChange(db, actor, (_, record) =>
      record({ action: 'test', entity: 'test', entityId: join('still', 'there') }),
    );
    await close();
  },
);
