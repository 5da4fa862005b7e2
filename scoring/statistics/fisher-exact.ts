import { requireCounts } from './checks.ts';

export interface FisherExact {
  readonly status: 'computed';
  /** Two-sided: the tables with the same margins that are no more likely than this one. */
  readonly p: number;
  /** One-sided: the first proportion at most as large as seen. */
  readonly pLess: number;
  /** One-sided: the first proportion at least as large as seen. */
  readonly pGreater: number;
  /** Cross product of the table; missing where it is 0 / 0. */
  readonly oddsRatio: number | undefined;
  readonly n: number;
}

/** Two tables whose chances differ by less than this share count as equally likely, as in R. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test of two independent proportions: for counts too small for the z test.
 * Formula: with both margins held, the first count is hypergeometric; chances from the ratio of neighbours,
 * (n1 - x)(m - x) / ((x + 1)(n2 - m + x + 1)), outwards from the likeliest and divided by their sum.
 *
 * @param successes1, n1 the first group: whole numbers, 0 <= successes1 <= n1, n1 >= 1
 * @param successes2, n2 the second group, which shares nobody with the first
 * @returns two-sided and one-sided p values, odds ratio, n; p is 1 when nobody or everybody succeeded
 * @throws RangeError for impossible counts
 * Source: Fisher (1935); two-sided p by the sum of chances no larger than the one seen, as R's
 * fisher.test. Checked against R (intervals.expected.json, tests.expected.json).
 */
export function fisherExact(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
): FisherExact {
  const caller = 'fisherExact';
  requireCounts(caller, successes1, n1, { successes: 'successes1', n: 'n1' });
  requireCounts(caller, successes2, n2, { successes: 'successes2', n: 'n2' });
  const successes = successes1 + successes2;
  const lowest = Math.max(0, successes - n2);
  const highest = Math.min(n1, successes);
  const likeliest = Math.floor(((successes + 1) * (n1 + 1)) / (n1 + n2 + 2));
  const up = (x: number): number =>
    ((n1 - x) * (successes - x)) / ((x + 1) * (n2 - successes + x + 1));

  /** Every table and its chance relative to the likeliest, from the likeliest outwards. */
  function* tables(): Generator<[x: number, weight: number]> {
    let weight = 1;
    for (let x = likeliest; x <= highest; x += 1) {
      yield [x, weight];
      weight *= up(x);
    }
    weight = 1;
    for (let x = likeliest - 1; x >= lowest; x -= 1) {
      weight /= up(x);
      yield [x, weight];
    }
  }

  let seen = 0;
  for (const [x, weight] of tables()) if (x === successes1) seen = weight;
  const weights = { all: 0, twoSided: 0, less: 0, greater: 0 };
  for (const [x, weight] of tables()) {
    weights.all += weight;
    if (weight <= seen * EQUALLY_LIKELY) weights.twoSided += weight;
    if (x <= successes1) weights.less += weight;
    if (x >= successes1) weights.greater += weight;
  }
  const cross = successes1 * (n2 - successes2);
  const otherCross = successes2 * (n1 - successes1);
  return {
    status: 'computed',
    p: Math.min(1, weights.twoSided / weights.all),
    pLess: Math.min(1, weights.less / weights.all),
    pGreater: Math.min(1, weights.greater / weights.all),
    oddsRatio: cross === 0 && otherCross === 0 ? undefined : cross / otherCross,
    n: n1 + n2,
  };
}
