import { inChange, type Actor, type RecordChange, type Trx } from '#db/audit/change.ts';
import { createOnce } from '#db/audit/create-once.ts';
import type { Db } from '#db/connection/open-database.ts';

import { ImportRefused, type ImportError } from './import-error.ts';

export type ImportWork<Counts> = (trx: Trx, record: RecordChange) => Promise<Counts>;

export type DryRun<Counts> = { ok: true; counts: Counts } | { ok: false; errors: ImportError[] };

/** Carries a dry run's counts out of the change that is thrown away. */
class DryRunDone<Counts> extends Error {
  readonly counts: Counts;

  constructor(counts: Counts) {
    super('dry run');
    this.counts = counts;
  }
}

/** Does all that the import would do, database rules and all, and then takes it back. */
export async function dryRun<Counts>(
  db: Db,
  actor: Actor,
  work: ImportWork<Counts>,
): Promise<DryRun<Counts>> {
  try {
    return await inChange(db, actor, async (trx, record) => {
      throw new DryRunDone(await work(trx, record));
    });
  } catch (error) {
    if (error instanceof DryRunDone) return { ok: true, counts: error.counts as Counts };
    if (error instanceof ImportRefused) return { ok: false, errors: [...error.errors] };
    throw error;
  }
}

export type ImportOutcome = { ok: true; location: string } | { ok: false; errors: ImportError[] };

/** The same work, kept; a second post of the same form finds the first one's outcome. */
export async function commitImport<Counts>(
  db: Db,
  actor: Actor & { userId: string },
  submissionId: string,
  work: ImportWork<Counts>,
  locationFor: (counts: Counts) => string,
): Promise<ImportOutcome> {
  try {
    const { location } = await createOnce(db, actor, submissionId, async (trx, record) => ({
      location: locationFor(await work(trx, record)),
    }));
    return { ok: true, location };
  } catch (error) {
    if (error instanceof ImportRefused) return { ok: false, errors: [...error.errors] };
    throw error;
  }
}
