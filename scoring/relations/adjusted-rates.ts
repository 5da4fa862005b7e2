import type { ModelSpec, Table } from '#scoring/statistics/model-frame.ts';
import { quantile } from '#scoring/statistics/quantile.ts';
import {
  randomIntercept,
  type GroupEffect,
  type NoRandomInterceptFit,
  type RandomInterceptFit,
} from '#scoring/statistics/random-intercept.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';
import { at, item } from '#scoring/statistics/vectors.ts';
import { wilsonInterval, type Interval } from '#scoring/statistics/wilson-interval.ts';

export interface AdjustedRate {
  readonly team: string;
  readonly n: number;
  readonly events: number;
  readonly rate: number;
  readonly interval: Interval;
  /** The rate of all teams moved by the team's shrunken effect on the scale of log odds. */
  readonly shrunkenRate: number;
  readonly shrunkenInterval: Interval;
  /** Place among the teams, 1 for the highest, and where 95% of the draws put it; null where teams do not differ. */
  readonly rank: { readonly median: number; readonly lower: number; readonly upper: number } | null;
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

const DEFAULT_DRAWS = 2000;

function rate(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Ranks of every team in draws of their effects from their conditional distributions. */
function rankDraws(groups: readonly GroupEffect[], seed: number, draws: number): number[][] {
  const random = createRandom(seed);
  const ranks = groups.map((): number[] => []);
  for (let draw = 0; draw < draws; draw += 1) {
    const values = groups.map(
      ({ effect, standardError }) => effect + standardError * random.normal(),
    );
    const order = [...values.keys()].sort((a, b) => at(values, b) - at(values, a));
    for (const [place, team] of order.entries()) item(ranks, team).push(place + 1);
  }
  return ranks;
}

/**
 * Adjusted rates: what teams' rates look like once differences between their clients, and chance, are allowed for.
 * Formula: a random intercept per team beside the clients' factors; shrunken rate = logit^-1(logit of the rate of all
 * teams + conditional mode), interval from mode +- z error on the same scale; ranks from seeded draws of normal effects, the
 * middle share of them rounded outwards to whole places.
 *
 * @param table columns by name, one row a client
 * @param spec outcome, the clients' own factors, and the team as groups
 * @param options seed, draws, level, points of the quadrature
 * @returns one entry per team, in the order of the alphabet and never by rank; the statuses of randomIntercept without a fit
 * @throws RangeError as randomIntercept, for draws under 1, or weights that are not whole
 * Source: outcome definitions, section 8 (the rate of all teams as the centre is ours); Goldstein and Spiegelhalter (1996),
 * Journal of the Royal Statistical Society A 159, 385-443. Checked through randomIntercept and by simulation.
 */
export function adjustedRates(
  table: Table,
  spec: ModelSpec,
  options: AdjustedRatesOptions,
): AdjustedRates | NoRandomInterceptFit {
  const { seed, draws = DEFAULT_DRAWS, level = 0.95, points = 15 } = options;
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError('adjustedRates: draws must be a whole number of at least 1');
  }
  const model = randomIntercept(table, spec, { level, points });
  if (model.status !== 'fitted') return model;
  const overallRate = model.events / model.n;
  const centre = Math.log(overallRate / (1 - overallRate));
  const ranks = model.spread > 0 ? rankDraws(model.groups, seed, draws) : undefined;
  const tail = (1 - level) / 2;
  return {
    status: 'computed',
    overallRate,
    teams: model.groups.map(({ group, n, events, effect, lower, upper }, g) => {
      const places = ranks?.[g];
      return {
        team: group,
        n,
        events,
        rate: events / n,
        interval: wilsonInterval(events, n, level),
        shrunkenRate: rate(centre + effect),
        shrunkenInterval: { lower: rate(centre + lower), upper: rate(centre + upper) },
        rank:
          places === undefined
            ? null
            : {
                median: quantile(places, 0.5),
                lower: Math.floor(quantile(places, tail)),
                upper: Math.ceil(quantile(places, 1 - tail)),
              },
      };
    }),
    model,
    draws,
    seed,
    warnings: model.warnings,
  };
}
