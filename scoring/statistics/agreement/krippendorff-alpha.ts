import { at, item, sum } from '../vectors.ts';

/** How far apart two scores are: the same or not, by rank, or by points. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval';

export type KrippendorffAlpha =
  | {
      readonly status: 'computed';
      /** 1 for perfect agreement, 0 for what chance would give. */
      readonly value: number;
      readonly metric: AlphaMetric;
      /** Units scored by at least two raters. */
      readonly units: number;
      /** Scores in them. */
      readonly n: number;
      readonly excluded: number;
    }
  | {
      readonly status: 'too-few' | 'constant';
      readonly units: number;
      readonly n: number;
      readonly excluded: number;
      readonly reason: string;
    };

/** Square distances between categories; for ranks, by how many scores lie between them. */
function distances(
  categories: readonly number[],
  counts: readonly number[],
  metric: AlphaMetric,
): number[][] {
  const below = counts.map((count, i) => sum(counts.slice(0, i)) + count / 2);
  return categories.map((a, i) =>
    categories.map((b, j) => {
      if (metric === 'nominal') return i === j ? 0 : 1;
      return metric === 'interval' ? (a - b) ** 2 : (at(below, i) - at(below, j)) ** 2;
    }),
  );
}

/**
 * Agreement beyond chance among any number of raters, when some scores are missing.
 * Formula: 1 - Do / De. Do: mean square distance of pairs of scores of one unit, each unit's pairs weighted
 * by 1 / (its scores - 1). De: mean square distance of all pairs of scores whatever the unit. Distance:
 * same or not (nominal), number of scores between two categories with half of either (ordinal), difference
 * (interval).
 *
 * @param table one row per unit, one entry per rater; undefined for no score
 * @param metric 'ordinal' unless said, as suits fidelity scores
 * @returns alpha, units and scores used, scores excluded because their unit has no other; 'too-few' when no
 * unit has two scores, 'constant' when all scores are equal
 * @throws RangeError for a score that is not finite
 * Source: Krippendorff, Content Analysis, chapter on reliability. Checked against its published example (4
 * raters, 12 units: .743 nominal, .815 ordinal, .849 interval) and every pair counted in R
 * (agreement-extra.expected.json).
 */
export function krippendorffAlpha(
  table: readonly (readonly (number | undefined)[])[],
  metric: AlphaMetric = 'ordinal',
): KrippendorffAlpha {
  const scored = table.map((row) => row.filter((score) => score !== undefined));
  if (!scored.flat().every(Number.isFinite)) {
    throw new RangeError('krippendorffAlpha: every score must be a finite number');
  }
  const units = scored.filter((scores) => scores.length >= 2);
  const all = units.flat();
  const size = { units: units.length, n: all.length, excluded: scored.flat().length - all.length };
  if (units.length === 0) {
    return { status: 'too-few', ...size, reason: 'no unit was scored twice' };
  }
  const categories = [...new Set(all)].sort((a, b) => a - b);
  if (categories.length === 1) {
    return { status: 'constant', ...size, reason: 'every score is the same' };
  }
  const count = (scores: readonly number[]): number[] =>
    categories.map((category) => scores.filter((score) => score === category).length);
  const totals = count(all);
  const apart = distances(categories, totals, metric);
  /** Sum of square distances over all ordered pairs of different scores. */
  const disagreement = (counts: readonly number[]): number =>
    sum(counts.flatMap((a, i) => counts.map((b, j) => a * b * at(item(apart, i), j))));
  const observed = sum(units.map((scores) => disagreement(count(scores)) / (scores.length - 1)));
  const expected = disagreement(totals) / (all.length - 1);
  return { status: 'computed', value: 1 - observed / expected, metric, ...size };
}
