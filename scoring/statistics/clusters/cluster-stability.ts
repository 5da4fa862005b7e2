import { createRandom } from '../seeded-random.ts';
import { at, item, mean } from '../vectors.ts';
import { kMeans, type KMeans } from './k-means.ts';
import { requireClusters, requireRows, type Rows } from './rows.ts';

export interface StableCluster {
  /** Mean of the best overlap over the resamples; undefined where no resample held any of its rows. */
  readonly overlap: number | undefined;
  /** Share of resamples with an overlap of at least three quarters. */
  readonly recovered: number;
  /** Share of resamples with an overlap of at most a half. */
  readonly dissolved: number;
}

export type ClusterStability =
  | {
      readonly status: 'computed';
      readonly method: 'bootstrap, Jaccard overlap';
      /** In the order of the clusters of the k-means given beside. */
      readonly clusters: readonly StableCluster[];
      readonly kMeans: Extract<KMeans, { status: 'computed' }>;
      /** Resamples used; one with fewer different rows than clusters is passed over. */
      readonly resamples: number;
      readonly seed: number;
    }
  | Extract<KMeans, { status: 'too-few' }>;

export interface StabilityOptions {
  readonly seed: number;
  readonly resamples?: number;
  readonly starts?: number;
}

/** Rows in both over rows in either. */
function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const row of a) if (b.has(row)) both += 1;
  return both / (a.size + b.size - both);
}

/** The rows (numbers, each once) of every cluster. */
function members(assignment: readonly number[], rows: readonly number[], k: number): Set<number>[] {
  const sets = Array.from({ length: k }, () => new Set<number>());
  for (const [i, row] of rows.entries()) item(sets, at(assignment, i)).add(row);
  return sets;
}

const shareOf = (values: readonly number[], is: (value: number) => boolean): number =>
  values.length === 0 ? 0 : values.filter(is).length / values.length;

/**
 * Would the same clusters be found among other clients like these?
 * Formula: rows drawn again with replacement, clustered anew; for each original cluster the largest share
 * of rows that it and one new cluster have in common, |A and B| / |A or B| over the rows drawn; mean over
 * the resamples. Above .75 is usually called stable, under .6 not to be trusted.
 *
 * @param rows finite values in comparable units (see standardised), all rows of one length
 * @param k number of clusters, a whole number of at least 1
 * @param options seed; resamples, 100 unless said; starts of each k-means, 20 unless said
 * @returns overlap, share recovered and share dissolved of each cluster, with the k-means they belong to;
 * 'too-few' as kMeans
 * @throws RangeError as kMeans, or for resamples that is no whole number of at least 1
 * Source: Hennig (2007), Computational Statistics and Data Analysis 52, 258-271. Checked by groups far
 * apart, by one group cut in two, and by a repeat from the same seed.
 */
export function clusterStability(
  rows: Rows,
  k: number,
  { seed, resamples = 100, starts = 20 }: StabilityOptions,
): ClusterStability {
  requireRows('clusterStability', rows);
  requireClusters('clusterStability', k);
  if (!Number.isSafeInteger(resamples) || resamples < 1) {
    throw new RangeError('clusterStability: resamples must be a whole number of at least 1');
  }
  const original = kMeans(rows, k, { seed, starts });
  if (original.status !== 'computed') return original;
  const random = createRandom(seed);
  const overlaps = original.clusters.map((): number[] => []);
  let used = 0;
  for (let b = 0; b < resamples; b += 1) {
    const drawn = rows.map(() => random.integer(rows.length));
    const again = kMeans(
      drawn.map((row) => item(rows, row)),
      k,
      { seed: random.integer(2 ** 31), starts },
    );
    if (again.status !== 'computed') continue;
    used += 1;
    const found = members(again.assignment, drawn, k);
    const before = members(
      drawn.map((row) => at(original.assignment, row)),
      drawn,
      k,
    );
    for (const [c, own] of before.entries()) {
      if (own.size > 0) item(overlaps, c).push(Math.max(...found.map((set) => jaccard(own, set))));
    }
  }
  return {
    status: 'computed',
    method: 'bootstrap, Jaccard overlap',
    clusters: overlaps.map((values) => ({
      overlap: values.length === 0 ? undefined : mean(values),
      recovered: shareOf(values, (value) => value >= 0.75),
      dissolved: shareOf(values, (value) => value <= 0.5),
    })),
    kMeans: original,
    resamples: used,
    seed,
  };
}
