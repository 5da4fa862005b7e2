import { requireLevel, requireSameLength } from '../checks.ts';
import { normalQuantile } from '../distributions.ts';
import { at, item, sum } from '../vectors.ts';

export type KappaWeights = 'none' | 'linear' | 'quadratic';

export type WeightedKappa =
  | {
      readonly status: 'computed';
      /** 1 for perfect agreement, 0 for what chance would give. */
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
      readonly standardError: number;
      readonly observed: number;
      /** Weighted agreement to expect by chance from how often each rater uses each category. */
      readonly expected: number;
      readonly weights: KappaWeights;
      readonly n: number;
      readonly method: 'Cohen kappa, Fleiss-Cohen-Everitt error';
    }
  | { readonly status: 'too-few' | 'constant'; readonly n: number; readonly reason: string };

/** How much a pair of categories counts as agreement: 1 for the same, 0 for the ends of the scale. */
function agreementWeight(i: number, j: number, categories: number, weights: KappaWeights): number {
  if (weights === 'none') return i === j ? 1 : 0;
  const distance = Math.abs(i - j) / (categories - 1);
  return 1 - (weights === 'linear' ? distance : distance * distance);
}

/** Shares of all pairs by category of the first and of the second rater. */
function crossTable(
  first: readonly number[],
  second: readonly number[],
  categories: readonly number[],
): number[][] {
  const place = new Map(categories.map((category, i) => [category, i]));
  const placeOf = (score: number): number => {
    const found = place.get(score);
    if (found === undefined) {
      throw new RangeError(`weightedKappa: ${score} is not one of the categories`);
    }
    return found;
  };
  const table = categories.map(() => categories.map(() => 0));
  for (const [i, score] of first.entries()) {
    const row = item(table, placeOf(score));
    const column = placeOf(at(second, i));
    row[column] = at(row, column) + 1 / first.length;
  }
  return table;
}

/**
 * Agreement of two raters beyond chance on an ordered scale: a disagreement by two points weighs more than
 * one by one.
 * Formula: (Po - Pe) / (1 - Pe), Po = sum w p(ij), Pe = sum w p(i.) p(.j), w = 1 - (|i - j| / (k - 1))^2
 * (quadratic), 1 - |i - j| / (k - 1) (linear) or same / not the same; variance [sum p(ij) (w - (w(i.) +
 * w(.j)) (1 - kappa))^2 - (kappa - Pe (1 - kappa))^2] / (n (1 - Pe)^2) with w(i.) = sum w p(.j) and w(.j) =
 * sum w p(i.); interval kappa +- z error, held to -1 and 1.
 *
 * @param first, second the two scores of each item, same length
 * @param categories every score that can be given, lowest first, at least two
 * @param weights 'quadratic' unless said
 * @param level confidence, 0 to 1, usually 0.95
 * @returns kappa, interval, error, observed and expected agreement, n; 'too-few' for no pair, 'constant'
 * when both use one and the same category throughout
 * @throws RangeError for a score that is no category, under two categories, lengths that differ, a level
 * outside 0 to 1
 * Source: Cohen (1968); Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327; R's
 * psych::cohen.kappa. Checked against agreement.expected.json and agreement-extra.expected.json (R).
 */
export function weightedKappa(
  first: readonly number[],
  second: readonly number[],
  categories: readonly number[],
  weights: KappaWeights = 'quadratic',
  level = 0.95,
): WeightedKappa {
  const caller = 'weightedKappa';
  requireSameLength(caller, 'first and second', [first, second]);
  requireLevel(caller, level);
  if (new Set(categories).size < 2 || new Set(categories).size !== categories.length) {
    throw new RangeError(`${caller}: there must be at least two categories, each given once`);
  }
  const n = first.length;
  if (n === 0) return { status: 'too-few', n, reason: 'nothing was rated twice' };
  const table = crossTable(first, second, categories);
  const k = categories.length;
  const weight = (i: number, j: number): number => agreementWeight(i, j, k, weights);
  const rows = table.map((row) => sum(row));
  const columns = categories.map((_, j) => sum(table.map((row) => at(row, j))));
  const rowWeights = rows.map((_, i) => sum(columns.map((share, j) => weight(i, j) * share)));
  const columnWeights = columns.map((_, j) => sum(rows.map((share, i) => weight(i, j) * share)));
  const total = (of: (i: number, j: number, share: number) => number): number =>
    sum(table.flatMap((row, i) => row.map((share, j) => of(i, j, share))));
  const observed = total((i, j, share) => weight(i, j) * share);
  const expected = sum(rows.map((share, i) => share * at(rowWeights, i)));
  const room = 1 - expected;
  if (room < 1e-12) {
    return { status: 'constant', n, reason: 'both raters use one category throughout' };
  }
  const value = (observed - expected) / room;
  const squares = total((i, j, share) => {
    const fromChance = (at(rowWeights, i) + at(columnWeights, j)) * (1 - value);
    return share * (weight(i, j) - fromChance) ** 2;
  });
  const variance = (squares - (value - expected * (1 - value)) ** 2) / (n * room * room);
  const standardError = Math.sqrt(Math.max(0, variance));
  const reach = normalQuantile(1 - (1 - level) / 2) * standardError;
  return {
    status: 'computed',
    value,
    lower: Math.max(-1, value - reach),
    upper: Math.min(1, value + reach),
    standardError,
    observed,
    expected,
    weights,
    n,
    method: 'Cohen kappa, Fleiss-Cohen-Everitt error',
  };
}
