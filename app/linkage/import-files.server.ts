import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';

import { inChange, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  insertLinkageImport,
  moveLinkageImport,
  type LinkageImportValues,
} from '#db/queries/linkage-imports.ts';

import type { CodedFieldSecret } from './coded-field.server.ts';
import { linkageImport, type LinkageImportAnswer } from './import-job.server.ts';
import { makeImportFolder } from './import-folder.server.ts';
import type { ReturnToRead } from './read-return.server.ts';

export interface FilesToImport {
  values: LinkageImportValues;
  files: ReturnToRead['files'];
  secret: CodedFieldSecret | null;
  /** Where progress is noted meanwhile. */
  folder: string;
  /** Whether to stop after the check. */
  isDryRun: boolean;
}

/** Imports files that lie on this computer, as the page does: first checked, then read again and written. */
export async function importFiles(
  db: Db,
  actor: () => Actor,
  { values, files, secret, folder: root, isDryRun }: FilesToImport,
): Promise<LinkageImportAnswer> {
  const importId = randomUUID();
  const folder = makeImportFolder(root, importId);
  try {
    await inChange(db, actor(), (trx, record) =>
      insertLinkageImport(trx, record, actor(), { id: importId, values, processId: process.pid }),
    );
    const question = { importId, files, folder, userId: actor().userId };
    const checked = await linkageImport(db, { ...question, step: 'check', secret });
    if (checked.status === 'refused') return checked;
    const to = isDryRun ? 'abandoned' : 'writing';
    await inChange(db, actor(), (trx, record) =>
      moveLinkageImport(trx, record, importId, { from: 'checked', to }),
    );
    if (isDryRun) return checked;
    return await linkageImport(db, { ...question, step: 'write', secret });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
