import {
  clientTable,
  landmarkDays,
  type ClientsAsked,
} from '#app/client-model/client-table.server.ts';
import { relationSettingsOn } from '#app/relations/settings.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';
import {
  figureEight,
  type FigureEight,
  type NoFigureEight,
} from '#scoring/relations/figure-eight.ts';
import { landmarkTable, type Landmark } from '#scoring/relations/landmark.ts';
import { modelFrame, type Exclusions, type Table } from '#scoring/statistics/model-frame.ts';

import { figureEightTerms, landmarkColumns, type MeetingsCounted } from './figure-eight-terms.ts';

export interface FigureEightAsked {
  clients: ClientsAsked;
  meetings: MeetingsCounted;
  /** Of the evaluation: the team that all others are compared with. Of records: the team compared with all others. */
  teamId: string;
  /** Of the bootstrap; tests need fewer than the page. */
  refits?: number;
}

/** Clients with every answer of the model, and their job starts. */
export interface TeamCounts {
  teamId: string;
  clients: number;
  jobStarts: number;
}

/** Figure 8 as it is. It stays on the server: figureEightReport protects what a reader gets of it. */
export interface FigureEightAnswer {
  model: FigureEight | NoFigureEight;
  /** Coefficients beside the constant, with meetings in; null where nothing was fitted. */
  parameters: number | null;
  /** Who is left out of the landmark variant; null for meetings to date. */
  landmark: Omit<Landmark, 'table'> | null;
  /** Every team over both: one that is hidden to date is hidden among those the landmark keeps. */
  counts: Readonly<Record<MeetingsCounted, readonly TeamCounts[]>>;
}

/** All other teams together, in the place of a team. */
export const OTHER_TEAMS = 'all other teams';

/** Any number would do: the same one gives everybody the same intervals. */
const seed = 8;

/** Figure 8 of the evaluation's teams, or of one team's records against all others'. */
export async function figureEightModel(
  db: Db,
  { clients, meetings, teamId, refits }: FigureEightAsked,
): Promise<FigureEightAnswer> {
  const toDate = await clientTable(db, clients);
  const { table: kept, ...landmark } = landmarkTable(toDate, landmarkColumns, landmarkDays);
  const tables = { 'to-date': toDate, 'first-60-days': kept };
  const counted = {
    'to-date': countedClients(toDate, 'to-date'),
    'first-60-days': countedClients(kept, 'first-60-days'),
  };
  const { counts, exclusions } = counted[meetings];
  const reason =
    clients.population === 'evaluation'
      ? undefined
      : whyTooFew(
          counts.find((team) => team.teamId === teamId),
          (await relationSettingsOn(db, clients.period.to)).fewestClients,
        );
  const model =
    reason === undefined
      ? modelOf(tables[meetings], {
          clients,
          meetings,
          teamId,
          ...(refits === undefined ? {} : { refits }),
        })
      : ({ status: 'too-few', reason, n: exclusions.rowsUsed, exclusions } as const);
  return {
    model,
    parameters: model.status === 'fitted' ? parametersOf(model) : null,
    landmark: meetings === 'to-date' ? null : landmark,
    counts: {
      'to-date': counted['to-date'].counts,
      'first-60-days': counted['first-60-days'].counts,
    },
  };
}

function modelOf(
  table: Table,
  { clients, meetings, teamId, ...options }: FigureEightAsked,
): FigureEight | NoFigureEight {
  const settings = { seed, ...options };
  if (clients.population === 'evaluation')
    return figureEight(table, figureEightTerms(meetings, teamId), settings);
  const teams = [...(table[TEAM_COLUMN] ?? [])];
  const twoSides = teams.map((team) => (team === teamId ? teamId : OTHER_TEAMS));
  const compared = { ...table, [TEAM_COLUMN]: twoSides };
  return figureEight(compared, figureEightTerms(meetings, OTHER_TEAMS), settings);
}

/** A team without a start, or with starts alone, has no odds ratio; one with very few clients is not used anywhere. */
function whyTooFew(team: TeamCounts | undefined, fewestClients: number): string | undefined {
  const { clients, jobStarts } = team ?? { clients: 0, jobStarts: 0 };
  const isEnough = clients >= fewestClients && jobStarts > 0 && jobStarts < clients;
  return isEnough
    ? undefined
    : `the team needs ${fewestClients} clients with every answer, some with a job start and some without`;
}

/** Over the clients that the model uses, so that counts and model are about the same people. */
function countedClients(
  table: Table,
  meetings: MeetingsCounted,
): { counts: TeamCounts[]; exclusions: Exclusions } {
  const { outcome, team, bands, others } = figureEightTerms(meetings, OTHER_TEAMS);
  const terms = [{ kind: team.kind, column: team.column }, ...others, bands];
  const frame = modelFrame('countedClients', table, { outcome, terms });
  const counts = new Map<string, TeamCounts>();
  for (const [i, row] of frame.positions.entries()) {
    const teamId = String(table[TEAM_COLUMN]?.[row]);
    const known = counts.get(teamId) ?? { teamId, clients: 0, jobStarts: 0 };
    known.clients += 1;
    known.jobStarts += frame.outcome[i] ?? 0;
    counts.set(teamId, known);
  }
  const inOrder = [...counts.values()].toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1));
  return { counts: inOrder, exclusions: frame.exclusions };
}

function parametersOf({ n, events, eventsPerParameter }: FigureEight): number | null {
  return eventsPerParameter === null
    ? null
    : Math.round(Math.min(events, n - events) / eventsPerParameter);
}
