import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { HostServicesTable, TeamsTable } from '#db/schema/teams.ts';

import { insertRows, setUp } from './set-up.ts';

/** A team at work since April 2022, without a host service unless one is given. */
export async function aTeam(db: Db, facts: Partial<TeamsTable> = {}): Promise<TeamsTable> {
  const id = randomUUID();
  const team: TeamsTable = {
    id,
    name: `Team ${id.slice(0, 8)}`,
    hostServiceId: null,
    siteId: null,
    ipsProvider: 'Invented Work',
    region: 'London',
    startDate: '2022-04-01',
    endDate: null,
    version: 1,
    ...facts,
  };
  await setUp(db, (trx) => insertRows(trx, 'teams', [team]));
  return team;
}

export async function aHostService(db: Db, name = 'Northgate treatment') {
  const host: HostServicesTable = { id: randomUUID(), name, provider: 'Invented Care' };
  await setUp(db, (trx) => insertRows(trx, 'hostServices', [host]));
  return host;
}
