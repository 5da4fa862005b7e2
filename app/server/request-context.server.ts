import type { AppLoadContext } from '@remix-run/node';
import type { Request } from 'express';

import type { Work } from '#app/work/work.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import { dayInEngland } from '#scoring/calendar/day-in-england.ts';
import type { Uploads } from './context.server.ts';
import { tokenOfCookies } from './session-cookie.server.ts';
import { currentSession } from './sessions.server.ts';

/** What does not change from request to request. */
export interface Site {
  db: Db;
  work: Work;
  isDemo: boolean;
  /** The demonstration's own today; null elsewhere. */
  demoDay: string | null;
  uploads: Uploads;
}

/** What the routes are handed: the one open database and who is asking, looked up afresh for every request. */
export async function requestContext(
  { db, work, isDemo, demoDay, uploads }: Site,
  request: Request,
  nonce: string,
): Promise<AppLoadContext> {
  const at = new Date();
  const now = at.toISOString();
  const session = await currentSession(db, tokenOfCookies(request.headers.cookie), now);
  return {
    db,
    work,
    user: session?.user ?? null,
    sessionId: session?.sessionId ?? null,
    now,
    today: demoDay ?? dayInEngland(at),
    isDemo,
    uploads,
    nonce,
    clientAddress: request.ip ?? '',
    document: '_data' in request.query ? undefined : {},
  };
}
