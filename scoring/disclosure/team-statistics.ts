import {
  requireDisclosurePolicy,
  requirePeople,
  type DisclosurePolicy,
  type Viewer,
} from './disclosure-policy.ts';
import type { Figure } from './disclosed-proportion.ts';
import { figureFor } from './figure-for.ts';

/**
 * Whether a correlation, coefficient or p value over this many teams may be shown.
 *
 * For: the relations pages; such statistics come from unrounded counts of people.
 * Rule: shown to others over at least 10 teams.
 * @param viewer the team itself, or others
 * @param teams number of teams the statistic is over
 * @param policy small-number settings
 * @returns true where it may be shown
 * @throws RangeError for a number of teams that is none
 * Source: small-number rule (ours). Checked: by example at 9 and 10.
 */
export function isTeamStatisticShown(
  viewer: Viewer,
  teams: number,
  policy: DisclosurePolicy,
): boolean {
  requireDisclosurePolicy('isTeamStatisticShown', policy);
  requirePeople('isTeamStatisticShown', 'teams', teams);
  return viewer === 'own-team' || teams >= policy.fewestTeams;
}

export interface TeamFigures<Team> {
  /** Teams whose rate may be shown, in the order given. */
  readonly shown: readonly { readonly team: Team; readonly figure: Figure }[];
  /** How many teams a note under picture and table names as left out. */
  readonly hiddenTeams: number;
}

/**
 * The teams of a picture or table with the rates that may be shown; the others are left out and counted.
 *
 * @param viewer the team itself, or others
 * @param teams any records
 * @param counts how to read a record's job entries and clients
 * @param policy small-number settings
 * @returns teams with their figures, and the number of teams left out
 * @throws RangeError for counts that are not 0 <= numerator <= denominator
 * For: scatter plots and tables of teams. Rule: a team whose rate is hidden appears in neither.
 * Source: small-number rule (ours). Checked: by example.
 */
export function teamFigures<Team>(
  viewer: Viewer,
  teams: readonly Team[],
  counts: (team: Team) => { readonly numerator: number; readonly denominator: number },
  policy: DisclosurePolicy,
): TeamFigures<Team> {
  const figures = teams.map((team) => {
    const { numerator, denominator } = counts(team);
    return { team, figure: figureFor(viewer, numerator, denominator, policy) };
  });
  const shown = figures.filter(({ figure }) => figure.status !== 'hidden');
  return { shown, hiddenTeams: figures.length - shown.length };
}
