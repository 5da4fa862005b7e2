import type { FilterChoice } from '#app/components/filter-form.tsx';
import { recordChoices } from '#app/relations/record-choices.ts';
import { areTeamsNamedTo } from '#app/relations/team-names.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import type { User } from '#app/server/context.server.ts';

import type { FigureEightPage, FigureEightState } from './figure-eight-page.server.ts';
import { figureEightAddress, type FigureEightRequest } from './figure-eight-request.server.ts';
import { otherWay } from './figure-eight-terms.ts';
import type { FigureEightView } from './figure-eight-view.ts';
import { meetingsWords } from './figure-eight-words.ts';

/** The page for one reader. */
export function figureEightView(
  { request, address, state }: FigureEightPage,
  user: User,
): FigureEightView {
  const meetings = otherWay(request.meetings);
  return {
    population: request.clients.population,
    filters: filtersOf(request),
    address,
    otherMeetings: figureEightAddress({ ...request, meetings }),
    areTeamsNamed: areTeamsNamedTo(user),
    result: resultOf(request, state, user),
  };
}

function resultOf(
  { clients: { population }, teams }: FigureEightRequest,
  state: FigureEightState,
  user: User,
): FigureEightView['result'] {
  switch (state.status) {
    case 'report': {
      const { report, olderFrom } = state;
      return {
        status: 'report',
        report,
        olderFrom: olderFrom === null ? null : whenInWords(olderFrom),
      };
    }
    case 'working':
      return {
        status: 'working',
        takes: population === 'evaluation' ? 'about ten seconds' : 'a minute or two',
      };
    case 'no-team':
      return { status: 'words', words: noTeamWords(population, teams.length, user) };
    case 'hidden':
      return {
        status: 'words',
        words:
          'The numbers of this team are too small to show to anyone but the team itself. Choose another team or a longer period.',
      };
    case 'tells-of-others':
      return {
        status: 'words',
        words:
          'There is no figure for this choice: beside the numbers that you know already, the number of clients of all teams together would tell of another team’s few. Choose a longer period.',
      };
    case 'too-few':
      return { status: 'words', words: `Too few clients for this figure: ${state.reason}.` };
    case 'not-estimable':
      return { status: 'words', words: `This cannot be estimated: ${state.reason}.` };
  }
}

function noTeamWords(population: string, teams: number, user: User): string {
  if (population === 'evaluation') return 'There are no clients of the evaluation to look at.';
  if (teams > 0) return 'Choose a team to compare with all other teams together.';
  return user.role === 'reviewer'
    ? 'Reviewers see this for a team while their review of it is open. You have no open review.'
    : 'There is no team to compare.';
}

function filtersOf({ clients, meetings, offered, chosen }: FigureEightRequest): FilterChoice[] {
  const { population, relations } = clients;
  const teams = offered.map(({ code, name }) => ({ value: code, label: name }));
  const whose: FilterChoice = {
    name: 'clients',
    label: 'Whose clients',
    items: [
      { value: 'evaluation', label: 'Clients of the evaluation' },
      { value: 'records', label: 'Teams’ own records' },
    ],
    chosen: population,
  };
  const counted: FilterChoice = {
    name: 'meetings',
    label: 'Meetings counted',
    items: Object.entries(meetingsWords).map(([value, label]) => ({ value, label })),
    chosen: meetings,
  };
  if (population === 'evaluation') {
    const reference = {
      name: 'reference',
      label: 'Compared with',
      items: teams,
      chosen: chosen?.code ?? '',
    };
    return teams.length === 0 ? [whose] : [whose, reference, counted];
  }
  const team = {
    name: 'team',
    label: 'Team, against all others',
    items: chosen === undefined ? [{ value: '', label: 'Choose a team' }, ...teams] : teams,
    chosen: chosen?.code ?? '',
  };
  return [whose, ...(teams.length > 1 ? [team] : []), ...recordChoices(relations), counted];
}
