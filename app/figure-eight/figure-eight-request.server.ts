import {
  clientsAddress,
  clientsAsked,
  clientsQuestion,
  type ClientsQuestion,
} from '#app/client-model/clients-question.server.ts';
import type { User } from '#app/server/context.server.ts';
import type { Workplace } from '#app/work/kept-work.server.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';

import type { FigureEightAsked } from './figure-eight-model.server.ts';
import type { MeetingsCounted } from './figure-eight-terms.ts';
import { evaluationTeams, teamsOfRecords, type TeamChoice } from './team-choices.server.ts';

/** What an address asks for, as far as its reader may. */
export interface FigureEightRequest {
  clients: ClientsQuestion;
  meetings: MeetingsCounted;
  /** Every team that stands in the figure (evaluation), or that may be chosen (records). */
  teams: readonly TeamChoice[];
  /** The evaluation's teams that may be compared with, or teams of records that may be compared. */
  offered: readonly TeamChoice[];
  chosen: TeamChoice | undefined;
  /** Teams of the evaluation whose rate another page hides. */
  hidden: ReadonlySet<string>;
}

/** What is not on offer in the address is answered with the usual choice. */
export async function figureEightRequest(
  place: Workplace,
  search: URLSearchParams,
  user: User,
  today: string,
): Promise<FigureEightRequest> {
  const { db } = place;
  const clients = await clientsQuestion(db, search, today);
  const meetings = search.get('meetings') === 'first-60-days' ? 'first-60-days' : 'to-date';
  if (clients.population === 'evaluation') {
    const { teams, hidden, usual } = await evaluationTeams(place, user, today);
    const offered = teams.filter(({ teamId }) => !hidden.has(teamId));
    const chosen = offered.find(({ code }) => code === search.get('reference')) ?? usual;
    return { clients, meetings, teams, offered, chosen, hidden };
  }
  const teams = await teamsOfRecords(db, user);
  const [only] = teams.length === 1 ? teams : [];
  const chosen = teams.find(({ code }) => code === search.get('team')) ?? only;
  return { clients, meetings, teams, offered: teams, chosen, hidden: new Set() };
}

/** The request as an address: one form for all that mean the same. */
export function figureEightAddress({ clients, meetings, chosen }: FigureEightRequest): string {
  const name = clients.population === 'evaluation' ? 'reference' : 'team';
  const asked = { ...clientsAddress(clients), meetings };
  return new URLSearchParams(
    chosen === undefined ? asked : { ...asked, [name]: chosen.code },
  ).toString();
}

/** The request as a job's question. Readers who ask the same share its answer. */
export function figureEightAsked(
  { clients, meetings }: Pick<FigureEightRequest, 'clients' | 'meetings'>,
  { teamId, viewer }: TeamChoice,
  { policy, hidden }: { policy: DisclosurePolicy; hidden: ReadonlySet<string> },
): FigureEightAsked {
  return {
    clients: clientsAsked(clients),
    ...{ meetings, teamId, viewer, policy },
    hidden: [...hidden].toSorted(),
  };
}
