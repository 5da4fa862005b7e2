import type { IntegrationPattern, LevelRate } from '#scoring/relations/integration-pattern.ts';
import { integrationLevels } from '#scoring/relations/team-period.ts';

import { decimalWords, figureWords, pStatement } from './figure-words.ts';
import { leftOutWords } from './left-out-words.ts';
import type { RelationsData } from './relations-data.server.ts';
import type { IntegrationView } from './relations-view.ts';
import type { TeamNames } from './team-names.server.ts';
import { marksFor, teamRow } from './team-rows.server.ts';

const levelWords = {
  low: 'Low integration',
  medium: 'Medium integration',
  high: 'High integration',
};

/** Job entry by level of integration: pooled rates, teams, trend and the team furthest from it. */
export function integrationView(
  pattern: IntegrationPattern,
  { teams, policy, levelFigure }: Pick<RelationsData, 'teams' | 'policy' | 'levelFigure'>,
  names: TeamNames,
): IntegrationView {
  // A team knows its own counts: with them a level's rate must not give the hidden counts of others away.
  const levels = pattern.levels.map((row) => ({
    ...row,
    figure: levelFigure(row.level, names.ownTeamId),
  }));
  const own = teams.find(({ teamId }) => teamId === names.ownTeamId);
  const ownLevel = own === undefined || own.clients === 0 ? null : own.integrationLevel;
  const points = pattern.points.map(({ teamId, level, figure }) => ({
    teamId,
    x: integrationLevels.indexOf(level),
    figure,
  }));
  const ownMark =
    own !== undefined && ownLevel !== null
      ? { team: own, x: integrationLevels.indexOf(ownLevel) }
      : undefined;
  const marks = marksFor(points, ownMark, names, policy);
  const levelAt = (x: number): string => levelWords[integrationLevels[x] ?? 'low'];
  return {
    finding: pattern.sentence,
    levels: levelRows(levels),
    dots: dotsOf(levels, marks, names, levelAt),
    rows: marks.map((mark) => ({
      ...teamRow(mark, names, levelAt),
      level: levelAt(mark.x),
    })),
    statistics: statisticsOf(pattern),
    furthest: furthestWords(pattern, names),
    leftOut: leftOutWords(pattern.hiddenTeams, pattern.teamsWithoutLevel, pattern.teamsTooSmall),
  };
}

/** The table of levels, as a page prints it. */
export function levelRows(levels: readonly LevelRate[]): IntegrationView['levels'] {
  return levels.map(({ level, teams, figure }) => {
    const { counts, rate, interval } = figureWords(figure);
    return { level: levelWords[level], teams, counts, rate, interval };
  });
}

function dotsOf(
  levels: readonly LevelRate[],
  marks: ReturnType<typeof marksFor>,
  names: TeamNames,
  levelAt: (x: number) => string,
): IntegrationView['dots'] {
  const pooled = levels.map(({ level, teams, figure }) => ({
    key: level,
    label: `${levelWords[level]}, ${teams} ${teams === 1 ? 'team' : 'teams'}`,
    value: figure.value,
    low: figure.lower ?? undefined,
    high: figure.upper ?? undefined,
    ...(figure.status === 'shown' ? {} : { text: 'not shown: small numbers' }),
  }));
  const own = marks.find(({ teamId }) => teamId === names.ownTeamId);
  if (own?.figure.status !== 'shown') return pooled;
  const { value, lower, upper } = own.figure;
  const label = `Your team (${levelAt(own.x).toLowerCase()})`;
  return [...pooled, { key: 'own', label, value, low: lower, high: upper, highlighted: true }];
}

function statisticsOf(pattern: IntegrationPattern): IntegrationView['statistics'] {
  if (pattern.status !== 'computed') return [];
  const { trend, rankTrend } = pattern;
  const range = `${decimalWords(trend.lower)} to ${decimalWords(trend.upper)}`;
  return [
    {
      name: 'Trend over levels 1, 2, 3 (quasi-binomial)',
      result: `odds ratio per level ${decimalWords(trend.oddsRatioPerLevel)}, 95% interval ${range}, t = ${decimalWords(trend.t)} with ${trend.df} degrees of freedom, ${pStatement(trend.p)}`,
    },
    {
      name: 'Dispersion',
      result: `${decimalWords(trend.dispersion)}: teams differ this many times as much as chance among clients explains, and the errors allow for it`,
    },
    ...(rankTrend === null
      ? []
      : [
          {
            name: 'Rank test over teams (Jonckheere–Terpstra)',
            result: `z = ${decimalWords(rankTrend.z)}, ${pStatement(rankTrend.pWithTies)}`,
          },
        ]),
  ];
}

/** The team furthest from the pattern is named only to readers who see names, or when it is their own. */
function furthestWords(pattern: IntegrationPattern, names: TeamNames): string | null {
  if (pattern.status !== 'computed' || pattern.furthest === null) return null;
  const { teamId, sentence } = pattern.furthest;
  const name = teamId === null ? undefined : names.nameOf(teamId);
  return name === undefined
    ? sentence
    : `${sentence} It is ${name === 'Your team' ? 'your team' : name}.`;
}
