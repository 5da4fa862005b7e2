import type { LogisticFit } from '#scoring/statistics/logistic-result.ts';

import { twoDigits, wholePoints } from '../few-digits.ts';
import type { Limits, MainInterval, RowEstimate } from './report.ts';

/**
 * One coefficient as odds ratio and average effect, for so many units of a measurement; null where the model
 * left the column out.
 */
export function estimateOf(
  fit: LogisticFit,
  column: string,
  category: string | null,
  units = 1,
): RowEstimate | null {
  const found = fit.coefficients.find((one) => one.term === column && one.category === category);
  if (found === undefined) return null;
  const { wald, profile } = found;
  return {
    oddsRatio: twoDigits(Math.exp(units * found.estimate)),
    wald: { ...limitsOf(wald, units), p: chance(found.p) },
    profile:
      profile === null
        ? null
        : {
            ...limitsOf(profile, units),
            p: profile.p === null ? null : chance(profile.p),
          },
    clusterRobust: robustOf(fit, found.name, units),
    effect: effectOf(fit, column, category, units),
  };
}

function robustOf(
  { clusterRobust }: LogisticFit,
  name: string,
  units: number,
): RowEstimate['clusterRobust'] {
  if (clusterRobust?.status !== 'computed') return null;
  const found = clusterRobust.coefficients.find((one) => one.name === name);
  if (found === undefined) return null;
  return { ...limitsOf(found, units), p: chance(found.p) };
}

/** Limits of log odds as those of an odds ratio; null where the likelihood never falls that far. */
function limitsOf(
  { lower, upper }: { lower: number | null; upper: number | null },
  units: number,
): Limits {
  const limit = (logOdds: number | null): number | null =>
    logOdds === null ? null : twoDigits(Math.exp(units * logOdds));
  return {
    lower: limit(lower),
    upper: limit(upper),
    isClear: (lower ?? -Infinity) > 0 || (upper ?? Infinity) < 0,
  };
}

function effectOf(
  { marginalEffects }: LogisticFit,
  column: string,
  category: string | null,
  units: number,
): RowEstimate['effect'] {
  const found = marginalEffects?.find((one) => one.column === column && one.category === category);
  if (found === undefined) return null;
  return {
    value: wholePoints(units * found.effect),
    lower: wholePoints(units * found.lower),
    upper: wholePoints(units * found.upper),
    p: chance(found.p),
  };
}

/** The interval that a model's readings go by: the one that allows for most. */
export function mainIntervalOf({ clusterRobust, coefficients }: LogisticFit): MainInterval {
  if (clusterRobust?.status === 'computed') return 'cluster-robust';
  return coefficients.some(({ profile }) => profile !== null) ? 'profile' : 'Wald';
}

/** One digit: near 1, a second one would tell more of the estimate than the odds ratio does. */
function chance(p: number): number {
  return Number(p.toPrecision(1));
}
