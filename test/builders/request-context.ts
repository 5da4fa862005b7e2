import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { AppLoadContext } from '@remix-run/node';

import type { Workplace } from '#app/work/kept-work.server.ts';
import { jobs } from '#app/work/jobs.server.ts';
import { workHere } from '#app/work/work.server.ts';
import type { User } from '#app/server/context.server.ts';
import type { Db } from '#db/connection/open-database.ts';

/** The data, and jobs done on the spot. */
export function workplaceFor(db: Db): Workplace {
  return { db, work: workHere(db, () => Promise.resolve(jobs)) };
}

/** What a loader is handed, for one person on one day. */
export function contextFor(db: Db, user: User | null, today: string): AppLoadContext {
  return {
    ...workplaceFor(db),
    user,
    sessionId: null,
    now: `${today}T09:00:00.000Z`,
    today,
    isDemo: false,
    uploads: { folder: join(tmpdir(), 'golden-thread-no-uploads'), maxFileBytes: 1024 * 1024 },
    nonce: 'nonce',
    clientAddress: '203.0.113.5',
  };
}
