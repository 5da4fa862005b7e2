import { requireLevel } from '../checks.ts';
import { fQuantile, fUpperQuantile } from '../distributions.ts';
import { mean, sum } from '../vectors.ts';
import { columnsOf, requireScoreTable, type ScoreTable } from './score-table.ts';

export type IntraclassCorrelation =
  | {
      readonly status: 'computed';
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
      readonly method: 'ICC(2,1), absolute agreement of single raters';
      /** Units rated. */
      readonly n: number;
      readonly raters: number;
    }
  | {
      readonly status: 'too-few' | 'constant' | 'no-error';
      readonly n: number;
      readonly raters: number;
      readonly reason: string;
    };

/** Degrees of freedom below which both quantiles of F are 0 to a computer. */
const LEAST_FREEDOM = 1e-4;

/** Sum of squared distances of some means from the mean of everything, times how many values each stands for. */
function between(groups: readonly (readonly number[])[], grand: number): number {
  return sum(groups.map((values) => values.length * (mean(values) - grand) ** 2));
}

/**
 * How far single raters, drawn from many, give a unit the same score: for totals of reviews scored twice.
 * Formula: two-way analysis of variance with mean squares B (units), J (raters), E (rest), n units and k
 * raters; (B - E) / (B + (k - 1) E + k (J - E) / n); limits n (f B - E) / (k J + (k n - k - n) E + n f B),
 * f the F quantiles with v and n - 1 degrees of freedom, v = (k - 1)(n - 1)(a + b)^2 / ((n - 1) a^2 + b^2),
 * a = k r J, b = (n (1 + (k - 1) r) - k r) E. Below 0, where raters agree less than chance, v can fall below 1 and
 * the 97.5% quantile of F below 1 with it, so that both limits lie on one side of the estimate; the interval is then
 * widened to the estimate, which can only raise its coverage.
 *
 * @param table one row per unit, one score per rater, none missing
 * @param level confidence, 0 to 1, usually 0.95
 * @returns the correlation with its interval; 'too-few' under two units or raters, 'constant' when all
 * scores, or all units, are equal, 'no-error' when raters agree exactly, so that there is nothing to make an interval of
 * @throws RangeError for rows that differ in length, scores that are not finite, a level outside 0 to 1
 * Source: Shrout and Fleiss (1979); McGraw and Wong (1996), Psychological Methods 1, 30-46; R's psych::ICC.
 * Checked against agreement.expected.json and agreement-extra.expected.json (R).
 */
export function intraclassCorrelation(table: ScoreTable, level = 0.95): IntraclassCorrelation {
  requireScoreTable('intraclassCorrelation', table);
  requireLevel('intraclassCorrelation', level);
  const n = table.length;
  const raters = table[0]?.length ?? 0;
  const size = { n, raters };
  if (n < 2 || raters < 2) {
    return { status: 'too-few', ...size, reason: 'it takes two raters of two units' };
  }
  // From the middle of the scores, so that large totals lose no digits.
  const centre = mean(table.flat());
  const centred = table.map((row) => row.map((score) => score - centre));
  const values = centred.flat();
  const grand = mean(values);
  const squares = sum(values.map((value) => (value - grand) ** 2));
  if (squares === 0) return { status: 'constant', ...size, reason: 'every score is the same' };
  const units = between(centred, grand);
  const judges = between(columnsOf(centred), grand);
  const rest = Math.max(0, squares - units - judges);
  const B = units / (n - 1);
  const J = judges / (raters - 1);
  // What subtraction leaves of nothing is rounding.
  const E = rest < 1e-13 * squares ? 0 : rest / ((n - 1) * (raters - 1));
  if (E === 0 && J < 1e-13 * B) {
    return { status: 'no-error', ...size, reason: 'the raters agree exactly' };
  }
  if (E === 0 && units < 1e-13 * squares) {
    return { status: 'constant', ...size, reason: 'every unit has the same scores' };
  }
  const value = (B - E) / (B + (raters - 1) * E + (raters * (J - E)) / n);
  const a = raters * value * J;
  const b = (n * (1 + (raters - 1) * value) - raters * value) * E;
  const freedom = ((raters - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a * a + b * b);
  const tail = (1 - level) / 2;
  // Without any freedom left, all of F's mass lies at 0.
  const quantiles =
    freedom < LEAST_FREEDOM
      ? [0, 0]
      : [fQuantile(tail, freedom, n - 1), fUpperQuantile(tail, freedom, n - 1)];
  const others = raters * J + (raters * n - raters - n) * E;
  const [lower = NaN, upper = NaN] = quantiles.map((f) => (n * (f * B - E)) / (others + n * f * B));
  return {
    status: 'computed',
    value,
    lower: Math.min(lower, value),
    upper: Math.max(upper, value),
    method: 'ICC(2,1), absolute agreement of single raters',
    ...size,
  };
}
