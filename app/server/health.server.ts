import type { RequestHandler } from 'express';

import type { Db } from '#db/connection/open-database.ts';
import { findInstallationValue } from '#db/queries/installation.ts';

const DEADLINE_MS = 2000;

/** "ok" while the database answers in time: a process that accepts connections but hangs is not healthy. */
export function health(db: Db): RequestHandler {
  return (_request, response) => {
    void answersInTime(findInstallationValue(db, 'demo')).then((isHealthy) => {
      response
        .status(isHealthy ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .type('text')
        .send(isHealthy ? 'ok' : 'database does not answer');
    });
  };
}

async function answersInTime(query: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), DEADLINE_MS);
  });
  try {
    return await Promise.race([query.then(() => true), deadline]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
