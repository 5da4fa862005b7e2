import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import { importFolderPath, makeImportFolder } from '#app/linkage/import-folder.server.ts';
import { runImport } from '#app/linkage/start-import.server.ts';
import { inChange } from '#db/audit/change.ts';
import { findLinkageImport, insertLinkageImport } from '#db/queries/linkage-imports.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import { contextFor } from '../../builders/request-context.ts';
import { aUser } from '../../builders/users.ts';
import { temporaryFolder } from '../../db/temporary-database.ts';
import { valuesOfReturn } from './a-return.ts';

test.each([
  ['that ran out of memory', 'ERR_WORKER_OUT_OF_MEMORY', 'failed', false],
  // The next start ends it: the server may be stopping.
  ['that was ended', 'ERR_OTHER', 'checking', true],
])('of a thread %s, with %s, the import is %s', async (_, code, state, isKept) => {
  const { db, close } = await databaseWithReferenceData();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const user = await aUser(db, 'national-analyst');
  const folder = join(temporaryFolder(), 'imports');
  const ended = Object.assign(new Error('The thread has ended'), { code });
  const context = {
    ...contextFor(db, user, '2026-07-03'),
    uploads: { folder, maxFileBytes: 1 },
    work: { ask: () => Promise.reject(ended), close: () => Promise.resolve() },
  };
  const importId = randomUUID();
  makeImportFolder(folder, importId);
  const actor = { userId: user.id, at: '2026-07-03T09:00:00.000Z' };
  await inChange(db, actor, (trx, record) =>
    insertLinkageImport(trx, record, actor, { id: importId, values: valuesOfReturn, processId: 1 }),
  );
  runImport(context, { importId, step: 'check', secret: null, hasContributions: true });
  await expect.poll(async () => (await findLinkageImport(db, importId))?.state).toBe(state);
  await expect.poll(() => existsSync(importFolderPath(folder, importId))).toBe(isKept);
  vi.restoreAllMocks();
  await close();
});
