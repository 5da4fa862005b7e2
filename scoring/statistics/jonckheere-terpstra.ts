import { requireFinite } from './checks.ts';
import { normalTwoSided } from './distributions.ts';
import { tieSizes } from './ranks.ts';
import { item, sum } from './vectors.ts';

export type JonckheereTerpstra =
  | {
      readonly status: 'computed';
      /** Pairs in the expected order, ties counting a half. */
      readonly statistic: number;
      /** Its mean when the groups do not differ. */
      readonly expected: number;
      /** Positive when values rise over the groups; from the variance without ties. */
      readonly z: number;
      /** Two-sided p value of z. */
      readonly p: number;
      /** The same from the variance that allows for ties; equal to z and p when there are none. */
      readonly zWithTies: number;
      readonly pWithTies: number;
      readonly n: number;
    }
  | { readonly status: 'too-few' | 'constant'; readonly n: number; readonly reason: string };

const pairs = (k: number): number => k * (k - 1);
const triples = (k: number): number => k * (k - 1) * (k - 2);
const spread = (k: number): number => pairs(k) * (2 * k + 5);

function total(sizes: readonly number[], of: (k: number) => number): number {
  return sum(sizes.map(of));
}

/**
 * Jonckheere-Terpstra test for a trend over ordered groups: do team rates rise from low through medium
 * to high integration? It uses the order of the rates only.
 * Formula: J = number of pairs, one from a lower and one from a higher group, in which the higher group has
 * the larger value, ties a half; mean (N^2 - sum n^2) / 4; variance without ties
 * [N^2 (2N + 3) - sum n^2 (2n + 3)] / 72; with ties of sizes t, and S(k) = k (k - 1) (2k + 5),
 * [S(N) - sum S(n) - sum S(t)] / 72 + sum n(n-1)(n-2) sum t(t-1)(t-2) / (36 N(N-1)(N-2))
 * + sum n(n-1) sum t(t-1) / (8 N(N-1)).
 *
 * @param groups one list of finite values per group, lowest level first; empty groups are passed over
 * @returns J, its mean, z and two-sided p under either variance, n; 'too-few' under two groups with
 * values or under three values, 'constant' when all values are equal
 * @throws RangeError for a value that is not finite
 * Source: Jonckheere (1954), Biometrika 41, 133-145; ties as in Hollander and Wolfe, Nonparametric
 * Statistical Methods, section 6.2. Checked against teams.expected.json; the variance with ties against
 * every arrangement of a small example, enumerated in R.
 */
export function jonckheereTerpstra(groups: readonly (readonly number[])[]): JonckheereTerpstra {
  const filled = groups.filter((group) => group.length > 0);
  const values = filled.flat();
  requireFinite('jonckheereTerpstra', 'groups', values);
  const n = values.length;
  if (filled.length < 2 || n < 3) {
    const reason = 'a trend needs two groups and three values';
    return { status: 'too-few', n, reason };
  }
  const sizes = filled.map((group) => group.length);
  const ties = tieSizes(values);
  if (ties.length === 1) return { status: 'constant', n, reason: 'every value is the same' };
  let statistic = 0;
  for (let low = 0; low < filled.length; low += 1) {
    for (const higher of filled.slice(low + 1)) {
      for (const a of item(filled, low)) {
        for (const b of higher) statistic += a < b ? 1 : a === b ? 0.5 : 0;
      }
    }
  }
  const expected = (n * n - total(sizes, (k) => k * k)) / 4;
  const square = (k: number): number => k * k * (2 * k + 3);
  const variance = (square(n) - total(sizes, square)) / 72;
  const varianceWithTies =
    (spread(n) - total(sizes, spread) - total(ties, spread)) / 72 +
    (total(sizes, triples) * total(ties, triples)) / (36 * triples(n)) +
    (total(sizes, pairs) * total(ties, pairs)) / (8 * pairs(n));
  const z = (statistic - expected) / Math.sqrt(variance);
  const zWithTies = (statistic - expected) / Math.sqrt(varianceWithTies);
  return {
    status: 'computed',
    statistic,
    expected,
    z,
    p: normalTwoSided(z),
    zWithTies,
    pWithTies: normalTwoSided(zWithTies),
    n,
  };
}
