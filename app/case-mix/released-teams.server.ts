import type { ClientsQuestion } from '#app/client-model/clients-question.server.ts';
import { evaluationPattern } from '#app/relations/evaluation-view.server.ts';
import { protectedRates } from '#app/relations/protected-rates.server.ts';
import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Figure, ShownFigure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { Counts } from '#scoring/relations/case-mix-of-counts.ts';
import { defaultRelationSettings } from '#scoring/relations/team-period.ts';

export interface CountedTeam extends Counts {
  teamId: string;
}

/** Teams whose rate is released: the counts that everyone but the team itself sees, on this page as on every other. */
export interface ReleasedTeams {
  policy: DisclosurePolicy;
  /** Exact counts of every team that has clients. */
  teams: readonly CountedTeam[];
  /** Those with enough clients to be used. */
  used: readonly CountedTeam[];
  /** By team; only rates that are shown. */
  shown: ReadonlyMap<string, ShownFigure>;
}

/** The release of the same clients that the relations page shows. */
export function releasedTeams(db: Db, question: ClientsQuestion): Promise<ReleasedTeams> {
  return question.population === 'evaluation'
    ? ofEvaluation(db, question)
    : ofRecords(db, question);
}

async function ofRecords(db: Db, { relations }: ClientsQuestion): Promise<ReleasedTeams> {
  const { policy, settings, teams, figures } = await protectedRates(db, relations);
  return released(
    policy,
    settings.fewestClients,
    teams.map(({ teamId, clients, jobEntries }) => ({ teamId, n: clients, events: jobEntries })),
    teams.map((team) => [team.teamId, figures?.figureOf(team)]),
  );
}

async function ofEvaluation(db: Db, { relations }: ClientsQuestion): Promise<ReleasedTeams> {
  const policy = await disclosurePolicyOn(db, relations.today);
  const { teams, pattern } = await evaluationPattern(db, policy);
  return released(
    policy,
    defaultRelationSettings.fewestClients,
    teams.map(({ teamId, clients, jobStarts }) => ({ teamId, n: clients, events: jobStarts })),
    pattern.points.map(({ teamId, figure }) => [teamId, figure]),
  );
}

function released(
  policy: DisclosurePolicy,
  fewestClients: number,
  all: readonly CountedTeam[],
  figures: readonly (readonly [string, Figure | undefined])[],
): ReleasedTeams {
  const teams = all.filter(({ n }) => n > 0);
  const used = teams.filter(({ n }) => n >= fewestClients);
  const usedIds = new Set(used.map(({ teamId }) => teamId));
  const shown = figures.flatMap(([teamId, figure]): [string, ShownFigure][] =>
    figure?.status === 'shown' && usedIds.has(teamId) ? [[teamId, figure]] : [],
  );
  return { policy, teams, used, shown: new Map(shown) };
}
