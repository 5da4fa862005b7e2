import { letter } from '#app/figure-eight/team-choices.server.ts';
import { evaluationPattern } from '#app/relations/evaluation-view.server.ts';
import { protectedRates } from '#app/relations/protected-rates.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listEvaluationTeams } from '#db/queries/cohorts.ts';
import { listTeams } from '#db/queries/teams.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';

import type { ClientsQuestion, Population } from '../clients-question.server.ts';
import type { JobStartsQuestion, TeamsSeen } from './question.server.ts';

/** How one reader is told of the teams that are categories of the model. */
export interface TeamLabels {
  /** Whether labels tell teams apart; without names, their order would tell which is which. */
  areTold: boolean;
  isOwn: (teamId: string) => boolean;
  labelOf: (teamId: string) => string;
}

/**
 * Names for those who may see them. Others get letters for the few teams of the evaluation, in the order of random ids, and
 * unnamed marks for today's teams beside their own.
 */
export async function teamLabels(
  db: Db,
  question: JobStartsQuestion,
  { areNamed, ownTeamId }: TeamsSeen,
): Promise<TeamLabels> {
  const { population } = question.clients;
  const isOwn = (teamId: string): boolean => teamId === ownTeamId;
  // Without teams in the model nobody is told of any.
  if (!question.variables.includes(TEAM_COLUMN)) return { areTold: true, isOwn, labelOf: () => '' };
  const teams = await modelTeams(db, population);
  if (areNamed) {
    const names = new Map(teams.map(({ id, name }) => [id, name]));
    return { areTold: true, isOwn, labelOf: (teamId) => names.get(teamId) ?? '' };
  }
  if (population === 'records') {
    const labelOf = (teamId: string): string => (isOwn(teamId) ? 'Your team' : 'Another team');
    return { areTold: false, isOwn, labelOf };
  }
  const ids = teams.map(({ id }) => id).toSorted();
  return {
    areTold: true,
    isOwn,
    labelOf: (teamId) => `Team ${letter(ids.indexOf(teamId))}`,
  };
}

/** Teams whose rate other pages hide, for a sum's sake or a smaller period's: it may not stand here either. */
export async function teamsHiddenElsewhere(
  db: Db,
  { population, relations }: ClientsQuestion,
  policy: DisclosurePolicy,
): Promise<ReadonlySet<string>> {
  if (population === 'evaluation') return (await evaluationPattern(db, policy)).hidden;
  const { teams, figures } = await protectedRates(db, relations);
  const isHidden = (team: (typeof teams)[number]): boolean =>
    team.clients > 0 && figures?.figureOf(team).status !== 'shown';
  return new Set(teams.filter(isHidden).map(({ teamId }) => teamId));
}

/** The teams that clients of a model may belong to; those of the evaluation are none of today's. */
export async function modelTeams(
  db: Db,
  population: Population,
): Promise<{ id: string; name: string }[]> {
  if (population === 'records') return listTeams(db);
  return (await listEvaluationTeams(db)).map(({ teamId, name }) => ({ id: teamId, name }));
}
