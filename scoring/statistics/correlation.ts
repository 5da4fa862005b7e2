import { requireFinite, requireLevel, requireProbability, requireSameLength } from './checks.ts';
import { normalQuantile, normalUpper, studentTTwoSided } from './distributions.ts';
import { midranks } from './ranks.ts';
import { at, largestAbsolute, mean } from './vectors.ts';

export interface ComputedCorrelation {
  readonly status: 'computed';
  /** The correlation, -1 to 1 (Spearman's rho for ranks). */
  readonly r: number;
  readonly lower: number;
  readonly upper: number;
  /** Two-sided, from t with n - 2 degrees of freedom. */
  readonly p: number;
  readonly n: number;
  /** The correlation that this n finds in four of five cases at 5%. */
  readonly smallestDetectable: number;
}

export interface NoCorrelation {
  readonly status: 'too-few' | 'constant';
  readonly n: number;
  readonly reason: string;
}

export type Correlation = ComputedCorrelation | NoCorrelation;

/** Pairs below this number give no interval: Fisher's z has variance 1 / (n - 3). */
const FEWEST_PAIRS = 4;

/**
 * The correlation that a number of pairs finds with a given power: printed beside every correlation so
 * that "not significant" is not read as "none".
 * Formula: tanh((z(1 - alpha / 2) + z(power)) / sqrt(n - 3)).
 *
 * @param n pairs, a whole number of at least 4
 * @param power chance of finding it, 0 to 1, usually 0.8
 * @param alpha two-sided significance level, 0 to 1, usually 0.05
 * @returns a correlation, 0 to 1
 * @throws RangeError for n under 4, or power or alpha outside 0 to 1
 * Source: Fisher's z transformation. Checked against the figures of the fidelity literature: 8 teams
 * .85, 30 .49, 63 .35, 79 .31, 100 .28.
 */
export function smallestDetectableCorrelation(n: number, power = 0.8, alpha = 0.05): number {
  if (!Number.isSafeInteger(n) || n < FEWEST_PAIRS) {
    throw new RangeError('smallestDetectableCorrelation: n must be a whole number of at least 4');
  }
  requireProbability('smallestDetectableCorrelation (power)', power);
  requireProbability('smallestDetectableCorrelation (alpha)', alpha);
  return Math.tanh((normalQuantile(1 - alpha / 2) + normalQuantile(power)) / Math.sqrt(n - 3));
}

/**
 * The chance that this many pairs show a correlation when the true one is r: what a null result is worth.
 * Formula: with s = |atanh r| sqrt(n - 3) and z the two-sided quantile, P(Z > z - s) + P(Z > z + s).
 *
 * @param n pairs, a whole number of at least 4
 * @param r true correlation, strictly between -1 and 1
 * @param alpha two-sided significance level, 0 to 1, usually 0.05
 * @returns a probability; alpha itself for r = 0
 * @throws RangeError for n under 4, r not between -1 and 1, or alpha outside 0 to 1
 * Source: Fisher's z transformation. Checked against the formula worked in R (tests.expected.json).
 */
export function correlationPower(n: number, r: number, alpha = 0.05): number {
  if (!Number.isSafeInteger(n) || n < FEWEST_PAIRS) {
    throw new RangeError('correlationPower: n must be a whole number of at least 4');
  }
  if (!(r > -1 && r < 1)) throw new RangeError('correlationPower: r must lie between -1 and 1');
  requireProbability('correlationPower (alpha)', alpha);
  const shift = Math.abs(Math.atanh(r)) * Math.sqrt(n - 3);
  const z = -normalQuantile(alpha / 2);
  return normalUpper(z - shift) + normalUpper(z + shift);
}

/** Product-moment correlation of columns scaled to a largest deviation of 1, so nothing overflows. */
function productMoment(x: readonly number[], y: readonly number[]): number {
  const deviations = (values: readonly number[]): number[] => {
    const centre = mean(values);
    const raw = values.map((value) => value - centre);
    const largest = largestAbsolute(raw);
    return raw.map((value) => value / largest);
  };
  const dx = deviations(x);
  const dy = deviations(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [index, value] of dx.entries()) {
    const other = at(dy, index);
    xx += value * value;
    yy += other * other;
    xy += value * other;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

function correlate(
  caller: string,
  x: readonly number[],
  y: readonly number[],
  level: number,
  transform: (values: readonly number[]) => readonly number[],
  varianceFactor: (r: number) => number,
): Correlation {
  requireSameLength(caller, 'x and y', [x, y]);
  requireFinite(caller, 'x', x);
  requireFinite(caller, 'y', y);
  requireLevel(caller, level);
  const n = x.length;
  if (n < FEWEST_PAIRS) {
    return { status: 'too-few', n, reason: `a correlation with an interval needs 4 pairs` };
  }
  const constant = [x, y].findIndex((values) => values.every((value) => value === values[0]));
  if (constant >= 0) {
    const which = constant === 0 ? 'x' : 'y';
    return { status: 'constant', n, reason: `every value of ${which} is the same` };
  }
  const r = productMoment(transform(x), transform(y));
  const reach =
    (normalQuantile(1 - (1 - level) / 2) * Math.sqrt(varianceFactor(r))) / Math.sqrt(n - 3);
  return {
    status: 'computed',
    r,
    lower: Math.tanh(Math.atanh(r) - reach),
    upper: Math.tanh(Math.atanh(r) + reach),
    p: studentTTwoSided(r * Math.sqrt((n - 2) / ((1 - r) * (1 + r))), n - 2),
    n,
    smallestDetectable: smallestDetectableCorrelation(n),
  };
}

/**
 * Pearson correlation with its interval and p value: each input of a team against its job-entry rate.
 * Formula: r = sum of products of deviations / root of the product of their squares;
 * interval tanh(atanh r +- z / sqrt(n - 3)); t = r sqrt((n - 2) / (1 - r^2)) with n - 2 df.
 *
 * @param x, y the two values of each unit, same length, finite, any unit
 * @param level confidence, 0 to 1, usually 0.95
 * @returns r, interval, two-sided p, n and the smallest detectable correlation; 'too-few' under 4
 * pairs; 'constant' when either column does not vary
 * @throws RangeError for lengths that differ, values that are not finite, a level outside 0 to 1
 * Source: Fisher (1921) for the interval; R's cor.test. Checked against teams.expected.json.
 */
export function pearsonCorrelation(
  x: readonly number[],
  y: readonly number[],
  level = 0.95,
): Correlation {
  return correlate(
    'pearsonCorrelation',
    x,
    y,
    level,
    (values) => values,
    () => 1,
  );
}

/**
 * Spearman rank correlation with its interval and p value: like Pearson's, but of midranks, so that
 * one extreme team does not decide.
 * Formula: r of the midranks; interval tanh(atanh r +- z sqrt((1 + r^2 / 2) / (n - 3))); p from t with
 * n - 2 df as for Pearson.
 *
 * @param x, y the two values of each unit, same length, finite, any unit
 * @param level confidence, 0 to 1, usually 0.95
 * @returns as pearsonCorrelation, r being rho
 * @throws RangeError as pearsonCorrelation
 * Source: Bonett and Wright (2000), Psychometrika 65, 23-28, for the interval; R's cor for rho.
 * Checked against teams.expected.json.
 */
export function spearmanCorrelation(
  x: readonly number[],
  y: readonly number[],
  level = 0.95,
): Correlation {
  return correlate('spearmanCorrelation', x, y, level, midranks, (r) => 1 + (r * r) / 2);
}
