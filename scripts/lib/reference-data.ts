import { inChange } from '#db/audit/change.ts';
import { openDatabase } from '#db/connection/open-database.ts';
import { insertReferenceData } from '#db/reference-data.ts';

/** Gives a file the dated data that every installation starts with; false where it has it already. */
export async function addReferenceData(path: string, now: string): Promise<boolean> {
  const { db, close } = openDatabase({ path });
  try {
    const known = await db.selectFrom('scaleVersions').select('id').limit(1).executeTakeFirst();
    if (known !== undefined) return false;
    await inChange(db, { userId: null, at: now }, async (trx, record) => {
      await insertReferenceData(trx, now);
      await record({ action: 'seed', entity: 'reference data', entityId: 'all' });
    });
    return true;
  } finally {
    await close();
  }
}
