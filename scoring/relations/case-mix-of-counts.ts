import { normalQuantile } from '#scoring/statistics/distributions.ts';
import { wilsonInterval, type Interval } from '#scoring/statistics/wilson-interval.ts';
import { funnelLimits, positionOf, type FunnelLimits, type FunnelPosition } from './funnel.ts';
import { ratioLimits } from './ratio-funnel.ts';
import { standardisedRate } from './standardised-rate.ts';
import { teamEffect, type TeamEffect } from './team-effect.ts';

/** Counts of a team as a reader may see them: rounded, or its own exactly. */
export interface Counts {
  readonly n: number;
  readonly events: number;
}

/** What the models say of a team's clients, whatever became of them. */
export interface ModelOfTeam {
  /** Mean chance of a job entry by the model without teams, 0 to 1. */
  readonly expectedRate: number;
  /** Mean of p (1 - p) by the same model. */
  readonly variancePerClient: number;
  /** Log odds of each client by the random-intercept model, without the team's own part; null without that model. */
  readonly fixedLogOdds: readonly number[] | null;
}

/** What holds for all teams. */
export interface AllTeams {
  /** Job entries per client of all, the centre of the funnel of rates. */
  readonly rate: number;
  /** Between teams, on the scale of asin(sqrt(rate)); null where there is none, or too few teams to tell. */
  readonly rateTauSquared: number | null;
  /** Between teams, on the scale of the root of observed over expected; null as above. */
  readonly ratioTauSquared: number | null;
  /** Standard deviation of the random intercepts. */
  readonly spread: number;
}

/** Limits, and where the team lies; the second pair allows for teams differing by more than chance. */
export interface TeamFunnel extends FunnelLimits {
  readonly position: FunnelPosition;
  readonly overdispersed: (FunnelLimits & { readonly position: FunnelPosition }) | null;
}

export interface CaseMixOfCounts {
  readonly rate: number;
  /** Wilson's, 95%. */
  readonly interval: Interval;
  readonly rateFunnel: TeamFunnel;
  readonly expectedRate: number;
  /** Expected job entries of so many clients. */
  readonly expected: number;
  /** Observed over expected job entries. */
  readonly ratio: number;
  readonly ratioInterval: Interval;
  readonly ratioFunnel: TeamFunnel;
  /** Standardised indirectly: the ratio times the rate of all, held at 1. */
  readonly standardisedRate: number;
  readonly effect: TeamEffect | null;
  /** The rate of all moved by the effect on the scale of log odds; null without that model. */
  readonly adjustedRate: number | null;
  readonly adjustedInterval: Interval | null;
}

const Z95 = normalQuantile(0.975);

function logit(rate: number): number {
  return Math.log(rate / (1 - rate));
}

function rateOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function funnelOf(value: number, limits: FunnelLimits, wide: FunnelLimits | null): TeamFunnel {
  return {
    ...limits,
    position: positionOf(value, limits),
    overdispersed: wide && { ...wide, position: positionOf(value, wide) },
  };
}

/**
 * The case mix of one team from counts as they may be shown and from the models, and from nothing else.
 *
 * For: the case mix page, where a figure from exact counts beside rounded ones would give the exact ones away.
 * Formula: E = n times the mean chance, sum p (1 - p) = n times its mean; observed over E with limits of ratioLimits and
 * Wilson's interval over the expected rate; standardisedRate of the ratio; adjusted rate = logit^-1(logit of the rate of
 * all + teamEffect), interval from effect +- z error on that scale.
 *
 * @param counts clients and job entries, n at least 1
 * @param model of the team's clients; rates between 0 and 1, both excluded
 * @param all what holds for all teams, its rate between 0 and 1
 * @returns every figure of the team's row
 * @throws RangeError as wilsonInterval, funnelLimits, ratioLimits and teamEffect
 * Source: outcome definitions, sections 6 and 8. Checked: with exact counts the figures of caseMix, proportionFunnel and
 * adjustedRates.
 */
export function caseMixOfCounts(
  counts: Counts,
  { expectedRate, variancePerClient, fixedLogOdds }: ModelOfTeam,
  all: AllTeams,
): CaseMixOfCounts {
  const { n, events } = counts;
  const rate = events / n;
  const interval = wilsonInterval(events, n);
  const team = { expected: n * expectedRate, variance: n * variancePerClient };
  const ratio = events / team.expected;
  const effect = fixedLogOdds && teamEffect(fixedLogOdds, counts, all.spread);
  const centre = logit(all.rate);
  return {
    rate,
    interval,
    rateFunnel: funnelOf(
      rate,
      funnelLimits(all.rate, n),
      all.rateTauSquared === null ? null : funnelLimits(all.rate, n, all.rateTauSquared),
    ),
    expectedRate,
    expected: team.expected,
    ratio,
    ratioInterval: {
      lower: interval.lower / expectedRate,
      upper: interval.upper / expectedRate,
    },
    ratioFunnel: funnelOf(
      ratio,
      ratioLimits(team),
      all.ratioTauSquared === null ? null : ratioLimits(team, all.ratioTauSquared),
    ),
    standardisedRate: standardisedRate(ratio, all.rate),
    effect,
    adjustedRate: effect && rateOf(centre + effect.effect),
    adjustedInterval: effect && {
      lower: rateOf(centre + effect.effect - Z95 * effect.standardError),
      upper: rateOf(centre + effect.effect + Z95 * effect.standardError),
    },
  };
}
