import type { Db } from '#db/connection/open-database.ts';

import type { LinkageExtractAnswer } from './extract-job.server.ts';

/** How long a finished extract, or the word of what was wrong, waits for whoever asked for it. */
export const heldMinutes = 15;

export type HeldExtract =
  { readonly status: 'working' | 'failed' } | (LinkageExtractAnswer & { readonly until: string });

interface Held {
  userId: string;
  extract: HeldExtract;
  timer?: NodeJS.Timeout;
}

const stores = new WeakMap<Db, Map<string, Held>>();

/**
 * Extracts on their way to whoever made them: in the memory of this process alone, for a quarter of an hour, since they
 * hold identifiers. After that, or a restart, another has to be made.
 */
export function heldExtracts(db: Db) {
  const store = stores.get(db) ?? new Map<string, Held>();
  stores.set(db, store);
  const drop = (id: string): void => {
    clearTimeout(store.get(id)?.timer);
    store.delete(id);
  };
  return {
    /** What is held of an extract for this person; nobody else is given it. */
    find: (id: string, userId: string): HeldExtract | undefined => {
      const held = store.get(id);
      return held?.userId === userId ? held.extract : undefined;
    },

    /** False where it is being made, or was made, already: a form that comes twice makes one extract. */
    begin: (id: string, userId: string): boolean => {
      const status = store.get(id)?.extract.status;
      if (status === 'working' || status === 'made') return false;
      // One at a time for each person: what they made before, they have.
      for (const [other, held] of store) {
        if (held.userId === userId && held.extract.status !== 'working') drop(other);
      }
      drop(id);
      store.set(id, { userId, extract: { status: 'working' } });
      return true;
    },

    finish: (id: string, answer: LinkageExtractAnswer | { status: 'failed' }): void => {
      const held = store.get(id);
      if (held === undefined) return;
      const wait = heldMinutes * 60_000;
      const until = new Date(Date.now() + wait).toISOString();
      held.extract = answer.status === 'failed' ? answer : { ...answer, until };
      held.timer = setTimeout(() => drop(id), wait).unref();
    },

    drop,
  };
}
