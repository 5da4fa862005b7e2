import { keptResult } from '#app/cache/kept-results.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { hiddenFigure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import type { ContactCount } from '#scoring/relations/quality-terms.ts';
import { relationsReport, type RelationsReport } from '#scoring/relations/relations-report.ts';
import type { TeamRateFigures } from '#scoring/relations/team-rate-figures.ts';
import type { TeamPeriod } from '#scoring/relations/team-period.ts';

import { jobEntryDefinitionsOf } from './definitions.server.ts';
import { needsTwoHalfYears, periodOf, type Period } from './period.ts';
import { protectedRates, ratesKey } from './protected-rates.server.ts';
import { periodLengthOn } from './settings.server.ts';

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
  const all = await jobEntryDefinitionsOf(db, today);
  const definitions = all.filter(({ versions }) =>
    versions.some(({ rule }) => rule.kind !== 'published-only'),
  );
  const usual = definitions.find(({ key }) => key === 'ips-grow') ?? definitions[0];
  const definition = definitions.find(({ key }) => key === search.get('definition')) ?? usual;
  if (definition === undefined) throw new Error('No job-entry definition is stored');
  const asked = search.get('length');
  const usualLength = asked === '1' || asked === '2' ? asked : await periodLengthOn(db, today);
  const length = needsTwoHalfYears(definition, today) ? '2' : usualLength;
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
  /** The rate of a level of integration, for everyone or for a reader who knows the counts of one team, its own. */
  levelFigure: TeamRateFigures['levelFigure'];
}

/** A question as an address asks it: one form for all the addresses that mean the same. */
export function addressOf({ period, definition, contacts }: RelationsQuestion): string {
  const { halfYear, halfYears } = period;
  const asked = {
    period: halfYear,
    length: String(halfYears),
    definition: definition.key,
    contacts,
  };
  return new URLSearchParams(asked).toString();
}

/** Everything that the answer to a question differs by. */
export function relationsKey(question: RelationsQuestion): string {
  return ['relations', ratesKey(question), question.contacts].join(' ');
}

/** The teams of the period and what relates, as everyone but a team itself may see it; kept until the data change. */
export function relationsData(db: Db, question: RelationsQuestion): Promise<RelationsData> {
  const { definition, contacts } = question;
  return keptResult(db, relationsKey(question), async () => {
    const { policy, settings, teams, figures } = await protectedRates(db, question);
    if (figures === undefined) {
      return { policy, teams, report: undefined, levelFigure: () => hiddenFigure };
    }
    const view = { viewer: 'others', policy } as const;
    return {
      levelFigure: figures.levelFigure,
      policy,
      teams,
      report: relationsReport(teams, definition, view, { contacts, figures }, settings),
    };
  });
}
