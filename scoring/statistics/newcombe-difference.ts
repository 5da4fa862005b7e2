import { requireCounts, requireLevel } from './checks.ts';
import { wilsonInterval, type Interval } from './wilson-interval.ts';

export interface DifferenceOfProportions extends Interval {
  /** First proportion minus second, -1 to 1. */
  readonly difference: number;
}

/**
 * Difference of two independent proportions with its interval: a group against its comparator.
 * Formula: with Wilson limits (l, u) of each, lower = d - sqrt((p1 - l1)^2 + (u2 - p2)^2) and
 * upper = d + sqrt((u1 - p1)^2 + (p2 - l2)^2).
 *
 * @param successes1, n1 the first group: whole numbers, 0 <= successes1 <= n1, n1 >= 1
 * @param successes2, n2 the second group, which shares nobody with the first
 * @param level confidence, 0 to 1, usually 0.95
 * @returns difference p1 - p2 with lower and upper, all -1 to 1
 * @throws RangeError for impossible counts or a level outside 0 to 1
 * Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
 * Checked against the 56/70 and 48/80 example in intervals.expected.json, which is that paper's.
 */
export function newcombeDifference(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  level = 0.95,
): DifferenceOfProportions {
  const caller = 'newcombeDifference';
  requireCounts(caller, successes1, n1, { successes: 'successes1', n: 'n1' });
  requireCounts(caller, successes2, n2, { successes: 'successes2', n: 'n2' });
  requireLevel(caller, level);
  const p1 = successes1 / n1;
  const p2 = successes2 / n2;
  const first = wilsonInterval(successes1, n1, level);
  const second = wilsonInterval(successes2, n2, level);
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: difference + Math.hypot(first.upper - p1, p2 - second.lower),
  };
}
