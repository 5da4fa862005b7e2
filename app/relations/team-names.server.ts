import type { AppLoadContext } from '@remix-run/node';

import type { Db } from '#db/connection/open-database.ts';
import { listTeams } from '#db/queries/teams.ts';
import { signedInUser, type User } from '#app/server/context.server.ts';

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

/** What of a person decides how teams are spoken of. */
export type Reader = Pick<User, 'role' | 'teamId'>;

export function readerOf(context: AppLoadContext): Reader {
  const { role, teamId } = signedInUser(context);
  return { role, teamId };
}

export function areTeamsNamedTo({ role }: Reader): boolean {
  return role === 'national-reader' || role === 'national-analyst' || role === 'administrator';
}

export async function teamNamesFor(db: Db, reader: Reader): Promise<TeamNames> {
  const { teamId: ownTeamId } = reader;
  const areNamed = areTeamsNamedTo(reader);
  if (!areNamed) {
    return { areNamed, ownTeamId, nameOf: (id) => (id === ownTeamId ? 'Your team' : undefined) };
  }
  const names = new Map((await listTeams(db)).map(({ id, name }) => [id, name]));
  return { areNamed, ownTeamId: null, nameOf: (id) => names.get(id) };
}

/** Readers with the same key see the same page: all who see names, each team, all others. */
export function readerKey(reader: Reader): string {
  return areTeamsNamedTo(reader) ? 'named' : (reader.teamId ?? 'unnamed');
}
