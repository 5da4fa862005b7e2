import type { AppLoadContext } from '@remix-run/node';

import type { User } from '#app/server/context.server.ts';
import type { Db } from '#db/connection/open-database.ts';

/** What a loader is handed, for one person on one day. */
export function contextFor(db: Db, user: User | null, today: string): AppLoadContext {
  return {
    db,
    user,
    sessionId: null,
    now: `${today}T09:00:00.000Z`,
    today,
    isDemo: false,
    nonce: 'nonce',
    clientAddress: '203.0.113.5',
  };
}
