import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import { jonckheereTerpstra } from '#scoring/statistics/jonckheere-terpstra.ts';
import { quasiBinomialRegression } from '#scoring/statistics/quasi-binomial-regression.ts';
import { trendResiduals } from '#scoring/statistics/trend-residuals.ts';
import { associationCaution, estimateWords, pWords } from './relation-words.ts';
import {
  defaultRelationSettings,
  fewestTeamsFor,
  integrationLevels,
  rateOfTeam,
  teamsInUse,
  type IntegrationLevelKey,
  type RelationSettings,
  type RelationView,
  type TeamPeriod,
} from './team-period.ts';
import { teamRateFigures, type TeamRateFigures } from './team-rate-figures.ts';

export interface LevelRate {
  readonly level: IntegrationLevelKey;
  readonly teams: number;
  /** Job entries of all clients of the level's teams together, as this viewer may see them. */
  readonly figure: Figure;
}

export interface LevelPoint {
  readonly teamId: string;
  readonly level: IntegrationLevelKey;
  readonly figure: Figure;
}

export interface IntegrationTrend {
  /** Log odds per level (score 1, 2, 3) and its quasi-binomial error. */
  readonly slope: number;
  readonly standardError: number;
  readonly t: number;
  /** Teams less 2. */
  readonly df: number;
  readonly p: number;
  readonly oddsRatioPerLevel: number;
  readonly lower: number;
  readonly upper: number;
  readonly dispersion: number;
}

export interface RankTrend {
  readonly statistic: number;
  readonly z: number;
  readonly p: number;
  /** With the variance that allows for equal rates. */
  readonly pWithTies: number;
}

export interface FurthestTeam {
  /** Null where the team's rate is hidden from this viewer. */
  readonly teamId: string | null;
  readonly direction: 'above' | 'below';
  /** Externally studentised residual. */
  readonly residual: number;
  readonly p: number;
  /** p times the number of teams, at most 1. */
  readonly adjustedP: number;
  /** Whether it departs from the pattern: adjusted p under .05. */
  readonly departs: boolean;
  readonly sentence: string;
}

interface IntegrationPatternBase {
  readonly teams: number;
  readonly teamsWithoutLevel: number;
  readonly teamsTooSmall: number;
  readonly levels: readonly LevelRate[];
  readonly points: readonly LevelPoint[];
  readonly hiddenTeams: number;
  readonly sentence: string;
  readonly caution: string;
}

export type IntegrationPattern = IntegrationPatternBase &
  (
    | {
        readonly status: 'computed';
        readonly trend: IntegrationTrend;
        readonly rankTrend: RankTrend | null;
        readonly furthest: FurthestTeam | null;
      }
    | { readonly status: 'too-few'; readonly teamsNeeded: number }
    | { readonly status: 'one-level' }
    | { readonly status: 'not-estimable'; readonly reason: string }
  );

interface RatedTeam {
  readonly team: TeamPeriod;
  readonly level: IntegrationLevelKey;
}

function trendOf(rated: readonly RatedTeam[], settings: RelationSettings) {
  const input = {
    terms: [
      {
        name: 'level',
        values: rated.map(({ level }) => integrationLevels.indexOf(level) + 1),
      },
    ],
    successes: rated.map(({ team }) => team.jobEntries),
    trials: rated.map(({ team }) => team.clients),
  };
  return {
    fit: quasiBinomialRegression(input, settings.level),
    residuals: trendResiduals(input),
  };
}

function furthestTeam(
  rated: readonly RatedTeam[],
  result: ReturnType<typeof trendResiduals>,
  isShown: (team: TeamPeriod) => boolean,
): FurthestTeam | null {
  if (result.status !== 'computed') return null;
  const { furthest, departs } = result;
  const team = rated[furthest.row]?.team;
  if (team === undefined || Number.isNaN(furthest.residual)) return null;
  const { residual, p, adjustedP } = furthest;
  const direction = residual > 0 ? 'above' : 'below';
  const words = departs
    ? `One team departs from the pattern: its rate lies ${direction} what its level would suggest`
    : `The team furthest from the pattern lies ${direction} it, but within what chance gives over ${rated.length} teams`;
  return {
    teamId: isShown(team) ? team.teamId : null,
    direction,
    residual,
    p,
    adjustedP,
    departs,
    sentence: `${words} (${pWords(adjustedP)} after allowing for ${rated.length} teams).`,
  };
}

function trendSentence(trend: IntegrationTrend, teams: number, settings: RelationSettings): string {
  const { oddsRatioPerLevel: value, lower, upper, p } = trend;
  const numbers = `${estimateWords('odds ratio per level', { value, lower, upper }, settings.level)}, ${pWords(p)}`;
  if (teams < settings.fewestTeams) {
    return `Too few teams for a statement: over ${teams} teams ${numbers}.`;
  }
  if (lower <= 1 && upper >= 1) {
    return `Over ${teams} teams no clear association of job entry with integration (${numbers}).`;
  }
  return `Over ${teams} teams, job entry is ${value > 1 ? 'higher' : 'lower'} where integration is higher (${numbers}).`;
}

/**
 * Teams by level of integration with their job entry: the product's version of the evaluation's figure 9.
 *
 * For: the integration page. Formula: pooled rate of each level's teams with Wilson's interval; trend = slope of
 * the score 1, 2, 3 in a quasi-binomial regression of the teams' counts (t, J - 2); rank test of
 * Jonckheere and Terpstra on team rates; furthest team = largest externally studentised residual, which departs only
 * if its two-sided p (t, J - 3) times J is under .05. Clients of one team are not independent, so no
 * Cochran-Armitage test, which finds trends across teams that are not there.
 * @param teams one row a team, all of one period and one definition of the rate
 * @param view who looks, and the small-number settings
 * @param settings fewest clients and teams, confidence
 * @param figures what teamRateFigures gave for the same teams, view and settings, where it is at hand
 * @returns rates by level, points to draw, trend, rank test and furthest team; 'too-few' below 10 teams (4 for
 *   who may see everything), 'one-level', 'not-estimable', each still with the data
 * @throws RangeError as teamsInUse
 * Source: outcome definitions, section 8; evaluation of the Via IPS Into Work service, figure 9.
 * Checked against teams.expected.json and relations-extra.expected.json (R).
 */
export function integrationPattern(
  teams: readonly TeamPeriod[],
  view: RelationView,
  settings: RelationSettings = defaultRelationSettings,
  figures?: TeamRateFigures,
): IntegrationPattern {
  const { used, tooSmall } = teamsInUse(teams, settings);
  const rated = used.flatMap((team) =>
    team.integrationLevel === null ? [] : [{ team, level: team.integrationLevel }],
  );
  const ofLevel = integrationLevels.map((level) => rated.filter((row) => row.level === level));
  const { figureOf, isShown, levelFigure } =
    figures ?? teamRateFigures(used, view, { fewestClients: settings.fewestClients });
  const shown = rated.filter(({ team }) => isShown(team));
  const base = {
    teams: rated.length,
    teamsWithoutLevel: used.length - rated.length,
    teamsTooSmall: tooSmall.length,
    levels: integrationLevels.map((level, index) => ({
      level,
      teams: ofLevel[index]?.length ?? 0,
      figure: levelFigure(level),
    })),
    points: shown.map(({ team, level }) => ({
      teamId: team.teamId,
      level,
      figure: figureOf(team),
    })),
    hiddenTeams: rated.length - shown.length,
    caution: associationCaution,
  };
  const teamsNeeded = fewestTeamsFor(view, settings);
  if (rated.length < teamsNeeded) {
    const sentence = `Too few teams for a statement: ${rated.length} with a level of integration, ${teamsNeeded} needed.`;
    return { ...base, status: 'too-few', teamsNeeded, sentence };
  }
  if (ofLevel.filter((rows) => rows.length > 0).length < 2) {
    const sentence = 'No trend can be worked out: all teams have the same level of integration.';
    return { ...base, status: 'one-level', sentence };
  }
  const { fit, residuals } = trendOf(rated, settings);
  const slope =
    fit.status === 'fitted' ? fit.coefficients.find(({ name }) => name === 'level') : null;
  if (fit.status !== 'fitted' || slope == null) {
    const reason = fit.status === 'fitted' ? 'the slope could not be estimated' : fit.reason;
    return {
      ...base,
      status: 'not-estimable',
      reason,
      sentence: `No trend can be worked out: ${reason}.`,
    };
  }
  const trend: IntegrationTrend = {
    slope: slope.estimate,
    standardError: slope.standardError,
    t: slope.t,
    df: fit.dfResidual,
    p: slope.p,
    oddsRatioPerLevel: Math.exp(slope.estimate),
    lower: Math.exp(slope.lower),
    upper: Math.exp(slope.upper),
    dispersion: fit.dispersion,
  };
  const ranks = jonckheereTerpstra(ofLevel.map((rows) => rows.map(({ team }) => rateOfTeam(team))));
  const { statistic, z, p, pWithTies } =
    ranks.status === 'computed' ? ranks : { statistic: 0, z: 0, p: 1, pWithTies: 1 };
  return {
    ...base,
    status: 'computed',
    trend,
    rankTrend: ranks.status === 'computed' ? { statistic, z, p, pWithTies } : null,
    furthest: furthestTeam(rated, residuals, isShown),
    sentence: trendSentence(trend, rated.length, settings),
  };
}
