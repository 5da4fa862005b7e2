import type { ScatterPoint } from '#app/components/charts/scatter-geometry.ts';
import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { figureFor } from '#scoring/disclosure/figure-for.ts';
import type { TeamPeriod } from '#scoring/relations/team-period.ts';

import { figureWords } from './figure-words.ts';
import type { TeamRow } from './relations-view.ts';
import type { TeamNames } from './team-names.server.ts';

/** A team as a picture and its table show it. */
export interface TeamMark {
  teamId: string;
  x: number;
  figure: Figure;
}

/**
 * The marks for one reader: a reader's own team stands with its exact figures, others with those that everyone may
 * see. Named teams come in the order of their names; unnamed ones in the order of the picture, which tells nothing else.
 */
export function marksFor(
  points: readonly TeamMark[],
  own: { team: TeamPeriod; x: number } | undefined,
  names: TeamNames,
  policy: DisclosurePolicy,
): TeamMark[] {
  const others = points.filter(({ teamId }) => teamId !== names.ownTeamId);
  const marks =
    own === undefined
      ? others
      : [
          {
            teamId: own.team.teamId,
            x: own.x,
            figure: figureFor('own-team', own.team.jobEntries, own.team.clients, policy),
          },
          ...others,
        ];
  return marks.toSorted((a, b) =>
    names.areNamed
      ? (names.nameOf(a.teamId) ?? '').localeCompare(names.nameOf(b.teamId) ?? '', 'en-GB')
      : Number(b.teamId === names.ownTeamId) - Number(a.teamId === names.ownTeamId) ||
        a.x - b.x ||
        (a.figure.value ?? 0) - (b.figure.value ?? 0) ||
        (a.figure.denominator ?? 0) - (b.figure.denominator ?? 0),
  );
}

export function scatterPoints(marks: readonly TeamMark[], names: TeamNames): ScatterPoint[] {
  return marks.flatMap(({ teamId, x, figure }) =>
    figure.status !== 'shown'
      ? []
      : [
          {
            x,
            y: figure.value,
            low: figure.lower,
            high: figure.upper,
            ...(teamId === names.ownTeamId ? { highlighted: true, label: 'Your team' } : {}),
          },
        ],
  );
}

export function teamRow(
  { teamId, x, figure }: TeamMark,
  names: TeamNames,
  valueWords: (value: number) => string,
): TeamRow {
  const { entries, clients, rate, interval } = figureWords(figure);
  return {
    team: names.nameOf(teamId) ?? 'Another team',
    isOwn: teamId === names.ownTeamId,
    value: valueWords(x),
    clients,
    entries,
    rate,
    interval,
  };
}
