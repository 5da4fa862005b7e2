import { requireCounts } from '#scoring/statistics/checks.ts';
import { normalQuantile } from '#scoring/statistics/distributions.ts';
import { overdispersion, type Overdispersion } from '#scoring/statistics/overdispersion.ts';
import { wilsonInterval, type Interval } from '#scoring/statistics/wilson-interval.ts';

/** Limits at two levels: one team in twenty lies outside the first by chance, one in five hundred the second. */
export interface FunnelLimits {
  readonly limits95: Interval;
  readonly limits998: Interval;
}

/** Where a team lies. */
export type FunnelPosition = 'inside' | 'above 95%' | 'below 95%' | 'above 99.8%' | 'below 99.8%';

export interface FunnelCounts {
  readonly team: string;
  readonly n: number;
  readonly events: number;
}

export interface FunnelTeam extends FunnelCounts, FunnelLimits {
  readonly rate: number;
  /** Wilson's, 95%. */
  readonly interval: Interval;
  readonly position: FunnelPosition;
  /** Limits that allow for teams differing by more than chance; null under 20 teams. */
  readonly overdispersed: (FunnelLimits & { readonly position: FunnelPosition }) | null;
}

export interface ProportionFunnel {
  readonly status: 'computed';
  readonly target: number;
  readonly targetIs: 'rate of all clients' | 'given';
  readonly teams: readonly FunnelTeam[];
  /** Null under 20 teams, where it says too little to be shown. */
  readonly overdispersion: Overdispersion | null;
  readonly method: string;
  readonly warnings: readonly string[];
}

/** Overdispersion is shown from this many teams on (outcome definitions, section 8). */
export const FEWEST_TEAMS_FOR_OVERDISPERSION = 20;

const Z95 = normalQuantile(0.975);
const Z998 = normalQuantile(0.999);

export function positionOf(value: number, { limits95, limits998 }: FunnelLimits): FunnelPosition {
  if (value > limits998.upper) return 'above 99.8%';
  if (value < limits998.lower) return 'below 99.8%';
  if (value > limits95.upper) return 'above 95%';
  return value < limits95.lower ? 'below 95%' : 'inside';
}

/** Both pairs of limits from what one gives for a normal quantile. */
export function bothLimits(limitsAt: (z: number) => Interval): FunnelLimits {
  return { limits95: limitsAt(Z95), limits998: limitsAt(Z998) };
}

/**
 * Limits of a funnel plot of rates at a number of clients: the curve, and the limits of a team.
 * Formula: p +- z sqrt(p (1 - p) / n), held between 0 and 1; with variation between teams
 * sin^2(asin(sqrt p) +- z sqrt(1 / (4 n) + tau^2)), the angle held between 0 and a right one.
 *
 * @param target p, 0 to 1
 * @param n clients, above 0; need not be whole, for a curve
 * @param tauSquared between teams on the scale of asin(sqrt(p)); 0 gives the first formula
 * @returns limits at 95% and 99.8%
 * @throws RangeError for a target outside 0 to 1, n not positive, or a negative tauSquared
 * Source: outcome definitions, section 8; Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202. Checked
 * against intervals.expected.json and teams.expected.json (R).
 */
export function funnelLimits(target: number, n: number, tauSquared = 0): FunnelLimits {
  if (!(target >= 0 && target <= 1)) {
    throw new RangeError('funnelLimits: target must lie from 0 to 1');
  }
  if (!(n > 0)) throw new RangeError('funnelLimits: n must be positive');
  if (!(tauSquared >= 0)) throw new RangeError('funnelLimits: tauSquared must be 0 or more');
  if (tauSquared === 0) {
    const spread = Math.sqrt((target * (1 - target)) / n);
    return bothLimits((z) => ({
      lower: Math.max(0, target - z * spread),
      upper: Math.min(1, target + z * spread),
    }));
  }
  return transformedLimits(target, n, tauSquared);
}

/** Limits on the arcsine scale, where the error of a team does not depend on its rate. */
function transformedLimits(target: number, n: number, tauSquared: number): FunnelLimits {
  const centre = Math.asin(Math.sqrt(target));
  const spread = Math.sqrt(1 / (4 * n) + tauSquared);
  return bothLimits((z) => ({
    lower: Math.sin(Math.max(0, centre - z * spread)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, centre + z * spread)) ** 2,
  }));
}

/**
 * Funnel plot of job-entry rates: which teams lie further from the target than chance explains.
 * Formula: limits of funnelLimits about the target; from 20 teams on phi and tau^2 of asin(sqrt(rate)) with errors
 * 1 / (2 sqrt n), and limits with them on that scale (also where tau^2 is 0).
 *
 * @param teams counts of each team, n of at least 1
 * @param target a given rate; the rate of all clients when left out
 * @returns every team with its limits and position, in the order given; 'too-few' without a team
 * @throws RangeError for impossible counts or a target outside 0 to 1
 * Source: outcome definitions, section 8; Spiegelhalter (2005). Checked against teams.expected.json (R).
 */
export function proportionFunnel(
  teams: readonly FunnelCounts[],
  target?: number,
): ProportionFunnel | { readonly status: 'too-few'; readonly reason: string } {
  for (const { n, events } of teams) {
    requireCounts('proportionFunnel', events, n, { successes: 'events', n: 'n' });
  }
  if (teams.length === 0) return { status: 'too-few', reason: 'there is no team' };
  const total = (key: 'n' | 'events'): number => teams.reduce((sum, team) => sum + team[key], 0);
  const centre = target ?? total('events') / total('n');
  const spread =
    teams.length < FEWEST_TEAMS_FOR_OVERDISPERSION
      ? null
      : overdispersion(
          teams.map(({ events, n }) => Math.asin(Math.sqrt(events / n))),
          Math.asin(Math.sqrt(centre)),
          teams.map(({ n }) => 1 / (2 * Math.sqrt(n))),
        );
  return {
    status: 'computed',
    target: centre,
    targetIs: target === undefined ? 'rate of all clients' : 'given',
    teams: teams.map((team) => {
      const rate = team.events / team.n;
      const limits = funnelLimits(centre, team.n);
      const wide = spread && transformedLimits(centre, team.n, spread.tauSquared);
      return {
        ...team,
        rate,
        interval: wilsonInterval(team.events, team.n),
        ...limits,
        position: positionOf(rate, limits),
        overdispersed: wide && { ...wide, position: positionOf(rate, wide) },
      };
    }),
    overdispersion: spread,
    method: 'normal limits about the target; arcsine scale with variation between teams',
    warnings: fewTeamsWarning(teams.length),
  };
}

export function fewTeamsWarning(teams: number): string[] {
  return teams < FEWEST_TEAMS_FOR_OVERDISPERSION
    ? [`${teams} teams are too few to say how much they differ beyond chance`]
    : [];
}
