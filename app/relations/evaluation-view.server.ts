import { clientSets, countsOf, type ClientSet } from '#app/client-model/client-sets.ts';
import { clientTable } from '#app/client-model/client-table.server.ts';
import { keptResult } from '#app/cache/kept-results.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listEvaluationTeams, type EvaluationTeamCounts } from '#db/queries/cohorts.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { GroupCounts } from '#scoring/disclosure/hidden-groups.ts';
import { hiddenInReleases } from '#scoring/disclosure/hidden-in-releases.ts';
import { TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';
import {
  integrationPattern,
  type IntegrationPattern,
  type LevelPoint,
} from '#scoring/relations/integration-pattern.ts';
import {
  defaultRelationSettings,
  integrationLevels,
  teamsInUse,
} from '#scoring/relations/team-period.ts';
import { teamRateFigures } from '#scoring/relations/team-rate-figures.ts';
import type { Table } from '#scoring/statistics/model-frame.ts';

import { figureWords } from './figure-words.ts';
import { levelRows } from './integration-view.server.ts';
import { leftOutWords } from './left-out-words.ts';
import type { EvaluationView } from './relations-view.ts';
import type { TeamNames } from './team-names.server.ts';
import { haveReadersOwnTeam } from './who-knows-teams.ts';

/** The evaluation cohort by team and integration, as everyone may see it; null where there is no such cohort. */
export async function evaluationView(
  db: Db,
  names: TeamNames,
  policy: DisclosurePolicy,
): Promise<EvaluationView | null> {
  const { teams, pattern } = await evaluationPattern(db, policy);
  if (teams.length === 0) return null;
  // The teams of a cohort are marks to whoever sees teams as marks.
  const nameOf = (teamId: string): string =>
    names.areNamed ? (teams.find((team) => team.teamId === teamId)?.name ?? '') : 'A team';
  const points = names.areNamed ? pattern.points : inOrderOfPicture(pattern.points);
  const furthest = pattern.status === 'computed' ? pattern.furthest : null;
  return {
    finding: pattern.sentence,
    levels: levelRows(pattern.levels),
    dots: points.map(({ teamId, level, figure }, index) => ({
      key: String(index),
      label: nameOf(teamId),
      group: `${level} integration`,
      value: figure.value,
      low: figure.lower ?? undefined,
      high: figure.upper ?? undefined,
    })),
    rows: points.map(({ teamId, level, figure }) => {
      const { counts, rate, interval } = figureWords(figure);
      return { team: nameOf(teamId), level, counts, rate, interval };
    }),
    furthest: furthest?.sentence ?? null,
    leftOut: leftOutWords(pattern.hiddenTeams, pattern.teamsWithoutLevel, pattern.teamsTooSmall),
  };
}

export interface EvaluationRelease {
  teams: readonly EvaluationTeamCounts[];
  pattern: IntegrationPattern;
  /** Teams whose rate is on no page: all but those of the pattern's points. */
  hidden: ReadonlySet<string>;
}

/** The cohort's teams by name, and which of their rates everyone may see, on this page and on every other. */
export function evaluationPattern(db: Db, policy: DisclosurePolicy): Promise<EvaluationRelease> {
  const key = `evaluation cohort ${JSON.stringify(policy)}`;
  return keptResult(db, key, async () => {
    const teams = await listEvaluationTeams(db);
    const table = await clientTable(db, { population: 'evaluation' });
    return evaluationRelease(teams, countsInReleases(teams, table, policy), policy);
  });
}

/**
 * Counts of each team in every set of clients that some page shows, the narrowest first; but for the landmark variant of
 * figure 8, which hides a team of its own accord.
 */
function countsInReleases(
  teams: readonly EvaluationTeamCounts[],
  table: Table,
  policy: DisclosurePolicy,
): GroupCounts[][] {
  const sets = clientSets(table, policy);
  const all = teams.map(({ clients, jobStarts }) => ({
    numerator: jobStarts,
    denominator: clients,
  }));
  const within = ({ rows }: ClientSet): GroupCounts[] =>
    teams.map(({ teamId }) =>
      countsOf(
        table,
        rows.filter((row) => table[TEAM_COLUMN]?.[row] === teamId),
      ),
    );
  return [within(sets['complete-cases']), within(sets['not-known-category']), all];
}

/** A team hidden within its level is hidden in the models too, and the other way round: again until nothing is added. */
function evaluationRelease(
  teams: readonly EvaluationTeamCounts[],
  releases: readonly (readonly GroupCounts[])[],
  policy: DisclosurePolicy,
): EvaluationRelease {
  const groupsKnowThemselves = haveReadersOwnTeam.evaluation;
  const options = (hidden: ReadonlySet<string>) => ({
    alsoHidden: new Set(
      [...teams.keys()].filter((place) => hidden.has(teams[place]?.teamId ?? '')),
    ),
    groupsKnowThemselves,
  });
  let hidden: ReadonlySet<string> = new Set();
  for (;;) {
    const pattern = patternOf(teams, policy, hidden);
    const shown = new Set(pattern.points.map(({ teamId }) => teamId));
    const onThisPage = new Set(teams.map(({ teamId }) => teamId).filter((id) => !shown.has(id)));
    const everywhere = hiddenInReleases(releases, policy, options(onThisPage));
    const next = teams.map(({ teamId }) => teamId).filter((_, place) => everywhere[place]);
    if (next.length === onThisPage.size) return { teams, pattern, hidden: onThisPage };
    hidden = new Set(next);
  }
}

/** Marks that may not be named stand by level and rate: the order of their names would name them. */
function inOrderOfPicture(points: readonly LevelPoint[]): LevelPoint[] {
  return points.toSorted(
    (a, b) =>
      integrationLevels.indexOf(a.level) - integrationLevels.indexOf(b.level) ||
      (a.figure.value ?? 0) - (b.figure.value ?? 0) ||
      (a.figure.denominator ?? 0) - (b.figure.denominator ?? 0),
  );
}

function patternOf(
  teams: readonly EvaluationTeamCounts[],
  policy: DisclosurePolicy,
  alsoHidden: ReadonlySet<string>,
): IntegrationPattern {
  const sorted = teams.toSorted(
    (a, b) =>
      integrationLevels.indexOf(a.integrationLevel) - integrationLevels.indexOf(b.integrationLevel),
  );
  const periods = sorted.map(({ teamId, clients, jobStarts, integrationLevel }) => ({
    teamId,
    clients,
    jobEntries: jobStarts,
    fidelityTotal: null,
    itemScores: null,
    integrationLevel,
    contactsPerWeek: null,
    contactsPerWeekAllModes: null,
    meetingsPerClientMonth: null,
  }));
  const view = { viewer: 'others', policy } as const;
  const { fewestClients } = defaultRelationSettings;
  const { used } = teamsInUse(periods);
  const figures = teamRateFigures(used, view, { alsoHidden, fewestClients });
  return integrationPattern(periods, view, defaultRelationSettings, figures);
}
