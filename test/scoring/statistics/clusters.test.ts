import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clusterStability } from '#scoring/statistics/clusters/cluster-stability.ts';
import { kMeans } from '#scoring/statistics/clusters/k-means.ts';
import { standardised } from '#scoring/statistics/clusters/rows.ts';
import { silhouette } from '#scoring/statistics/clusters/silhouette.ts';
import { cutTree, wardTree } from '#scoring/statistics/clusters/ward-tree.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';

import { only } from './reference-group.ts';

const point = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
const points = fc.array(point, { minLength: 4, maxLength: 25 });

/** Three clouds of twenty points each, far apart. */
function clouds(): number[][] {
  const random = createRandom(5);
  return [0, 20, 40].flatMap((centre) =>
    Array.from({ length: 20 }, () => [centre + random.normal(), random.normal()]),
  );
}

describe('standardised', () => {
  it('does not mind units, and makes a constant column say nothing', () => {
    const plain = standardised([
      [1, 5],
      [2, 5],
      [6, 5],
    ]);
    const scaled = standardised([
      [1010, 5],
      [1020, 5],
      [1060, 5],
    ]);
    expect(plain.map(([, second]) => second)).toEqual([0, 0, 0]);
    plain.forEach(([first], i) => expect(scaled[i]![0]).toBeCloseTo(first!, 12));
  });
});

describe('kMeans', () => {
  it('finds groups that are far apart, whatever the order of rows', () => {
    const rows = clouds();
    const found = only(kMeans(rows, 3, { seed: 1, starts: 10 }), 'computed');
    expect(found.clusters.map(({ size }) => size)).toEqual([20, 20, 20]);
    expect(found.assignment.slice(0, 20)).toEqual(new Array(20).fill(0));
    const turned = only(kMeans([...rows].reverse(), 3, { seed: 1, starts: 10 }), 'computed');
    expect(turned.totalWithinSS).toBeCloseTo(found.totalWithinSS, 9);
    expect([...turned.assignment].reverse()).toEqual(found.assignment);
  });

  it('gives the same from the same seed, and says the seed', () => {
    const rows = clouds();
    const once = kMeans(rows, 4, { seed: 42, starts: 3 });
    expect(kMeans(rows, 4, { seed: 42, starts: 3 })).toEqual(once);
    expect(once).toMatchObject({ seed: 42, starts: 3 });
  });

  it('leaves every row with its nearest centre and every centre at its mean', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 4 }), (rows, k) => {
        const found = kMeans(rows, k, { seed: 7, starts: 5 });
        if (found.status !== 'computed') return;
        const sizes = found.clusters.reduce((total, { size }) => total + size, 0);
        expect(sizes).toBe(rows.length);
        const within = found.clusters.reduce((total, { withinSS }) => total + withinSS, 0);
        expect(within).toBeCloseTo(found.totalWithinSS, 8);
        for (const [i, row] of rows.entries()) {
          const far = found.clusters.map(({ centre }) =>
            Math.hypot(row[0] - centre[0]!, row[1] - centre[1]!),
          );
          expect(far[found.assignment[i]!]).toBeCloseTo(Math.min(...far), 9);
        }
      }),
    );
  });

  it('has one row in each cluster where there are as many', () => {
    const rows = [[1], [2], [4], [8]];
    const found = only(kMeans(rows, 4, { seed: 3, starts: 2 }), 'computed');
    expect(found.totalWithinSS).toBe(0);
    expect(found.assignment).toEqual([0, 1, 2, 3]);
  });

  it('has no answer under k different rows', () => {
    expect(kMeans([[1], [1], [2]], 3, { seed: 1 })).toMatchObject({ status: 'too-few', n: 3 });
    expect(kMeans([], 1, { seed: 1 })).toMatchObject({ status: 'too-few', n: 0 });
  });

  it.each([
    ['kMeans: k must be a whole number of at least 1', () => kMeans([[1]], 0, { seed: 1 })],
    [
      'kMeans: starts must be a whole number of at least 1',
      () => kMeans([[1]], 1, { seed: 1, starts: 0 }),
    ],
    ['createRandom: seed must be a whole number', () => kMeans([[1]], 1, { seed: 0.5 })],
    ['kMeans: all rows must have the same length', () => kMeans([[1], [1, 2]], 1, { seed: 1 })],
  ])('refuses: %s', (message, call) => {
    expect(call).toThrow(new RangeError(message));
  });
});

describe('wardTree', () => {
  it('rises, and splits the whole sum of squares among its merges', () => {
    fc.assert(
      fc.property(points, (rows) => {
        const { merges } = only(wardTree(rows), 'computed');
        expect(merges).toHaveLength(rows.length - 1);
        const heights = merges.map(({ height }) => height);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        const one = only(kMeans(rows, 1, { seed: 1, starts: 1 }), 'computed');
        const total = heights.reduce((sum, height) => sum + (height * height) / 2, 0);
        expect(total).toBeCloseTo(one.totalWithinSS, 7);
      }),
    );
  });

  it('agrees with k-means where groups are far apart', () => {
    const rows = clouds();
    const tree = only(wardTree(rows), 'computed');
    const means = only(kMeans(rows, 3, { seed: 1, starts: 5 }), 'computed');
    expect(cutTree(tree, 3)).toEqual(means.assignment);
    expect(new Set(cutTree(tree, 1)).size).toBe(1);
    expect(new Set(cutTree(tree, rows.length)).size).toBe(rows.length);
  });

  it('says where equal distances left a choice', () => {
    expect(wardTree([[0], [1], [2], [9]])).toMatchObject({
      ties: 1,
      warnings: [expect.stringContaining('another order')],
    });
    expect(wardTree([[0], [1], [2.5], [9]])).toMatchObject({ ties: 0, warnings: [] });
    expect(wardTree([[0], [0], [0], [9]])).toMatchObject({ ties: 0 });
  });

  it('has no answer for one row or for more than it can hold', () => {
    expect(wardTree([[1]])).toMatchObject({ status: 'too-few' });
    const many = Array.from({ length: 5001 }, (_, i) => [i]);
    expect(wardTree(many)).toMatchObject({ status: 'too-many', n: 5001 });
    expect(() => cutTree(only(wardTree([[1], [2]]), 'computed'), 3)).toThrow(
      new RangeError('cutTree: k must be at most the number of rows'),
    );
  });
});

describe('silhouette', () => {
  it('is high for groups far apart and low for a group cut in two', () => {
    const rows = clouds();
    const cut = (k: number) =>
      only(
        silhouette(rows, only(kMeans(rows, k, { seed: 1, starts: 5 }), 'computed').assignment),
        'computed',
      );
    expect(cut(3).value).toBeGreaterThan(0.9);
    expect(cut(4).value).toBeLessThan(0.8);
  });

  it('stays within -1 and 1, and is 0 for a row alone or rows all the same', () => {
    fc.assert(
      fc.property(points, (rows) => {
        const { widths } = only(
          silhouette(
            rows,
            rows.map((_, i) => i % 2),
          ),
          'computed',
        );
        for (const width of widths) expect(Math.abs(width)).toBeLessThanOrEqual(1);
      }),
    );
    expect(silhouette([[1], [9]], [0, 1])).toMatchObject({ widths: [0, 0], value: 0 });
    expect(silhouette([[1], [1], [1], [1]], [0, 0, 1, 1])).toMatchObject({ value: 0 });
  });

  it('has no answer for one cluster, and refuses numbers passed over', () => {
    expect(silhouette([[1], [2]], [0, 0])).toMatchObject({ status: 'too-few' });
    const many = Array.from({ length: 20_001 }, (_, i) => i);
    const found = silhouette(
      many.map((i) => [i]),
      many.map((i) => i % 2),
    );
    expect(found).toMatchObject({ status: 'too-many' });
    expect(() => silhouette([[1], [2]], [0, 2])).toThrow(
      new RangeError('silhouette: clusters must be whole numbers from 0, each used'),
    );
  });
});

describe('clusterStability', () => {
  it('is close to 1 for groups far apart, and lower for one group cut in two', () => {
    const rows = clouds();
    const three = only(
      clusterStability(rows, 3, { seed: 9, resamples: 20, starts: 5 }),
      'computed',
    );
    for (const cluster of three.clusters) {
      expect(cluster.overlap).toBeGreaterThan(0.99);
      expect(cluster.recovered).toBe(1);
      expect(cluster.dissolved).toBe(0);
    }
    const one = rows.slice(0, 20);
    const cut = only(clusterStability(one, 3, { seed: 9, resamples: 20, starts: 5 }), 'computed');
    expect(Math.min(...cut.clusters.map(({ overlap }) => overlap!))).toBeLessThan(0.8);
  });

  it('gives the same from the same seed', () => {
    const options = { seed: 3, resamples: 5, starts: 3 };
    const rows = clouds();
    expect(clusterStability(rows, 2, options)).toEqual(clusterStability(rows, 2, options));
  });

  it('has no answer under k different rows', () => {
    expect(clusterStability([[1], [1]], 2, { seed: 1 })).toMatchObject({ status: 'too-few' });
  });
});
