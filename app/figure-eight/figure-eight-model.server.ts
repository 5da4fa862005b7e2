import {
  clientTable,
  landmarkDays,
  type ClientsAsked,
} from '#app/client-model/client-table.server.ts';
import { WEIGHT_COLUMN } from '#app/client-model/released-clients.ts';
import { relationSettingsOn } from '#app/relations/settings.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { DisclosurePolicy, Viewer } from '#scoring/disclosure/disclosure-policy.ts';
import { TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';
import {
  figureEight,
  type FigureEight,
  type NoFigureEight,
} from '#scoring/relations/figure-eight.ts';
import { landmarkTable, type Landmark } from '#scoring/relations/landmark.ts';
import { modelFrame, type Exclusions, type Table } from '#scoring/statistics/model-frame.ts';

import { figureEightClients } from './figure-eight-clients.ts';
import {
  figureEightTerms,
  landmarkColumns,
  meetingsColumns,
  type MeetingsCounted,
} from './figure-eight-terms.ts';

export interface FigureEightAsked {
  clients: ClientsAsked;
  meetings: MeetingsCounted;
  /** Of the evaluation: the team that all others are compared with. Of records: the team compared with all others. */
  teamId: string;
  /** 'own-team' where the figure is for that team itself. */
  viewer: Viewer;
  policy: DisclosurePolicy;
  /** Teams whose rate over all their clients other pages hide. */
  hidden: readonly string[];
  /** Of the bootstrap; tests need fewer than the page. */
  refits?: number;
}

/** Clients with every answer of the model, and their job starts. */
export interface TeamCounts {
  teamId: string;
  clients: number;
  jobStarts: number;
}

export interface TeamWithMeetings extends TeamCounts {
  /** Of all its clients. */
  meetings: number;
}

/** Figure 8 of released clients, beside counts as they are. It stays on the server: figureEightReport protects what a reader gets of it. */
export interface FigureEightAnswer {
  model: FigureEight | NoFigureEight;
  /** Coefficients beside the constant, with meetings in; null where nothing was fitted. */
  parameters: number | null;
  /** Who is left out for an answer that is not known. */
  exclusions: Exclusions;
  /** Who is left out of the landmark variant; null for meetings to date. */
  landmark: Omit<Landmark, 'table'> | null;
  /** Every team over both: one that is hidden to date is hidden among those the landmark keeps. */
  counts: Readonly<Record<MeetingsCounted, readonly TeamWithMeetings[]>>;
  /** Teams that the release has made one with others, too small to be told from them. */
  merged: readonly string[];
}

/** All other teams together, in the place of a team. */
export const OTHER_TEAMS = 'all other teams';

/** Any number would do: the same one gives everybody the same intervals. */
const seed = 8;

/** Figure 8 of the evaluation's teams, or of one team's records against all others'. */
export async function figureEightModel(
  db: Db,
  asked: FigureEightAsked,
): Promise<FigureEightAnswer> {
  const { clients } = asked;
  const fewestClients =
    clients.population === 'evaluation'
      ? null
      : (await relationSettingsOn(db, clients.period.to)).fewestClients;
  return figureEightOf(await clientTable(db, clients), asked, fewestClients);
}

/** The same from a table of clients. `fewestClients` is what a team of records needs. */
export function figureEightOf(
  toDate: Table,
  asked: FigureEightAsked,
  fewestClients: number | null,
): FigureEightAnswer {
  const { clients, meetings, teamId, hidden, refits } = asked;
  const { table: kept, ...landmark } = landmarkTable(toDate, landmarkColumns, landmarkDays);
  const counted = {
    'to-date': countedClients(toDate, 'to-date'),
    'first-60-days': countedClients(kept, 'first-60-days'),
  };
  const { counts, exclusions } = counted[meetings];
  const released = figureEightClients(toDate, meetings, {
    ...asked,
    population: clients.population,
    hidden: new Set(hidden),
  });
  const told = new Set(released[TEAM_COLUMN]);
  const merged = counts.map((team) => team.teamId).filter((id) => !told.has(id));
  const reason = merged.includes(teamId)
    ? 'the team is too small to be told from others'
    : whyTooFew(
        counts.find((team) => team.teamId === teamId),
        fewestClients,
      );
  const settings = { seed, ...(refits === undefined ? {} : { refits }) };
  const model =
    reason === undefined
      ? modelOf(released, clients.population, teamId, settings)
      : ({ status: 'too-few', reason, n: exclusions.rowsUsed, exclusions } as const);
  return {
    model,
    parameters: model.status === 'fitted' ? parametersOf(model) : null,
    exclusions,
    landmark: meetings === 'to-date' ? null : landmark,
    counts: {
      'to-date': counted['to-date'].counts,
      'first-60-days': counted['first-60-days'].counts,
    },
    merged,
  };
}

function modelOf(
  table: Table,
  population: ClientsAsked['population'],
  teamId: string,
  settings: { seed: number; refits?: number },
): FigureEight | NoFigureEight {
  const questionOf = (reference: string) => ({
    ...figureEightTerms(reference),
    weights: WEIGHT_COLUMN,
  });
  if (population === 'evaluation') return figureEight(table, questionOf(teamId), settings);
  const teams = [...(table[TEAM_COLUMN] ?? [])];
  const twoSides = teams.map((team) => (team === teamId ? teamId : OTHER_TEAMS));
  return figureEight({ ...table, [TEAM_COLUMN]: twoSides }, questionOf(OTHER_TEAMS), settings);
}

/** A team without a start, or with starts alone, has no odds ratio; one with very few clients is not used anywhere. */
function whyTooFew(team: TeamCounts | undefined, fewestClients: number | null): string | undefined {
  if (fewestClients === null) return undefined;
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
): { counts: TeamWithMeetings[]; exclusions: Exclusions } {
  const { outcome, team, bands, others } = figureEightTerms(OTHER_TEAMS);
  const terms = [{ kind: team.kind, column: team.column }, ...others, bands];
  const frame = modelFrame('countedClients', table, { outcome, terms });
  const counts = new Map<string, TeamWithMeetings>();
  for (const [i, row] of frame.positions.entries()) {
    const teamId = String(table[TEAM_COLUMN]?.[row]);
    const known = counts.get(teamId) ?? { teamId, clients: 0, jobStarts: 0, meetings: 0 };
    known.clients += 1;
    known.jobStarts += frame.outcome[i] ?? 0;
    known.meetings += Number(table[meetingsColumns[meetings]]?.[row]);
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
