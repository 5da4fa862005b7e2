import type { ModelSpec, Table } from '#scoring/statistics/model-frame.ts';
import {
  randomIntercept,
  type NoRandomInterceptFit,
  type RandomInterceptFit,
} from '#scoring/statistics/random-intercept.ts';
import { wilsonInterval, type Interval } from '#scoring/statistics/wilson-interval.ts';
import { RANK_DRAWS, rankIntervals, type RankInterval } from './rank-intervals.ts';

export interface AdjustedRate {
  readonly team: string;
  readonly n: number;
  readonly events: number;
  readonly rate: number;
  readonly interval: Interval;
  /** The rate of all clients moved by the team's conditional mode on the scale of log odds. */
  readonly adjustedRate: number;
  readonly adjustedInterval: Interval;
  /** Place among the teams, 1 for the highest, and where 95% of the draws put it; null where teams do not differ. */
  readonly rank: RankInterval | null;
}

export interface AdjustedRates {
  readonly status: 'computed';
  readonly overallRate: number;
  readonly teams: readonly AdjustedRate[];
  readonly model: RandomInterceptFit;
  readonly draws: number;
  readonly seed: number;
  readonly warnings: readonly string[];
}

export interface AdjustedRatesOptions {
  readonly seed: number;
  /** Draws of all teams' effects for the ranks; 2,000 when left out. */
  readonly draws?: number;
  readonly level?: number;
  /** Points of the quadrature; 15 when left out. */
  readonly points?: number;
}

function rate(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * Adjusted rates: what teams' rates look like once differences between their clients, and chance, are allowed for.
 * Formula: a random intercept per team beside the clients' factors; adjusted rate = logit^-1(logit of the rate of all
 * teams + conditional mode), interval from mode +- z error on the same scale; ranks from seeded draws of normal effects, the
 * middle share of them rounded outwards to whole places.
 *
 * @param table columns by name, one row a client
 * @param spec outcome, the clients' own factors, and the team as groups
 * @param options seed, draws, level, points of the quadrature
 * @returns one entry per team, in the order of the alphabet and never by rank; the statuses of randomIntercept without a fit
 * @throws RangeError as randomIntercept, for draws under 1, or weights that are not whole
 * Source: outcome definitions, section 8 (the rate of all clients as the centre is ours); Goldstein and Spiegelhalter (1996),
 * Journal of the Royal Statistical Society A 159, 385-443. Checked through randomIntercept and by simulation.
 */
export function adjustedRates(
  table: Table,
  spec: ModelSpec,
  options: AdjustedRatesOptions,
): AdjustedRates | NoRandomInterceptFit {
  const { seed, draws = RANK_DRAWS, level = 0.95, points = 15 } = options;
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError('adjustedRates: draws must be a whole number of at least 1');
  }
  const model = randomIntercept(table, spec, { level, points });
  if (model.status !== 'fitted') return model;
  const overallRate = model.events / model.n;
  const centre = Math.log(overallRate / (1 - overallRate));
  const ranks = model.spread > 0 ? rankIntervals(model.groups, { seed, draws, level }) : undefined;
  return {
    status: 'computed',
    overallRate,
    teams: model.groups.map(({ group, n, events, effect, lower, upper }, g) => ({
      team: group,
      n,
      events,
      rate: events / n,
      interval: wilsonInterval(events, n, level),
      adjustedRate: rate(centre + effect),
      adjustedInterval: { lower: rate(centre + lower), upper: rate(centre + upper) },
      rank: ranks?.[g] ?? null,
    })),
    model,
    draws,
    seed,
    warnings: model.warnings,
  };
}
