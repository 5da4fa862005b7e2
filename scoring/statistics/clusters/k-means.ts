import { createRandom, type SeededRandom } from '../seeded-random.ts';
import { at, item, mean, sum } from '../vectors.ts';
import { requireClusters, requireRows, squaredDistance, type Rows } from './rows.ts';

export interface Cluster {
  readonly centre: readonly number[];
  readonly size: number;
  /** Sum of squared distances of its rows from the centre. */
  readonly withinSS: number;
}

export type KMeans =
  | {
      readonly status: 'computed';
      readonly method: 'k-means, k-means++ starts';
      /** Lowest mean of the centre first, whatever start found them. */
      readonly clusters: readonly Cluster[];
      /** The cluster of each row, by its place in clusters. */
      readonly assignment: readonly number[];
      readonly totalWithinSS: number;
      readonly n: number;
      readonly seed: number;
      readonly starts: number;
      /** Starts that ended at the same total: few of them means that a better one may exist. */
      readonly startsAtBest: number;
    }
  | { readonly status: 'too-few'; readonly n: number; readonly reason: string };

export interface KMeansOptions {
  readonly seed: number;
  readonly starts?: number;
}

interface Partition {
  readonly centres: readonly (readonly number[])[];
  readonly assignment: readonly number[];
  readonly total: number;
}

const MAX_ROUNDS = 1000;

/** First centres: a row at random, then rows with chances as their squared distance from the nearest centre so far. */
function plusPlusStart(rows: Rows, k: number, random: SeededRandom): (readonly number[])[] {
  const first = item(rows, random.integer(rows.length));
  const centres = [first];
  const nearest = rows.map((row) => squaredDistance(row, first));
  while (centres.length < k) {
    let left = random.uniform() * sum(nearest);
    let chosen = nearest.findLastIndex((distance) => distance > 0);
    for (const [i, distance] of nearest.entries()) {
      left -= distance;
      if (left < 0) {
        chosen = i;
        break;
      }
    }
    const centre = item(rows, chosen);
    centres.push(centre);
    for (const [i, row] of rows.entries()) {
      nearest[i] = Math.min(at(nearest, i), squaredDistance(row, centre));
    }
  }
  return centres;
}

/** Each row to its nearest centre; of equals to the first. */
function assign(rows: Rows, centres: Rows): { assignment: number[]; distances: number[] } {
  const assignment: number[] = [];
  const distances: number[] = [];
  for (const row of rows) {
    let best = 0;
    let least = Infinity;
    for (const [c, centre] of centres.entries()) {
      const distance = squaredDistance(row, centre);
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    assignment.push(best);
    distances.push(least);
  }
  return { assignment, distances };
}

/** Means of the clusters; one that lost all its rows takes the row furthest from its centre. */
function means(
  rows: Rows,
  k: number,
  { assignment, distances }: { assignment: number[]; distances: number[] },
): number[][] {
  const width = item(rows, 0).length;
  const totals = Array.from({ length: k }, () => new Array<number>(width).fill(0));
  const sizes = new Array<number>(k).fill(0);
  for (const [i, row] of rows.entries()) {
    const cluster = at(assignment, i);
    const total = item(totals, cluster);
    sizes[cluster] = at(sizes, cluster) + 1;
    for (let j = 0; j < width; j += 1) total[j] = (total[j] ?? 0) + (row[j] ?? 0);
  }
  const taken = new Set<number>();
  return totals.map((total, cluster) => {
    const size = at(sizes, cluster);
    if (size > 0) return total.map((value) => value / size);
    const furthest = furthestRow(distances, taken);
    taken.add(furthest);
    return [...item(rows, furthest)];
  });
}

function furthestRow(distances: readonly number[], taken: ReadonlySet<number>): number {
  let furthest = 0;
  let largest = -1;
  for (const [row, distance] of distances.entries()) {
    if (distance <= largest || taken.has(row)) continue;
    largest = distance;
    furthest = row;
  }
  return furthest;
}

/** Lloyd's rounds: assign, take means, until no row changes its cluster. */
function settle(rows: Rows, start: Rows): Partition {
  let centres: Rows = start;
  let current = assign(rows, centres);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    centres = means(rows, start.length, current);
    const next = assign(rows, centres);
    const isSettled = next.assignment.every((cluster, i) => cluster === current.assignment[i]);
    current = next;
    if (isSettled) break;
  }
  return { centres, assignment: current.assignment, total: sum(current.distances) };
}

function describeClusters(rows: Rows, { centres, assignment }: Partition) {
  const order = [...centres.keys()].sort((a, b) => {
    const [left, right] = [item(centres, a), item(centres, b)];
    return mean(left) - mean(right) || at(left, 0) - at(right, 0);
  });
  const place = new Map(order.map((from, to) => [from, to]));
  const clusters = order.map((c): Cluster => {
    const centre = item(centres, c);
    const own = rows.filter((_, i) => assignment[i] === c);
    const withinSS = sum(own.map((row) => squaredDistance(row, centre)));
    return { centre, size: own.length, withinSS };
  });
  return { clusters, assignment: assignment.map((c) => place.get(c) ?? c) };
}

/**
 * Clients grouped by how alike their rows are, for instance their changes in wellbeing.
 * Formula: k centres with the smallest sum of squared distances found from many starts; starts after
 * k-means++, then Lloyd's rounds.
 *
 * @param rows finite values in comparable units (see standardised), all rows of one length
 * @param k number of clusters, a whole number of at least 1
 * @param options seed, a whole number that goes on the page; starts, 100 unless said
 * @returns clusters, the cluster of each row, total, and how many starts agreed; 'too-few' under k
 * different rows
 * @throws RangeError for rows that differ in length, a value that is not finite, k or starts or seed that
 * is no whole number
 * Source: Lloyd (1982); Arthur and Vassilvitskii (2007). Checked against the best of R's kmeans over 200
 * starts (wellbeing.expected.json, clusters.expected.json).
 */
export function kMeans(rows: Rows, k: number, { seed, starts = 100 }: KMeansOptions): KMeans {
  requireRows('kMeans', rows);
  requireClusters('kMeans', k);
  if (!Number.isSafeInteger(starts) || starts < 1) {
    throw new RangeError('kMeans: starts must be a whole number of at least 1');
  }
  const random = createRandom(seed);
  const n = rows.length;
  const different = new Set(rows.map((row) => row.join(' '))).size;
  if (different < k) {
    return { status: 'too-few', n, reason: `${k} clusters need ${k} different rows` };
  }
  const partitions = Array.from({ length: starts }, () =>
    settle(rows, plusPlusStart(rows, k, random)),
  );
  const best = partitions.reduce((top, next) => (next.total < top.total ? next : top));
  const same = partitions.filter(({ total }) => total <= best.total * (1 + 1e-9));
  return {
    status: 'computed',
    method: 'k-means, k-means++ starts',
    ...describeClusters(rows, best),
    totalWithinSS: best.total,
    n,
    seed,
    starts,
    startsAtBest: same.length,
  };
}
