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

export async function teamNamesFor(db: Db, user: User): Promise<TeamNames> {
  const { teamId: ownTeamId, role } = user;
  const areNamed =
    role === 'national-reader' || role === 'national-analyst' || role === 'administrator';
  if (!areNamed) {
    return { areNamed, ownTeamId, nameOf: (id) => (id === ownTeamId ? 'Your team' : undefined) };
  }
  const names = new Map((await listTeams(db)).map(({ id, name }) => [id, name]));
  return { areNamed, ownTeamId: null, nameOf: (id) => names.get(id) };
}
