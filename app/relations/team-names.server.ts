import type { Db } from '#db/connection/open-database.ts';
import { listTeams } from '#db/queries/teams.ts';
import type { User } from '#app/server/context.server.ts';

/**
 * How the relations speak of teams to one reader. National roles and administrators see names; team roles and
 * reviewers see other teams as unnamed marks, and no row, address or download names them.
 */
export interface TeamNames {
  areNamed: boolean;
  ownTeamId: string | null;
  /** undefined where the reader may not know which team it is. */
  nameOf: (teamId: string) => string | undefined;
}

function areTeamsNamedTo({ role }: User): boolean {
  return role === 'national-reader' || role === 'national-analyst' || role === 'administrator';
}

export async function teamNamesFor(db: Db, user: User): Promise<TeamNames> {
  const { teamId: ownTeamId } = user;
  const areNamed = areTeamsNamedTo(user);
  if (!areNamed) {
    return { areNamed, ownTeamId, nameOf: (id) => (id === ownTeamId ? 'Your team' : undefined) };
  }
  const names = new Map((await listTeams(db)).map(({ id, name }) => [id, name]));
  return { areNamed, ownTeamId: null, nameOf: (id) => names.get(id) };
}

/** Readers with the same key see the same page: all who see names, each team, all others. */
export function readerKey(user: User): string {
  return areTeamsNamedTo(user) ? 'named' : (user.teamId ?? 'unnamed');
}
