import { randomUUID } from 'node:crypto';

import { StaleVersionError, type RecordChange, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';

/** A team as it is entered: what it is called, where it belongs and how long it has run. */
export interface TeamValues {
  name: string;
  region: string;
  ipsProvider: string;
  hostServiceId: string | null;
  siteId: string | null;
  startDate: string;
  endDate: string | null;
}

/** A local authority that a team covers from one day on, or between two. */
export interface AuthorityPeriod {
  localAuthority: string;
  fromDate: string;
  toDate: string | null;
}

export interface TeamRecord extends TeamValues {
  id: string;
  hostServiceName: string | null;
  siteName: string | null;
  authorities: AuthorityPeriod[];
  version: number;
}

export interface TeamRow {
  id: string;
  name: string;
  region: string;
  ipsProvider: string;
  hostServiceName: string | null;
  startDate: string;
  endDate: string | null;
}

const valueColumns = [
  'team.id',
  'team.name',
  'team.region',
  'team.ipsProvider',
  'team.startDate',
  'team.endDate',
  'host.name as hostServiceName',
] as const;

/** Every team by name, those that have ended too. */
export async function listTeamRegister(db: Db): Promise<TeamRow[]> {
  return db
    .selectFrom('teams as team')
    .leftJoin('hostServices as host', 'host.id', 'team.hostServiceId')
    .select(valueColumns)
    .orderBy('team.name')
    .execute();
}

export async function findTeamRecord(db: Db, teamId: string): Promise<TeamRecord | undefined> {
  const team = await db
    .selectFrom('teams as team')
    .leftJoin('hostServices as host', 'host.id', 'team.hostServiceId')
    .leftJoin('sites as site', 'site.id', 'team.siteId')
    .select([
      ...valueColumns,
      'team.hostServiceId',
      'team.siteId',
      'site.name as siteName',
      'team.version',
    ])
    .where('team.id', '=', teamId)
    .executeTakeFirst();
  if (team === undefined) return undefined;
  const authorities = await db
    .selectFrom('teamLocalAuthorities')
    .select(['localAuthority', 'fromDate', 'toDate'])
    .where('teamId', '=', teamId)
    .orderBy('localAuthority')
    .orderBy('fromDate')
    .execute();
  return { ...team, authorities };
}

/** Capital letters make no other name. */
export async function findTeamIdByName(db: Db, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('teams')
    .select('id')
    .where((team) => team.fn<string>('lower', [team.ref('name')]), '=', name.toLowerCase())
    .executeTakeFirst();
  return row?.id;
}

export async function listSites(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('sites').select(['id', 'name']).orderBy('name').execute();
}

export async function insertTeam(
  trx: Trx,
  record: RecordChange,
  values: TeamValues,
  authorities: readonly AuthorityPeriod[],
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('teams')
    .values({ id, ...values, version: 1 })
    .execute();
  await replaceAuthorities(trx, id, authorities);
  const detail = { localAuthorities: authorities.length };
  await record({ action: 'insert', entity: 'team', entityId: id, teamId: id, detail });
  return id;
}

export async function updateTeam(
  trx: Trx,
  record: RecordChange,
  { teamId, version }: { teamId: string; version: number },
  values: TeamValues,
  authorities: readonly AuthorityPeriod[],
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('teams')
    .set({ ...values, version: version + 1 })
    .where('id', '=', teamId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StaleVersionError('team');
  await replaceAuthorities(trx, teamId, authorities);
  const detail = { fields: Object.keys(values), localAuthorities: authorities.length };
  await record({ action: 'update', entity: 'team', entityId: teamId, teamId, detail });
}

export async function insertHostService(
  trx: Trx,
  record: RecordChange,
  values: { name: string; provider: string },
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('hostServices')
    .values({ id, ...values })
    .execute();
  await record({ action: 'insert', entity: 'host service', entityId: id });
  return id;
}

export async function insertSite(trx: Trx, record: RecordChange, name: string): Promise<string> {
  const id = randomUUID();
  await trx.insertInto('sites').values({ id, name }).execute();
  await record({ action: 'insert', entity: 'site', entityId: id });
  return id;
}

async function replaceAuthorities(
  trx: Trx,
  teamId: string,
  authorities: readonly AuthorityPeriod[],
): Promise<void> {
  await trx.deleteFrom('teamLocalAuthorities').where('teamId', '=', teamId).execute();
  const rows = authorities.map((period) => ({ id: randomUUID(), teamId, ...period }));
  if (rows.length > 0) await trx.insertInto('teamLocalAuthorities').values(rows).execute();
}
