import { keptResult } from '#app/cache/kept-results.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { formatHalfYear, halfYearBounds } from '#scoring/calendar/half-year.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import { teamRateFigures, type TeamRateFigures } from '#scoring/relations/team-rate-figures.ts';
import {
  teamsInUse,
  type RelationSettings,
  type TeamPeriod,
} from '#scoring/relations/team-period.ts';

import type { Period } from './period.ts';
import { disclosurePolicyOn, relationSettingsOn } from './settings.server.ts';
import { teamPeriod, teamRecords } from './team-periods.server.ts';
import { isTeamDefinition } from './team-rates.server.ts';

/** One release of teams' rates: one definition over one period. */
export interface RatesQuestion {
  period: Period;
  definition: JobEntryDefinition;
  definitions: readonly JobEntryDefinition[];
  today: string;
}

export interface ProtectedRates {
  policy: DisclosurePolicy;
  settings: RelationSettings;
  teams: readonly TeamPeriod[];
  /** undefined where the definition is not computed from teams' own records. */
  figures: TeamRateFigures | undefined;
}

export function ratesKey({ period, definition, today }: RatesQuestion): string {
  return [period.halfYear, period.halfYears, definition.key, today].join(' ');
}

/**
 * Teams and their rates as everyone but a team itself may see them: one protection for every page of a release, and for
 * the releases that add up to it. A rate that one page hides for another's sake may not stand on the next.
 */
export function protectedRates(db: Db, question: RatesQuestion): Promise<ProtectedRates> {
  const { period, definition, today } = question;
  return keptResult(db, `rates ${ratesKey(question)}`, async () => {
    const policy = await disclosurePolicyOn(db, today);
    const settings = await relationSettingsOn(db, period.to);
    if (!isTeamDefinition(definition, period.to))
      return { policy, settings, teams: [], figures: undefined };
    const records = await teamRecords(db, { definition, period, today, settings });
    const teams = [...records.values()].map(teamPeriod);
    const { used } = teamsInUse(teams, settings);
    const alsoHidden = await hiddenInParts(db, question);
    const { fewestClients } = settings;
    const view = { viewer: 'others', policy } as const;
    return {
      policy,
      settings,
      teams,
      figures: teamRateFigures(used, view, { alsoHidden, fewestClients }),
    };
  });
}

/** Teams with a hidden part: the rest of the whole would give it away. */
async function hiddenInParts(db: Db, question: RatesQuestion): Promise<Set<string>> {
  const hidden = new Set<string>();
  for (const part of partsOf(question)) {
    const { teams, figures } = await protectedRates(db, part);
    for (const team of teams) {
      if (team.clients > 0 && figures?.figureOf(team).status !== 'shown') hidden.add(team.teamId);
    }
  }
  return hidden;
}

/**
 * Releases that add up to this one, client by client. IPS Grow over two half-years counts those who came in the later one,
 * which is its rate over that half-year, and those who came at least six months before the end, which is its variant.
 * (Half-years do not add up to the year in this way: who came in the first and started a job in the second counts in the year
 * alone.)
 */
function partsOf(question: RatesQuestion): RatesQuestion[] {
  const { period, definition, definitions } = question;
  const variant = definitions.find(({ key }) => key === 'ips-grow-six-months');
  if (definition.key !== 'ips-grow' || period.halfYears !== 2) return [];
  const { halfYear } = period;
  const later = {
    halfYear,
    halfYears: 1,
    ...halfYearBounds(halfYear),
    label: formatHalfYear(halfYear),
  } as const;
  return [
    { ...question, period: later },
    ...(variant === undefined ? [] : [{ ...question, definition: variant }]),
  ];
}
