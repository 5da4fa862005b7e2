import { inChange } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { TeamRate } from './fidelity-weight.ts';
import type { Identities } from './identities.ts';
import { seedActor } from './seed-actor.ts';
import type { TeamProfile } from './team-profiles.ts';
import { teamRecords } from './team-records.ts';
import { writeTeam } from './team-rows.ts';

/** Team records of some teams in one transaction; answers the job-entry rates that came out. */
export async function writeTeams(
  db: Db,
  profiles: readonly TeamProfile[],
  ids: Identities,
  seed: number,
): Promise<TeamRate[]> {
  const drawn = profiles.map((profile) => teamRecords(profile, seed));
  return inChange(db, seedActor, async (trx, record) => {
    const rates: TeamRate[] = [];
    for (const records of drawn) rates.push(await writeTeam(trx, records, ids, seed));
    const teams = profiles.map(({ index }) => index);
    await record({ action: 'seed', entity: 'demo', entityId: 'team records', detail: { teams } });
    return rates;
  });
}
