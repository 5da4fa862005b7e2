import { overdispersion, type Overdispersion } from '#scoring/statistics/overdispersion.ts';
import type { Interval } from '#scoring/statistics/wilson-interval.ts';
import {
  bothLimits,
  FEWEST_TEAMS_FOR_OVERDISPERSION,
  fewTeamsWarning,
  positionOf,
  type FunnelLimits,
  type FunnelPosition,
} from './funnel.ts';

/** Job entries of a team, and what a model of its clients led to expect. */
export interface ObservedExpected {
  readonly team: string;
  readonly observed: number;
  readonly expected: number;
  /** Sum of p (1 - p) over its clients. */
  readonly variance: number;
}

export interface RatioTeam extends ObservedExpected, FunnelLimits {
  readonly ratio: number;
  readonly position: FunnelPosition;
  /** Limits that allow for teams differing by more than chance; null under 20 teams. */
  readonly overdispersed: (FunnelLimits & { readonly position: FunnelPosition }) | null;
}

export interface RatioFunnel {
  readonly status: 'computed';
  readonly target: 1;
  readonly teams: readonly RatioTeam[];
  readonly overdispersion: Overdispersion | null;
  readonly method: string;
  readonly warnings: readonly string[];
}

type Expected = Pick<ObservedExpected, 'expected' | 'variance'>;

/** Error of the root of a ratio whose true value is 1. */
function rootError({ expected, variance }: Expected): number {
  return Math.sqrt(variance) / (2 * expected);
}

/**
 * Limits of a funnel plot of observed over expected numbers, of a team or along the curve.
 * Formula: 1 +- z sqrt(sum p (1 - p)) / E, the lower not below 0; with variation between teams
 * (1 +- z sqrt(s^2 + tau^2))^2 with s = sqrt(sum p (1 - p)) / (2 E), the root not below 0.
 *
 * @param team expected number and its variance, both positive; need not be a real team's
 * @param tauSquared between teams on the scale of the root; null gives the first formula, also 0 the second
 * @returns limits at 95% and 99.8%
 * @throws RangeError for an expected number or variance not positive, or a negative tauSquared
 * Source: as ratioFunnel. Checked with it.
 */
export function ratioLimits(team: Expected, tauSquared: number | null = null): FunnelLimits {
  const { expected, variance } = team;
  if (!(expected > 0) || !(variance > 0)) {
    throw new RangeError('ratioLimits: expected and variance must be positive');
  }
  if (tauSquared !== null) {
    if (!(tauSquared >= 0)) throw new RangeError('ratioLimits: tauSquared must be 0 or more');
    const reach = Math.sqrt(rootError(team) ** 2 + tauSquared);
    return bothLimits((z): Interval => ({
      lower: Math.max(0, 1 - z * reach) ** 2,
      upper: (1 + z * reach) ** 2,
    }));
  }
  const error = Math.sqrt(variance) / expected;
  return bothLimits((z) => ({ lower: Math.max(0, 1 - z * error), upper: 1 + z * error }));
}

/**
 * Funnel plot of observed over expected job entries: which teams differ from what their clients led to expect.
 * Formula: limits of ratioLimits; from 20 teams on phi and tau^2 of the root of the ratio, with errors
 * sqrt(sum p (1 - p)) / (2 E), and limits with them on that scale (also where tau^2 is 0).
 *
 * @param teams observed (0 or more), expected and variance (positive) of each
 * @returns every team with its ratio, limits and position; 'too-few' without a team
 * @throws RangeError for an observed number below 0, expected or variance not positive
 * Source: outcome definitions, section 8; the root as in Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202 (ours for
 * ratios of job entries). Checked against regression-extra.expected.json (R).
 */
export function ratioFunnel(
  teams: readonly ObservedExpected[],
): RatioFunnel | { readonly status: 'too-few'; readonly reason: string } {
  for (const { observed, expected, variance } of teams) {
    if (!(observed >= 0) || !Number.isFinite(observed)) {
      throw new RangeError('ratioFunnel: observed must be 0 or more');
    }
    if (!(expected > 0) || !(variance > 0)) {
      throw new RangeError('ratioFunnel: expected and variance must be positive');
    }
  }
  if (teams.length === 0) return { status: 'too-few', reason: 'there is no team' };
  const spread =
    teams.length < FEWEST_TEAMS_FOR_OVERDISPERSION
      ? null
      : overdispersion(
          teams.map(({ observed, expected }) => Math.sqrt(observed / expected)),
          1,
          teams.map(rootError),
        );
  return {
    status: 'computed',
    target: 1,
    teams: teams.map((team) => {
      const ratio = team.observed / team.expected;
      const limits = ratioLimits(team);
      const wide = spread && ratioLimits(team, spread.tauSquared);
      return {
        ...team,
        ratio,
        ...limits,
        position: positionOf(ratio, limits),
        overdispersed: wide && { ...wide, position: positionOf(ratio, wide) },
      };
    }),
    overdispersion: spread,
    method: 'normal limits about 1; square-root scale with variation between teams',
    warnings: fewTeamsWarning(teams.length),
  };
}
