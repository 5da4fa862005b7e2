import { areTeamsNamedTo } from '#app/relations/team-names.server.ts';
import type { User } from '#app/server/context.server.ts';
import { keptWork, type Workplace } from '#app/work/kept-work.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listReviews } from '#db/queries/reviews.ts';
import { listTeams } from '#db/queries/teams.ts';
import type { Viewer } from '#scoring/disclosure/disclosure-policy.ts';

/** A team as one reader may know it. */
export interface TeamChoice {
  teamId: string;
  /** In addresses: the id, or a letter for readers to whom no address may name the team. */
  code: string;
  name: string;
  /** 'own-team' sees this team's numbers as they are. */
  viewer: Viewer;
}

export interface EvaluationTeams {
  /** In the order in which the reader is shown them, which is no ranking. */
  teams: readonly TeamChoice[];
  /** Teams whose rate the relations page hides. */
  hidden: ReadonlySet<string>;
  /** The team with the most clients of those not hidden. */
  usual: TeamChoice | undefined;
}

/** The evaluation's teams: by name, or as letters for readers who may not know which is which. */
export async function evaluationTeams(
  place: Workplace,
  user: User,
  today: string,
): Promise<EvaluationTeams> {
  const { teams, hidden } = await keptWork(place, 'protectedEvaluation', { today });
  // Ids are random: their order says nothing of names or rates, and stays the same whatever is asked.
  const choices = areTeamsNamedTo(user)
    ? teams.map(({ teamId, name }) => asChoice(teamId, teamId, name)).toSorted(byName)
    : teams
        .map(({ teamId }) => teamId)
        .toSorted()
        .map((teamId, index) =>
          asChoice(teamId, letter(index).toLowerCase(), `Team ${letter(index)}`),
        );
  const [largest] = teams
    .filter(({ teamId }) => !hidden.has(teamId))
    .toSorted((a, b) => b.clients - a.clients || (a.teamId < b.teamId ? -1 : 1));
  return {
    teams: choices,
    hidden,
    usual: choices.find(({ teamId }) => teamId === largest?.teamId),
  };
}

/** A to Z, then A2: as many as there are teams. */
export function letter(index: number): string {
  const round = Math.floor(index / 26) + 1;
  return `${String.fromCharCode(65 + (index % 26))}${round === 1 ? '' : round}`;
}

/**
 * Teams whose own records one reader may have compared with all others': a team role its own, a reviewer those of open
 * reviews, national roles and administrators any, with small numbers protected.
 */
export async function teamsOfRecords(db: Db, user: User): Promise<TeamChoice[]> {
  switch (user.role) {
    case 'team-leader':
    case 'employment-specialist':
      return user.teamId === null
        ? []
        : [asChoice(user.teamId, user.teamId, 'Your team', 'own-team')];
    case 'reviewer': {
      const filter = { reviewerId: user.id, status: 'open', limit: mostOpenReviews } as const;
      const names = new Map(
        (await listReviews(db, filter)).map(({ teamId, teamName }) => [teamId, teamName]),
      );
      return [...names].map(([id, name]) => asChoice(id, id, name, 'own-team')).toSorted(byName);
    }
    case 'national-reader':
    case 'national-analyst':
    case 'administrator':
      return (await listTeams(db)).map(({ id, name }) => asChoice(id, id, name)).toSorted(byName);
    case 'host-representative':
      return [];
  }
}

/** More than anybody reviews at once. */
const mostOpenReviews = 100;

function asChoice(
  teamId: string,
  code: string,
  name: string,
  viewer: Viewer = 'others',
): TeamChoice {
  return { teamId, code, name, viewer };
}

function byName(a: TeamChoice, b: TeamChoice): number {
  return a.name.localeCompare(b.name, 'en-GB');
}
