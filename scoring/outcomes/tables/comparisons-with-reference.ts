import { holm } from '#scoring/statistics/multiple-testing.ts';
import type { Comparison, ComparisonTest } from './comparisons.ts';

/** The same test told from the other side. */
function turned(result: ComparisonTest): ComparisonTest {
  if (result.status !== 'computed') return result;
  const { difference, lower, upper, statistic } = result;
  return {
    ...result,
    difference: -difference,
    lower: -upper,
    upper: -lower,
    statistic: -statistic,
  };
}

/**
 * Every other group held against a chosen one.
 *
 * For: a reader who chooses the reference when the pairs are known already.
 * Formula: a pair that names the reference, turned where the reference comes first (difference, interval and statistic
 * change sign; p stays); Holm's adjusted p over these alone.
 * @param pairs all pairs of one outcome and breakdown, as groupComparisons
 * @param reference a group of the table
 * @returns one comparison a group other than the reference, in the order of the table
 * @throws RangeError where no pair names the reference
 * Source: outcome definitions, section 5. Checked: the same as groupComparisons with that reference, which is checked
 * against R.
 */
export function comparisonsWithReference(
  pairs: readonly Comparison[],
  reference: string,
): Comparison[] {
  const against = pairs.flatMap((pair): Comparison[] => {
    const { comparator } = pair;
    if (comparator.kind === 'rest') return [];
    const held = { kind: 'reference', group: reference } as const;
    if (comparator.group === reference) return [{ ...pair, comparator: held }];
    if (pair.group !== reference) return [];
    return [
      {
        ...pair,
        group: comparator.group,
        comparator: held,
        groupFigure: pair.comparatorFigure,
        comparatorFigure: pair.groupFigure,
        result: turned(pair.result),
      },
    ];
  });
  if (against.length === 0) {
    throw new RangeError('comparisonsWithReference: the reference must be a group of a pair');
  }
  const ps = against.flatMap(({ result }) => (result.status === 'computed' ? [result.p] : []));
  const adjustedPs = holm(ps);
  let next = 0;
  return against.map((comparison) => ({
    ...comparison,
    adjustedP: comparison.result.status === 'computed' ? (adjustedPs[next++] ?? null) : null,
    testsAdjustedOver: ps.length,
  }));
}
