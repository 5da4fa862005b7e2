import type { Db } from '#db/connection/open-database.ts';
import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { TeamPeriod } from '#scoring/relations/team-period.ts';

import { protectedRates } from './protected-rates.server.ts';
import { relationsQuestion } from './relations-data.server.ts';

export interface ProtectedTeamRates {
  teams: readonly TeamPeriod[];
  /** By team, as everyone but the team itself may see it. */
  figures: ReadonlyMap<string, Figure>;
}

/** The one release of teams' rates that every page shows, as plain values. `query` is a question's address. */
export async function protectedTeamRates(
  db: Db,
  { query, today }: { query: string; today: string },
): Promise<ProtectedTeamRates> {
  const question = await relationsQuestion(db, new URLSearchParams(query), today);
  const { teams, figures } = await protectedRates(db, question);
  return {
    teams,
    figures: new Map(
      figures === undefined ? [] : teams.map((team) => [team.teamId, figures.figureOf(team)]),
    ),
  };
}
