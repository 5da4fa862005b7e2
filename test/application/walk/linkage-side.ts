import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import {
  importsFolder,
  makeImportFolder,
  writeProblems,
} from '#app/linkage/import-folder.server.ts';
import { standardLayout } from '#app/linkage/layouts.ts';
import type { Db } from '#db/connection/open-database.ts';

import { aLinkedRound } from '../../builders/cohorts.ts';
import { insertRows, setUp, setUpAt } from '../../builders/set-up.ts';
import type { Ids } from './world.ts';

/** A round, a return that was refused with its bad rows, an extract and a layout. */
export async function addLinkage(db: Db, linkageDate: string): Promise<Ids> {
  const importId = randomUUID();
  const extractId = randomUUID();
  const layoutId = randomUUID();
  const layoutName = `Layout of ${linkageDate}`;
  await aLinkedRound(db, { linkageDate, people: 120, worked: 60, started: 50 });
  const { id: roundId } = await db
    .selectFrom('linkedRounds')
    .select('id')
    .where('linkageDate', '=', linkageDate)
    .executeTakeFirstOrThrow();
  await setUp(db, async (trx) => {
    await insertRows(trx, 'linkageImports', [
      {
        id: importId,
        name: 'A refused return',
        linkageDate,
        layoutName: standardLayout.name,
        firstEnrolment: null,
        lastEnrolment: null,
        sent: 14,
        matched: 12,
        employmentRows: 24,
        contributionRows: null,
        state: 'refused',
        roundId: null,
        counts: null,
        errors: 1,
        processId: process.pid,
        createdAt: new Date().toISOString(),
        createdBy: null,
        version: 1,
      },
    ]);
    await insertRows(trx, 'linkageExtracts', [
      {
        id: extractId,
        linkageDate,
        clients: 20,
        sent: 14,
        leftOut: '[]',
        sha256: 'a'.repeat(64),
        createdAt: setUpAt,
        createdBy: null,
        receiptConfirmedOn: null,
        deletedOn: null,
        deletionRecordedAt: null,
        deletionRecordedBy: null,
        version: 1,
      },
    ]);
    await insertRows(trx, 'linkageLayouts', [
      {
        id: layoutId,
        name: layoutName,
        layout: JSON.stringify({ ...standardLayout, name: layoutName }),
        createdAt: setUpAt,
        createdBy: null,
        retiredAt: null,
        version: 1,
      },
    ]);
  });
  const folder = makeImportFolder(importsFolder(await fileOf(db)), importId);
  const problem = { file: 'people', row: 2, column: 'sex', rule: 'must be blank', cells: ['x'] };
  writeProblems(folder, [problem]);
  return { importId, extractId, layoutId, roundId };
}

async function fileOf(db: Db): Promise<string> {
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(db);
  return rows[0]?.file ?? '';
}
