import { keptResult } from '#app/cache/kept-results.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listEvaluationTeams, type EvaluationTeamCounts } from '#db/queries/cohorts.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import {
  integrationPattern,
  type IntegrationPattern,
  type LevelPoint,
} from '#scoring/relations/integration-pattern.ts';
import { integrationLevels } from '#scoring/relations/team-period.ts';

import { figureWords } from './figure-words.ts';
import { levelRows } from './integration-view.server.ts';
import { leftOutWords } from './left-out-words.ts';
import type { EvaluationView } from './relations-view.ts';
import type { TeamNames } from './team-names.server.ts';

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

/** The cohort's teams by name, and which of their rates everyone may see: those of the pattern's points. */
export function evaluationPattern(
  db: Db,
  policy: DisclosurePolicy,
): Promise<{ teams: readonly EvaluationTeamCounts[]; pattern: IntegrationPattern }> {
  const key = `evaluation cohort ${JSON.stringify(policy)}`;
  return keptResult(db, key, async () => {
    const teams = await listEvaluationTeams(db);
    return { teams, pattern: patternOf(teams, policy) };
  });
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
): IntegrationPattern {
  const sorted = teams.toSorted(
    (a, b) =>
      integrationLevels.indexOf(a.integrationLevel) - integrationLevels.indexOf(b.integrationLevel),
  );
  return integrationPattern(
    sorted.map(({ teamId, clients, jobStarts, integrationLevel }) => ({
      teamId,
      clients,
      jobEntries: jobStarts,
      fidelityTotal: null,
      itemScores: null,
      integrationLevel,
      contactsPerWeek: null,
      contactsPerWeekAllModes: null,
      meetingsPerClientMonth: null,
    })),
    { viewer: 'others', policy },
  );
}
