import { quantile } from '#scoring/statistics/quantile.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';
import { at, item } from '#scoring/statistics/vectors.ts';
import type { TeamEffect } from './team-effect.ts';

/** A team's place among the teams, 1 for the highest: the middle of the draws, and where most of them put it. */
export interface RankInterval {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

export interface RankOptions {
  readonly seed: number;
  /** Draws of all teams' effects; 2,000 when left out. */
  readonly draws?: number;
  /** Share of the draws between the ends, 0 to 1; 0.95 when left out. */
  readonly level?: number;
}

export const RANK_DRAWS = 2000;

function intervalOf(places: readonly number[], level: number): RankInterval {
  const tail = (1 - level) / 2;
  return {
    median: quantile(places, 0.5),
    lower: Math.floor(quantile(places, tail)),
    upper: Math.ceil(quantile(places, 1 - tail)),
  };
}

/** One draw of each effect, normal about it. */
function drawsOf(effects: readonly TeamEffect[], seed: number, draws: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: draws }, () =>
    effects.map(({ effect, standardError }) => effect + standardError * random.normal()),
  );
}

function requireDraws(caller: string, draws: number): void {
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`${caller}: draws must be a whole number of at least 1`);
  }
}

/**
 * Which places teams may have, so that nobody reads an order out of estimates that chance could reorder.
 * Formula: every draw takes each team's effect from a normal distribution about it and puts the teams in order; the ends
 * are quantiles of a team's places, rounded outwards to whole ones.
 *
 * @param effects of the teams
 * @param options seed, draws, level
 * @returns median and interval of each team's place, in the order given
 * @throws RangeError for draws under 1, or a seed that is not a whole number
 * Source: outcome definitions, section 8; Goldstein and Spiegelhalter (1996), Journal of the Royal Statistical Society A
 * 159, 385-443. Checked by simulation and by example.
 */
export function rankIntervals(
  effects: readonly TeamEffect[],
  { seed, draws = RANK_DRAWS, level = 0.95 }: RankOptions,
): RankInterval[] {
  requireDraws('rankIntervals', draws);
  const places = effects.map((): number[] => []);
  for (const values of drawsOf(effects, seed, draws)) {
    const order = [...values.keys()].sort((a, b) => at(values, b) - at(values, a));
    for (const [place, team] of order.entries()) item(places, team).push(place + 1);
  }
  return places.map((of) => intervalOf(of, level));
}

/**
 * The place that one more team would have among others: a team's own exact effect among those that it may see rounded.
 * Formula: as rankIntervals, with 1 + the number of others above it in each draw.
 *
 * @param own effect of the team
 * @param others effects of the other teams
 * @param options seed, draws, level
 * @returns median and interval of its place, 1 to the number of others + 1
 * @throws RangeError as rankIntervals
 * Source: as rankIntervals. Checked: within draws of rankIntervals over all of them.
 */
export function rankAmong(
  own: TeamEffect,
  others: readonly TeamEffect[],
  { seed, draws = RANK_DRAWS, level = 0.95 }: RankOptions,
): RankInterval {
  requireDraws('rankAmong', draws);
  const places = drawsOf([own, ...others], seed, draws).map(([value = 0, ...rest]) =>
    rest.reduce((place, other) => place + (other > value ? 1 : 0), 1),
  );
  return intervalOf(places, level);
}
