import type { Db } from '../connection/open-database.ts';

export interface TeamSummary {
  id: string;
  name: string;
  region: string;
  siteName: string | null;
  startDate: string;
  endDate: string | null;
}

export interface Team extends TeamSummary {
  hostServiceName: string | null;
  hostProvider: string | null;
  ipsProvider: string;
  localAuthorities: { name: string; fromDate: string; toDate: string | null }[];
}

const summaryColumns = [
  'team.id',
  'team.name',
  'team.region',
  'site.name as siteName',
  'team.startDate',
  'team.endDate',
] as const;

/** Every team by name. */
export async function listTeams(db: Db): Promise<TeamSummary[]> {
  return db
    .selectFrom('teams as team')
    .leftJoin('sites as site', 'site.id', 'team.siteId')
    .select(summaryColumns)
    .orderBy('team.name')
    .execute();
}

export async function findTeam(db: Db, teamId: string): Promise<Team | undefined> {
  const team = await db
    .selectFrom('teams as team')
    .leftJoin('sites as site', 'site.id', 'team.siteId')
    .leftJoin('hostServices as host', 'host.id', 'team.hostServiceId')
    .select([
      ...summaryColumns,
      'team.ipsProvider',
      'host.name as hostServiceName',
      'host.provider as hostProvider',
    ])
    .where('team.id', '=', teamId)
    .executeTakeFirst();
  if (team === undefined) return undefined;
  const localAuthorities = await db
    .selectFrom('teamLocalAuthorities')
    .select(['localAuthority as name', 'fromDate', 'toDate'])
    .where('teamId', '=', teamId)
    .orderBy('localAuthority')
    .execute();
  return { ...team, localAuthorities };
}
