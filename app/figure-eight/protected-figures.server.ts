import {
  emptyFigure,
  hiddenFigure,
  type Figure,
} from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { figureFor } from '#scoring/disclosure/figure-for.ts';
import { figuresForGroups } from '#scoring/disclosure/figures-for-groups.ts';
import { wholeOf, type GroupCounts } from '#scoring/disclosure/hidden-groups.ts';

import type { TeamCounts } from './figure-eight-model.server.ts';
import type { MeetingsCounted } from './figure-eight-terms.ts';

export interface ProtectedFigures {
  figureOf: (teamId: string) => Figure;
  /** Everybody in the model. */
  whole: Figure;
  /** Everybody but one team's clients, beside that team: hidden with either, or it would give the other away. */
  othersThan: (teamId: string) => Figure;
}

interface Options {
  policy: DisclosurePolicy;
  /** Teams whose rate over all their clients is hidden on other pages. */
  hidden: ReadonlySet<string>;
  /** The team that is shown to this reader as it is. */
  ownTeamId: string | null;
  /** Every team whose exact counts this reader knows: the own one, or those of all open reviews. */
  knownTeamIds: readonly string[];
}

/**
 * Job starts of each team and of all, as this reader may see them. Releases nest: a team's clients, those with every
 * answer, those of them whom the landmark keeps. A team that is hidden in a wider release is hidden in the narrower ones,
 * since a part narrows the whole; and the teams of each release share a whole.
 */
export function protectedFigures(
  counts: Readonly<Record<MeetingsCounted, readonly TeamCounts[]>>,
  meetings: MeetingsCounted,
  { policy, hidden, ownTeamId, knownTeamIds }: Options,
): ProtectedFigures {
  const toDate = counts['to-date'];
  const teams = counts[meetings];
  const groupsOf = (release: readonly TeamCounts[], alsoHidden: ReadonlySet<string>) =>
    figuresForGroups('others', release.map(countsOf), policy, {
      alsoHidden: placesOf(release, alsoHidden),
      known: [...placesOf(release, new Set(knownTeamIds))],
    });
  const wide = groupsOf(toDate, hidden).groups;
  const hiddenToDate = new Set(
    toDate.map(({ teamId }) => teamId).filter((_, place) => wide[place]?.status === 'hidden'),
  );
  const { groups, total } = groupsOf(teams, meetings === 'to-date' ? hidden : hiddenToDate);
  const figureOf = (teamId: string): Figure => {
    const place = placeOf(teams, teamId);
    if (place === undefined) return hidden.has(teamId) ? hiddenFigure : emptyFigure;
    const { numerator, denominator } = countsOf(teams[place] ?? nobody);
    return teamId === ownTeamId
      ? figureFor('own-team', numerator, denominator, policy)
      : (groups[place] ?? hiddenFigure);
  };
  const othersThan = (teamId: string): Figure => {
    if (total.status !== 'shown' || figureOf(teamId).status === 'hidden') return hiddenFigure;
    const rest = wholeOf(teams.filter((team) => team.teamId !== teamId).map(countsOf));
    return figureFor('others', rest.numerator, rest.denominator, policy);
  };
  return { figureOf, whole: total, othersThan };
}

const nobody = { teamId: '', clients: 0, jobStarts: 0 };

const countsOf = ({ clients, jobStarts }: TeamCounts): GroupCounts => ({
  numerator: jobStarts,
  denominator: clients,
});

function placeOf(teams: readonly TeamCounts[], teamId: string | null): number | undefined {
  const place = teams.findIndex((team) => team.teamId === teamId);
  return place === -1 ? undefined : place;
}

function placesOf(teams: readonly TeamCounts[], some: ReadonlySet<string>): Set<number> {
  return new Set(teams.flatMap(({ teamId }, place) => (some.has(teamId) ? [place] : [])));
}
