import { keptResult } from '#app/cache/kept-results.server.ts';
import { jobEntryDefinitionsOf } from '#app/relations/definitions.server.ts';
import { needsTwoHalfYears, periodChoices, periodOf, type Period } from '#app/relations/period.ts';
import { addressOf, type RelationsQuestion } from '#app/relations/relations-data.server.ts';
import {
  disclosurePolicyOn,
  periodLengthOn,
  relationSettingsOn,
} from '#app/relations/settings.server.ts';
import { teamRecords, type TeamRecord } from '#app/relations/team-periods.server.ts';
import { isTeamDefinition } from '#app/relations/team-rates.server.ts';
import { keptWork, type Workplace } from '#app/work/kept-work.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listBenchmarks } from '#db/queries/dated-data.ts';
import { findTeam, type Team } from '#db/queries/teams.ts';
import { formatHalfYear } from '#scoring/calendar/half-year.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import { hiddenFigure, type Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import { figureFor } from '#scoring/disclosure/figure-for.ts';
import type { Viewer } from '#scoring/disclosure/disclosure-policy.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';

import { contactsView, contactWindowsOf, type WindowRates } from './contacts-view.server.ts';
import { fidelityFact, integrationFact } from './input-facts.server.ts';
import { meetingsView } from './meetings-view.server.ts';
import { rateView } from './rate-view.server.ts';
import type { TeamView } from './team-view.ts';

export interface TeamQuestion {
  teamId: string;
  viewer: Viewer;
  search: URLSearchParams;
  today: string;
  links: { href: string; text: string }[];
  /** Whether the reader may open the review and the rating themselves. */
  mayOpenRecords: boolean;
}

interface TeamData {
  team: Team;
  record: TeamRecord | undefined;
  windows: WindowRates;
}

/** A team's page for one kind of reader, or undefined where there is no such team. */
export async function teamView(
  place: Workplace,
  question: TeamQuestion,
): Promise<TeamView | undefined> {
  const { db } = place;
  const { teamId, viewer, search, today, links, mayOpenRecords } = question;
  const definitions = (await jobEntryDefinitionsOf(db, today)).filter((definition) =>
    isTeamDefinition(definition, today),
  );
  const definition =
    definitions.find(({ key }) => key === search.get('definition')) ??
    definitions.find(({ key }) => key === 'ips-grow') ??
    definitions[0];
  if (definition === undefined) throw new Error('No job-entry definition is stored');
  const length = needsTwoHalfYears(definition, today) ? '2' : await periodLengthOn(db, today);
  const period = periodOf(today, search.get('period'), length);
  const data = await teamData(db, teamId, definition, period, today);
  if (data === undefined) return undefined;
  const { team, record, windows } = data;
  const policy = await disclosurePolicyOn(db, today);
  const benchmarks = await listBenchmarks(db);
  const rate = record?.rate;
  const figure =
    viewer === 'own-team'
      ? figureFor(viewer, rate?.numerator ?? 0, rate?.denominator ?? 0, policy)
      : await figureForOthers(place, teamId, { period, definition, definitions, today });
  return {
    name: team.name,
    facts: factsOf(team),
    periodLabel: period.label,
    periods: periodChoices(today).map((value) => ({ value, label: formatHalfYear(value) })),
    definitions: definitions.map(({ key, name }) => ({ value: key, label: name })),
    chosen: { period: period.halfYear, definition: definition.key },
    isProtected: viewer === 'others',
    rate: rateView(rate, definition, { viewer, policy, benchmarks, period, figure }),
    fidelity: fidelityFact(record, mayOpenRecords),
    integration: integrationFact(record, mayOpenRecords),
    contacts: contactsView(record?.contacts, windows),
    meetings: meetingsView(record?.meetings, viewer, policy),
    links,
  };
}

/** The same protected rate that the relations page and the list of teams show. */
async function figureForOthers(
  place: Workplace,
  teamId: string,
  question: Omit<RelationsQuestion, 'contacts'>,
): Promise<Figure> {
  const query = addressOf({ ...question, contacts: 'strict' });
  const { today } = question;
  const { figures } = await keptWork(place, 'protectedTeamRates', { query, today });
  return figures.get(teamId) ?? hiddenFigure;
}

function teamData(
  db: Db,
  teamId: string,
  definition: JobEntryDefinition,
  period: Period,
  today: string,
): Promise<TeamData | undefined> {
  const { halfYear, halfYears } = period;
  const key = ['team', teamId, definition.key, halfYear, halfYears, today].join(' ');
  return keptResult(db, key, async () => {
    const team = await findTeam(db, teamId);
    if (team === undefined) return undefined;
    const settings = await relationSettingsOn(db, period.to);
    const records = await teamRecords(db, { definition, period, today, settings, teamId });
    const windows = await contactWindowsOf(db, teamId, today);
    return { team, record: records.get(teamId), windows };
  });
}

function factsOf(team: Team): TeamView['facts'] {
  return [
    { key: 'Region', value: team.region },
    { key: 'IPS provider', value: team.ipsProvider },
    {
      key: 'Host treatment service',
      value:
        team.hostServiceName === null
          ? 'Not recorded'
          : `${team.hostServiceName} (${team.hostProvider ?? 'provider not recorded'})`,
    },
    ...(team.siteName === null ? [] : [{ key: 'Published site', value: team.siteName }]),
    { key: 'Started', value: formatDay(team.startDate) },
    {
      key: 'Local authorities',
      value: team.localAuthorities
        .map(({ name, toDate }) =>
          toDate === null ? name : `${name} (until ${formatDay(toDate)})`,
        )
        .join(', '),
    },
  ];
}
