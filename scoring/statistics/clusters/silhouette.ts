import { requireSameLength } from '../checks.ts';
import { at, item, mean, sum } from '../vectors.ts';
import { requireRows, squaredDistance, type Rows } from './rows.ts';

export type Silhouette =
  | {
      readonly status: 'computed';
      /** Mean over all rows: near 1 for clusters far apart, near 0 for none to speak of. */
      readonly value: number;
      /** One per row, -1 to 1; below 0 where another cluster is nearer on average. */
      readonly widths: readonly number[];
      /** Mean of each cluster, by its number. */
      readonly byCluster: readonly number[];
      readonly n: number;
    }
  | { readonly status: 'too-few' | 'too-many'; readonly n: number; readonly reason: string };

/** Every distance is worked out: 400 million of them here, some seconds. */
const MOST_ROWS = 20_000;

/**
 * How well rows sit in their clusters.
 * Formula: (b - a) / max(a, b), a the mean distance to the other rows of its own cluster, b the smallest
 * mean distance to the rows of another; 0 for a row alone in its cluster.
 *
 * @param rows finite values, all rows of one length
 * @param assignment the cluster of each row: whole numbers from 0, each used
 * @returns mean, width of each row, mean of each cluster; 'too-few' under two clusters, 'too-many' above 20,000 rows
 * @throws RangeError for lengths that differ, a value that is not finite, a cluster number that is not
 * whole or is passed over
 * Source: Rousseeuw (1987); R's cluster::silhouette. Checked against clusters.expected.json (R).
 */
export function silhouette(rows: Rows, assignment: readonly number[]): Silhouette {
  requireRows('silhouette', rows);
  requireSameLength('silhouette', 'rows and assignment', [rows, assignment]);
  const n = rows.length;
  const k = new Set(assignment).size;
  const isWhole = assignment.every((c) => Number.isSafeInteger(c) && c >= 0 && c < k);
  if (!isWhole) {
    throw new RangeError('silhouette: clusters must be whole numbers from 0, each used');
  }
  if (n > MOST_ROWS) {
    return { status: 'too-many', n, reason: `more than ${MOST_ROWS} rows take too long` };
  }
  if (k < 2) return { status: 'too-few', n, reason: 'a silhouette needs two clusters' };
  const sizes = new Array<number>(k).fill(0);
  for (const c of assignment) sizes[c] = at(sizes, c) + 1;
  const widths = rows.map((row, i) => {
    const own = at(assignment, i);
    if (at(sizes, own) === 1) return 0;
    const totals = new Array<number>(k).fill(0);
    for (const [j, other] of rows.entries()) {
      const c = at(assignment, j);
      totals[c] = at(totals, c) + Math.sqrt(squaredDistance(row, other));
    }
    const within = at(totals, own) / (at(sizes, own) - 1);
    const others = totals.flatMap((total, c) => (c === own ? [] : [total / at(sizes, c)]));
    const nearest = Math.min(...others);
    const longer = Math.max(within, nearest);
    return longer === 0 ? 0 : (nearest - within) / longer;
  });
  const byCluster = sizes.map((size, c) => {
    const own = widths.filter((_, i) => item(assignment, i) === c);
    return sum(own) / size;
  });
  return { status: 'computed', value: mean(widths), widths, byCluster, n };
}
