import { requireCounts } from '../checks.ts';
import { sum } from '../vectors.ts';
import type { LimitsResult } from './limits.ts';
import { LIMIT_FACTOR, meanMovingRange } from './moving-range.ts';

/** One point of a chart of proportions: successes of n. */
export interface ProportionPoint {
  readonly successes: number;
  readonly n: number;
}

export interface ProportionLimitsOptions {
  /** Laney's p-prime: the limits are stretched by how far points vary beyond chance from one to the next. */
  readonly prime?: boolean;
  /** With p-prime: leave large moving ranges out (see meanMovingRange). */
  readonly screened?: boolean;
}

/**
 * Limits of a chart of proportions (p, or Laney's p-prime), such as a team's job-entry rate by month.
 * Formula: p = all successes / all n of the baseline; p +- 3 s, s = sqrt(p (1 - p) / n) of each point.
 * p-prime: times the spread of z = (x / n - p) / s from point to point, mean moving range / 1.128 (so 2.66
 * instead of 3 times it). Limits are held to 0 and 1.
 *
 * @param baseline points that p and the spread are worked out from, in order of time
 * @param points points to give limits for
 * @param options prime and screened
 * @returns limits for each point; 'too-few' for no baseline (p-prime: under two points), 'constant' when
 * nobody or everybody succeeded in the baseline or, with p-prime, when z never moves
 * @throws RangeError for impossible counts
 * Source: Shewhart (1931); Laney (2002), Quality Engineering 14, 531-537. Checked against
 * control-charts.expected.json (R).
 */
export function proportionLimits(
  baseline: readonly ProportionPoint[],
  points: readonly ProportionPoint[],
  { prime = false, screened = false }: ProportionLimitsOptions = {},
): LimitsResult {
  for (const { successes, n } of [...baseline, ...points]) {
    requireCounts('proportionLimits', successes, n);
  }
  const fewest = prime ? 2 : 1;
  if (baseline.length < fewest) {
    const reason = `limits need at least ${prime ? 'two points' : 'one point'}`;
    return { status: 'too-few', reason };
  }
  const overall = sum(baseline.map(({ successes }) => successes)) / sum(baseline.map(({ n }) => n));
  if (overall === 0 || overall === 1) {
    const who = overall === 0 ? 'nobody' : 'everybody';
    return { status: 'constant', reason: `${who} in the baseline has the outcome` };
  }
  const sigma = (n: number): number => Math.sqrt((overall * (1 - overall)) / n);
  const standardised = baseline.map(({ successes, n }) => (successes / n - overall) / sigma(n));
  const factor = prime ? LIMIT_FACTOR * meanMovingRange(standardised, screened) : 3;
  if (factor === 0) {
    return { status: 'constant', reason: 'every proportion of the baseline is the same' };
  }
  return {
    status: 'computed',
    limits: points.map(({ n }) => {
      const reach = factor * sigma(n);
      return {
        mean: overall,
        lower: Math.max(0, overall - reach),
        upper: Math.min(1, overall + reach),
        sigma: reach / 3,
      };
    }),
  };
}
