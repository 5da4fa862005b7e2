import { hiddenFigure, type Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import { figuresForGroups } from '#scoring/disclosure/figures-for-groups.ts';
import { integrationLevels, type RelationView, type TeamPeriod } from './team-period.ts';

export interface TeamRateFigures {
  readonly figureOf: (team: TeamPeriod) => Figure;
  /** Whether the team stands in pictures and tables. */
  readonly isShown: (team: TeamPeriod) => boolean;
}

/**
 * The rate of each team as this viewer may see it, the same on every picture of the relations page.
 *
 * For: points of scatter plots and of the integration picture. The pooled rate of each level of integration is
 * shown too, so teams of one level are the groups of one whole: a single hidden one could be worked out.
 * Rule: figuresForGroups within each level, and among teams without a level.
 * @param used teams with enough clients
 * @param view who looks, and the small-number settings
 * @returns the figure of a team, and whether it is shown
 * @throws RangeError for settings that make no sense
 * Source: small-number rule (ours). Checked: by example, one small team of a level.
 */
export function teamRateFigures(used: readonly TeamPeriod[], view: RelationView): TeamRateFigures {
  const figures = new Map<string, Figure>();
  for (const level of [...integrationLevels, null]) {
    const members = used.filter(({ integrationLevel }) => integrationLevel === level);
    const counts = members.map(({ jobEntries, clients }) => ({
      numerator: jobEntries,
      denominator: clients,
    }));
    const { groups } = figuresForGroups(view.viewer, counts, view.policy);
    for (const [index, { teamId }] of members.entries()) {
      figures.set(teamId, groups[index] ?? hiddenFigure);
    }
  }
  const figureOf = ({ teamId }: TeamPeriod): Figure => figures.get(teamId) ?? hiddenFigure;
  return { figureOf, isShown: (team) => figureOf(team).status !== 'hidden' };
}
