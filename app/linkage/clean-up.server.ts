import type { Db } from '#db/connection/open-database.ts';
import {
  findLinkageImport,
  listUnfinishedImports,
  type LinkageImport,
} from '#db/queries/linkage-imports.ts';
import { listUndoneRoundsWithPeople } from '#db/queries/linked-round-writing.ts';

import { endImport } from './end-import.server.ts';
import {
  importFolderMadeAt,
  listImportFolders,
  removeImportFolder,
} from './import-folder.server.ts';
import { deleteRoundPeople } from './write-round.server.ts';

export interface CleanUpQuestion {
  /** Where uploads lie. */
  folder: string;
  now: string;
}

/** Uploads that nobody imports, and bad rows that nobody fetches, go after a day. */
const longestMs = 24 * 60 * 60 * 1000;

/** Whether there is anything to clean up: asked at each start, so that only a start after a kill takes longer. */
export async function hasLeftovers(db: Db, { folder, now }: CleanUpQuestion): Promise<boolean> {
  const left = await leftBehind(db, now);
  const rounds = await listUndoneRoundsWithPeople(db);
  return left.length > 0 || rounds.length > 0 || listImportFolders(folder).length > 0;
}

/** Removes what a process left behind that was ended in the middle of an import, and what has waited for a day. */
export async function linkageCleanUp(db: Db, { folder, now }: CleanUpQuestion): Promise<void> {
  for (const { id } of await leftBehind(db, now)) {
    await endImport(db, { userId: null, at: now }, id, 'abandoned');
  }
  for (const roundId of await listUndoneRoundsWithPeople(db)) await deleteRoundPeople(db, roundId);
  for (const importId of listImportFolders(folder)) {
    if (!(await isNeeded(db, { folder, now }, importId))) removeImportFolder(folder, importId);
  }
}

async function leftBehind(db: Db, now: string): Promise<LinkageImport[]> {
  const unfinished = await listUnfinishedImports(db);
  return unfinished.filter((found) => isOld(found, now) || !isHeld(found));
}

async function isNeeded(
  db: Db,
  { folder, now }: CleanUpQuestion,
  importId: string,
): Promise<boolean> {
  const found = await findLinkageImport(db, importId);
  // Files may be arriving for an import that is not written down yet.
  if (found === undefined) return importFolderMadeAt(folder, importId) >= startedAt();
  if (isOld(found, now)) return false;
  return ['checking', 'checked', 'writing', 'refused'].includes(found.state);
}

const isOld = ({ createdAt }: LinkageImport, now: string): boolean =>
  Date.parse(now) - Date.parse(createdAt) > longestMs;

const startedAt = (): number => Date.now() - process.uptime() * 1000;

/** Whether the process that began an import still runs. A number may come again: ours counts from our own start. */
function isHeld({ processId, createdAt }: LinkageImport): boolean {
  if (processId === process.pid) {
    return Date.parse(createdAt) >= startedAt();
  }
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
