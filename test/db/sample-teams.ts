import { inChange } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { insertHostService, insertTeam } from '#db/queries/team-register.ts';
import { insertReferenceData } from '#db/reference-data.ts';

export const setUp = { userId: null, at: '2026-07-01T09:00:00.000Z' };

export interface SampleTeam {
  teamId: string;
  hostServiceId: string;
}

/** A team with a host service of its own. */
export async function addSampleTeam(db: Db, name: string): Promise<SampleTeam> {
  return inChange(db, setUp, async (trx, record) => {
    const host = { name: `${name} treatment`, provider: 'Invented Care' };
    const hostServiceId = await insertHostService(trx, record, host);
    const values = {
      name,
      region: 'London',
      ipsProvider: 'Invented Work',
      hostServiceId,
      siteId: null,
      startDate: '2022-04-01',
      endDate: null,
    };
    const period = { localAuthority: 'Invented Borough', fromDate: '2022-04-01', toDate: null };
    return { teamId: await insertTeam(trx, record, values, [period]), hostServiceId };
  });
}

export async function addReferenceData(db: Db): Promise<void> {
  await inChange(db, setUp, async (trx, record) => {
    await insertReferenceData(trx, setUp.at);
    await record({ action: 'insert', entity: 'reference data', entityId: 'all' });
  });
}
