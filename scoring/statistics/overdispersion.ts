import { requireFinite, requireSameLength } from './checks.ts';
import { quantile } from './quantile.ts';
import { at, sum } from './vectors.ts';

/** How much more teams differ than chance among their clients explains. */
export interface Overdispersion {
  /** Mean of squared winsorised z scores: about 0.7 by chance alone, since the tails are held in; tau^2 begins at about 1. */
  readonly phi: number;
  /** Variance between teams on the scale of the values; 0 where chance explains all. */
  readonly tauSquared: number;
}

const WINSORISED = 0.1;

/**
 * Variation between teams beyond chance, for the limits of a funnel plot.
 * Formula: z = (y - target) / s, held between its 10% and 90% quantiles (type 7); phi = mean of z^2;
 * tau^2 = (J phi - (J - 1)) / (sum w - sum w^2 / sum w) with w = 1 / s^2, and 0 where that is negative.
 *
 * @param values y, one per team, on a scale where s does not depend on y (arcsine root, root)
 * @param target on the same scale
 * @param standardErrors s, each positive
 * @returns phi and tau^2; tau^2 is 0 for a single team
 * @throws RangeError without a team, for lengths that differ, values not finite, an error of 0 or less
 * Source: Spiegelhalter (2005), Quality and Safety in Health Care 14, 347-351, and Statistics in Medicine 24, 1185-1202.
 * Checked against teams.expected.json and regression-extra.expected.json (R).
 */
export function overdispersion(
  values: readonly number[],
  target: number,
  standardErrors: readonly number[],
): Overdispersion {
  const caller = 'overdispersion';
  requireSameLength(caller, 'values and standardErrors', [values, standardErrors]);
  requireFinite(caller, 'values, target and standardErrors', [
    ...values,
    target,
    ...standardErrors,
  ]);
  if (values.length === 0) throw new RangeError(`${caller}: values must not be empty`);
  if (standardErrors.some((error) => error <= 0)) {
    throw new RangeError(`${caller}: standardErrors must be positive`);
  }
  const z = values.map((value, i) => (value - target) / at(standardErrors, i));
  const [low, high] = [quantile(z, WINSORISED), quantile(z, 1 - WINSORISED)];
  const teams = values.length;
  const phi = sum(z.map((value) => Math.min(high, Math.max(low, value)) ** 2)) / teams;
  const weights = standardErrors.map((error) => 1 / error ** 2);
  const room = sum(weights) - sum(weights.map((weight) => weight ** 2)) / sum(weights);
  const excess = teams * phi - (teams - 1);
  return { phi, tauSquared: teams > 1 && excess > 0 ? excess / room : 0 };
}
