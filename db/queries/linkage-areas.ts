import type { Db } from '../connection/open-database.ts';

/** The site of every area that a return may name: sites by their own names, teams by theirs; null for a team of none. */
export async function listAreaSites(db: Db): Promise<Map<string, string | null>> {
  const sites = await db.selectFrom('sites').select(['id', 'name']).execute();
  const teams = await db.selectFrom('teams').select(['name', 'siteId']).execute();
  const areas = new Map<string, string | null>();
  for (const { name, siteId } of teams) areas.set(name, siteId);
  for (const { id, name } of sites) areas.set(name, id);
  return areas;
}
