import { inChange } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import { insertReferenceData } from '../reference-data.ts';
import { insertRows } from './bulk-insert.ts';
import { DEMO_DAY, DEMO_MOMENT } from './demo-constants.ts';
import type { Identities } from './identities.ts';
import { organisationRows } from './organisation-rows.ts';
import { seedActor } from './seed-actor.ts';
import type { TeamProfile } from './team-profiles.ts';
import { userRows } from './user-rows.ts';

/** What everything else hangs on: the mark that this is the demo, reference data, services and accounts. */
export async function writeFrame(
  db: Db,
  profiles: readonly TeamProfile[],
  ids: Identities,
  seed: number,
): Promise<void> {
  // Hashing passwords is slow on purpose: before the transaction, not inside it.
  const users = await userRows(profiles, ids, seed);
  const scale = await db.selectFrom('scaleVersions').select('id').limit(1).executeTakeFirst();
  const rows = organisationRows(profiles, ids, seed);
  await inChange(db, seedActor, async (trx, record) => {
    if (scale === undefined) await insertReferenceData(trx, DEMO_MOMENT);
    await insertRows(trx, 'installation', [
      { key: 'demo', value: '1' },
      { key: 'demo_day', value: DEMO_DAY },
      { key: 'seed', value: String(seed) },
    ]);
    await insertRows(trx, 'hostServices', rows.hostServices);
    await insertRows(trx, 'sites', rows.sites);
    await insertRows(trx, 'teams', rows.teams);
    await insertRows(trx, 'teamLocalAuthorities', rows.localAuthorities);
    await insertRows(trx, 'users', users);
    await record({ action: 'seed', entity: 'demo', entityId: 'frame', detail: { seed } });
  });
}
