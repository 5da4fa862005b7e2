import { keptResult } from '#app/cache/kept-results.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { hiddenFigure, type Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import type { ContactCount } from '#scoring/relations/quality-terms.ts';
import { relationsReport, type RelationsReport } from '#scoring/relations/relations-report.ts';
import { teamRateFigures } from '#scoring/relations/team-rate-figures.ts';
import { teamsInUse, type TeamPeriod } from '#scoring/relations/team-period.ts';

import { jobEntryDefinitionsOf } from './definitions.server.ts';
import { periodOf, type Period } from './period.ts';
import { disclosurePolicyOn, periodLengthOn, relationSettingsOn } from './settings.server.ts';
import { teamPeriod, teamRecords } from './team-periods.server.ts';
import { isTeamDefinition } from './team-rates.server.ts';

/** What an address of the relations page asks for. */
export interface RelationsQuestion {
  period: Period;
  definition: JobEntryDefinition;
  definitions: readonly JobEntryDefinition[];
  contacts: ContactCount;
  today: string;
}

/** Anything in the address that is not on offer is answered with the usual choice. */
export async function relationsQuestion(
  db: Db,
  search: URLSearchParams,
  today: string,
): Promise<RelationsQuestion> {
  const all = await jobEntryDefinitionsOf(db);
  const definitions = all.filter(({ versions }) =>
    versions.some(({ rule }) => rule.kind !== 'published-only'),
  );
  const usual = definitions.find(({ key }) => key === 'ips-grow') ?? definitions[0];
  const definition = definitions.find(({ key }) => key === search.get('definition')) ?? usual;
  if (definition === undefined) throw new Error('No job-entry definition is stored');
  const asked = search.get('length');
  const length = asked === '1' || asked === '2' ? asked : await periodLengthOn(db, today);
  return {
    period: periodOf(today, search.get('period'), length),
    definition,
    definitions,
    contacts: search.get('contacts') === 'all-modes' ? 'all-modes' : 'strict',
    today,
  };
}

export interface RelationsData {
  policy: DisclosurePolicy;
  teams: readonly TeamPeriod[];
  /** undefined where the definition is not computed from teams' own records. */
  report: RelationsReport | undefined;
  /**
   * A team's rate as everyone else may see it. One protection for every page of a release: a rate that one page hides for
   * another team's sake may not stand on the next.
   */
  figureOf: (teamId: string) => Figure;
}

/** Everything that the answer to a question differs by. */
export function relationsKey({ period, definition, contacts, today }: RelationsQuestion): string {
  const { halfYear, halfYears } = period;
  return ['relations', halfYear, halfYears, definition.key, contacts, today].join(' ');
}

/** The teams of the period and what relates, as everyone but a team itself may see it; kept until the data change. */
export function relationsData(db: Db, question: RelationsQuestion): Promise<RelationsData> {
  const { period, definition, contacts, today } = question;
  return keptResult(db, relationsKey(question), async () => {
    const policy = await disclosurePolicyOn(db, today);
    if (!isTeamDefinition(definition, period.to))
      return { policy, teams: [], report: undefined, figureOf: () => hiddenFigure };
    const settings = await relationSettingsOn(db, period.to);
    const records = await teamRecords(db, { definition, period, today, settings });
    const teams = [...records.values()].map(teamPeriod);
    const view = { viewer: 'others', policy } as const;
    const { used } = teamsInUse(teams, settings);
    const figures = teamRateFigures(used, view);
    const byId = new Map(used.map((team) => [team.teamId, figures.figureOf(team)]));
    return {
      figureOf: (teamId) => byId.get(teamId) ?? hiddenFigure,
      policy,
      teams,
      report: relationsReport(teams, definition, view, { contacts }, settings),
    };
  });
}
