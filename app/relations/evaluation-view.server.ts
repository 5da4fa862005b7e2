import { keptResult } from '#app/cache/kept-results.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listEvaluationTeams } from '#db/queries/cohorts.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import {
  integrationPattern,
  type IntegrationPattern,
} from '#scoring/relations/integration-pattern.ts';

import { figureWords } from './figure-words.ts';
import type { EvaluationView } from './relations-view.ts';
import type { TeamNames } from './team-names.server.ts';

/** The evaluation cohort by team and integration, as everyone may see it; null where there is no such cohort. */
export async function evaluationView(
  db: Db,
  names: TeamNames,
  policy: DisclosurePolicy,
): Promise<EvaluationView | null> {
  const { teams, pattern } = await keptResult(db, 'evaluation cohort', async () => {
    const all = await listEvaluationTeams(db);
    return { teams: all, pattern: patternOf(all, policy) };
  });
  if (teams.length === 0) return null;
  // The teams of a cohort are marks to whoever sees teams as marks.
  const nameOf = (teamId: string): string =>
    names.areNamed ? (teams.find((team) => team.teamId === teamId)?.name ?? '') : 'A team';
  const furthest = pattern.status === 'computed' ? pattern.furthest : null;
  return {
    finding: pattern.sentence,
    dots: pattern.points.map(({ teamId, level, figure }, index) => ({
      key: String(index),
      label: nameOf(teamId),
      group: `${level} integration`,
      value: figure.value,
      low: figure.lower ?? undefined,
      high: figure.upper ?? undefined,
    })),
    rows: pattern.points.map(({ teamId, level, figure }) => {
      const { counts, rate, interval } = figureWords(figure);
      return { team: nameOf(teamId), level, counts, rate, interval };
    }),
    furthest: furthest?.sentence ?? null,
  };
}

function patternOf(
  teams: Awaited<ReturnType<typeof listEvaluationTeams>>,
  policy: DisclosurePolicy,
): IntegrationPattern {
  const order = ['low', 'medium', 'high'];
  const sorted = teams.toSorted(
    (a, b) => order.indexOf(a.integrationLevel) - order.indexOf(b.integrationLevel),
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
