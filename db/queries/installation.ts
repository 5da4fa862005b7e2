import type { Db } from '../connection/open-database.ts';

/** What the file says about itself: 'demo', 'demo_day', 'seed' … */
export async function findInstallationValue(db: Db, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('installation')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value;
}
