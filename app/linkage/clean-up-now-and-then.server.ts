import { logError } from '#app/server/log.server.ts';
import type { Work } from '#app/work/work.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import { hasLeftovers } from './clean-up.server.ts';

const everyMs = 60 * 60 * 1000;

/** Cleans up after imports at the start and every hour, in their own thread, where there is anything to do. */
export async function cleanUpNowAndThen({
  db,
  work,
  uploads,
}: {
  db: Db;
  work: Work;
  uploads: { folder: string };
}): Promise<() => void> {
  const look = async (): Promise<void> => {
    const question = { folder: uploads.folder, now: new Date().toISOString() };
    if (!(await hasLeftovers(db, question))) return;
    work.ask('linkageCleanUp', question).catch((error: unknown) => logError(error));
  };
  await look();
  const timer = setInterval(() => {
    look().catch((error: unknown) => logError(error));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
