import { hiddenFigure, type Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import { figuresForGroups, type GroupFigures } from '#scoring/disclosure/figures-for-groups.ts';
import { wholeOf } from '#scoring/disclosure/hidden-groups.ts';
import {
  integrationLevels,
  type IntegrationLevelKey,
  type RelationView,
  type TeamPeriod,
} from './team-period.ts';

export interface TeamRateFigures {
  readonly figureOf: (team: TeamPeriod) => Figure;
  /** Whether the team stands in pictures and tables. */
  readonly isShown: (team: TeamPeriod) => boolean;
  /**
   * The rate of all teams of a level together, for everybody, or for a reader who knows one team's counts: a team knows
   * its own, and with them could find what is hidden of the level's other teams.
   */
  readonly levelFigure: (level: IntegrationLevelKey, knownTeamId?: string | null) => Figure;
}

export interface TeamRateOptions {
  /** Teams whose rate is hidden here for another release's sake, by id. */
  readonly alsoHidden?: ReadonlySet<string>;
  /** Teams used have at least this many clients. */
  readonly fewestClients?: number;
}

const countsOf = ({ jobEntries, clients }: TeamPeriod) => ({
  numerator: jobEntries,
  denominator: clients,
});

/** The places in a list at which something holds. */
function placesWhere<Row>(rows: readonly Row[], holds: (row: Row) => boolean): Set<number> {
  return new Set(rows.flatMap((row, index) => (holds(row) ? [index] : [])));
}

/**
 * The rate of each team and of each level of integration as this viewer may see it, the same on every picture.
 *
 * For: points of scatter plots and of the integration picture. The pooled rate of each level of integration is
 * shown too, so teams of one level are the groups of one whole: a single hidden one could be worked out.
 * Rule: figuresForGroups within each level, and among teams without a level; then over the levels, of which England's
 * rate is the whole: where a single level's rate is hidden, another level's goes with it.
 * @param used teams with enough clients
 * @param view who looks, and the small-number settings
 * @param options teams hidden elsewhere, fewest clients of a team used
 * @returns the figure of a team, whether it is shown, and the figure of a level
 * @throws RangeError for settings that make no sense
 * Source: small-number rule (ours). Checked: by example, one small team of a level, teams without a level.
 */
export function teamRateFigures(
  used: readonly TeamPeriod[],
  { viewer, policy }: RelationView,
  { alsoHidden = new Set(), fewestClients = 1 }: TeamRateOptions = {},
): TeamRateFigures {
  const membersOf = (level: IntegrationLevelKey | null): TeamPeriod[] =>
    used.filter(({ integrationLevel }) => integrationLevel === level);
  const within = (members: readonly TeamPeriod[], known?: number): GroupFigures =>
    figuresForGroups(viewer, members.map(countsOf), policy, {
      alsoHidden: placesWhere(members, ({ teamId }) => alsoHidden.has(teamId)),
      smallestGroup: fewestClients,
      known,
    });
  const figures = new Map<string, Figure>();
  for (const level of [...integrationLevels, null]) {
    const members = membersOf(level);
    const { groups } = within(members);
    for (const [index, { teamId }] of members.entries()) {
      figures.set(teamId, groups[index] ?? hiddenFigure);
    }
  }
  const levelFigures = (knownTeamId: string | null): readonly Figure[] => {
    const levels = integrationLevels.map(membersOf);
    const pooled = levels.map((members) => {
      const known = members.findIndex(({ teamId }) => teamId === knownTeamId);
      return within(members, known === -1 ? undefined : known).total;
    });
    const wholes = levels.map((members) => wholeOf(members.map(countsOf)));
    const hidden = placesWhere(pooled, ({ status }) => status === 'hidden');
    return figuresForGroups(viewer, wholes, policy, { alsoHidden: hidden }).groups;
  };
  const figureOf = ({ teamId }: TeamPeriod): Figure => figures.get(teamId) ?? hiddenFigure;
  return {
    figureOf,
    isShown: (team) => figureOf(team).status !== 'hidden',
    levelFigure: (level, knownTeamId = null) =>
      levelFigures(knownTeamId)[integrationLevels.indexOf(level)] ?? hiddenFigure,
  };
}
