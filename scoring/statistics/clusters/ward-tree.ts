import { at, item } from '../vectors.ts';
import { requireClusters, requireRows, squaredDistance, type Rows } from './rows.ts';

/** Two clusters that become one, each named by one of its rows. */
export interface Merge {
  readonly rows: readonly [number, number];
  /** Distance at which they merge; its square is twice what the merge adds to the sum of squares. */
  readonly height: number;
}

export type WardTree =
  | {
      readonly status: 'computed';
      readonly method: 'Ward, minimum increase of the sum of squares';
      /** Lowest first; one fewer than rows. */
      readonly merges: readonly Merge[];
      readonly n: number;
      /** Merges at which another pair of clusters was as close, equal rows apart. */
      readonly ties: number;
      readonly warnings: readonly string[];
    }
  | { readonly status: 'too-few' | 'too-many'; readonly n: number; readonly reason: string };

/** All distances are kept at once: 12.5 million of them here, 100 MB. */
const MOST_ROWS = 5000;

/** Squared distances that differ by less than this share differ by rounding. */
const SAME = 1e-9;

/** Squared distances of every pair, each kept once. */
class Distances {
  readonly values: Float64Array;

  constructor(rows: Rows) {
    this.values = new Float64Array((rows.length * (rows.length - 1)) / 2);
    for (let i = 1; i < rows.length; i += 1) {
      for (let j = 0; j < i; j += 1) this.set(i, j, squaredDistance(item(rows, i), item(rows, j)));
    }
  }

  private place(i: number, j: number): number {
    return i > j ? (i * (i - 1)) / 2 + j : (j * (j - 1)) / 2 + i;
  }

  get(i: number, j: number): number {
    return at(this.values, this.place(i, j));
  }

  set(i: number, j: number, value: number): void {
    this.values[this.place(i, j)] = value;
  }
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly squared: number;
  /** Whether another pair is as close. */
  readonly isTied: boolean;
}

/** Clusters still open, each named by its first row, with the nearest of those that come after it. */
class OpenClusters {
  readonly distances: Distances;
  readonly sizes: number[];
  readonly nearest: number[];
  readonly isOpen: boolean[];

  constructor(rows: Rows) {
    this.distances = new Distances(rows);
    this.sizes = rows.map(() => 1);
    this.isOpen = rows.map(() => true);
    this.nearest = rows.map((_, i) => this.nearestAfter(i));
  }

  private nearestAfter(i: number): number {
    let least = Infinity;
    let found = -1;
    for (let j = i + 1; j < this.isOpen.length; j += 1) {
      if (this.isOpen[j] !== true) continue;
      const distance = this.distances.get(i, j);
      if (distance < least) {
        least = distance;
        found = j;
      }
    }
    return found;
  }

  /** The closest two; of equally close ones those whose rows come first. */
  closest(): Pair {
    let pair: Pair = { first: -1, second: -1, squared: Infinity, isTied: false };
    for (const [first, second] of this.nearest.entries()) {
      if (this.isOpen[first] !== true || second < 0) continue;
      const squared = this.distances.get(first, second);
      const isTied = pair.first >= 0 && Math.abs(squared - pair.squared) <= SAME * pair.squared;
      if (squared < pair.squared) pair = { first, second, squared, isTied };
      else if (isTied) pair = { ...pair, isTied };
    }
    return pair;
  }

  /** Joins two clusters under the name of the first. */
  join(first: number, second: number): void {
    this.isOpen[second] = false;
    const { distances, sizes } = this;
    const [a, b] = [at(sizes, first), at(sizes, second)];
    const apart = distances.get(first, second);
    for (const [other, isOpen] of this.isOpen.entries()) {
      if (!isOpen || other === first) continue;
      const c = at(sizes, other);
      const toFirst = (a + c) * distances.get(first, other);
      const toSecond = (b + c) * distances.get(second, other);
      distances.set(first, other, (toFirst + toSecond - c * apart) / (a + b + c));
    }
    sizes[first] = a + b;
    for (const [i, isOpen] of this.isOpen.entries()) {
      if (!isOpen || i > second) continue;
      const j = at(this.nearest, i);
      if (i === first || j === first || j === second) this.nearest[i] = this.nearestAfter(i);
    }
  }
}

/**
 * The tree of clusters that Ward's method builds from single rows upwards: a check on k-means that needs no
 * seed.
 * Formula: the two clusters whose union adds least to the sum of squares merge next, of equals those whose
 * rows come first; distances after Lance and Williams, d2(ij, k) = ((ni + nk) d2(i, k) + (nj + nk) d2(j, k)
 * - nk d2(i, j)) / (ni + nj + nk).
 *
 * @param rows finite values in comparable units (see standardised), all rows of one length
 * @returns the merges, lowest first, with a warning where equal distances left a choice; 'too-few' under
 * two rows, 'too-many' above 5,000
 * @throws RangeError for rows that differ in length or a value that is not finite
 * Source: Ward (1963); Murtagh and Legendre (2014); R's hclust(method = "ward.D2"). Checked against
 * wellbeing.expected.json and clusters.expected.json (R).
 */
export function wardTree(rows: Rows): WardTree {
  requireRows('wardTree', rows);
  const n = rows.length;
  if (n < 2) return { status: 'too-few', n, reason: 'a tree needs two rows' };
  if (n > MOST_ROWS) {
    return { status: 'too-many', n, reason: `a tree of more than ${MOST_ROWS} rows is too large` };
  }
  const open = new OpenClusters(rows);
  const merges: Merge[] = [];
  let ties = 0;
  while (merges.length < n - 1) {
    const { first, second, squared, isTied } = open.closest();
    merges.push({ rows: [first, second], height: Math.sqrt(squared) });
    // Equal rows may join in any order: the tree is the same.
    if (isTied && squared > 0) ties += 1;
    open.join(first, second);
  }
  merges.sort((a, b) => a.height - b.height);
  return {
    status: 'computed',
    method: 'Ward, minimum increase of the sum of squares',
    merges,
    n,
    ties,
    warnings:
      ties === 0
        ? []
        : ['some merges were equally close: with rows in another order the tree may be another'],
  };
}

/**
 * The tree cut so that k clusters are left.
 *
 * @param tree a computed tree
 * @param k number of clusters, a whole number from 1 to the number of rows
 * @returns the cluster of each row, 0 for the cluster of the first row, and so on in order of appearance
 * @throws RangeError for k outside 1 to n
 * Source: definition; R's cutree. Checked against wellbeing.expected.json (R).
 */
export function cutTree(tree: Extract<WardTree, { status: 'computed' }>, k: number): number[] {
  requireClusters('cutTree', k);
  if (k > tree.n) throw new RangeError('cutTree: k must be at most the number of rows');
  const parents = Array.from({ length: tree.n }, (_, i) => i);
  const rootOf = (row: number): number => {
    let root = row;
    while (at(parents, root) !== root) root = at(parents, root);
    return root;
  };
  for (const { rows } of tree.merges.slice(0, tree.n - k)) {
    parents[rootOf(rows[0])] = rootOf(rows[1]);
  }
  const places = new Map<number, number>();
  return parents.map((_, row) => {
    const root = rootOf(row);
    const place = places.get(root) ?? places.size;
    places.set(root, place);
    return place;
  });
}
