import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cochranArmitage } from '#scoring/statistics/cochran-armitage.ts';
import { jonckheereTerpstra } from '#scoring/statistics/jonckheere-terpstra.ts';
import { kruskalWallis } from '#scoring/statistics/kruskal-wallis.ts';
import { quantile } from '#scoring/statistics/quantile.ts';
import { midranks, tieSizes } from '#scoring/statistics/ranks.ts';

const few = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 8 });

describe('midranks', () => {
  it('always add up to n (n + 1) / 2', () => {
    fc.assert(
      fc.property(few, (values) => {
        const total = midranks(values).reduce((a, b) => a + b, 0);
        expect(total).toBe((values.length * (values.length + 1)) / 2);
      }),
    );
  });

  it('share the average among ties', () => {
    expect(midranks([5, 1, 5, 3])).toEqual([3.5, 1, 3.5, 2]);
    expect(midranks([-0, 0])).toEqual([1.5, 1.5]);
    expect(tieSizes([5, 1, 5, 3])).toEqual([1, 1, 2]);
    expect(midranks([])).toEqual([]);
  });
});

describe('quantile', () => {
  it('meets the ends and the median', () => {
    expect(quantile([3, 1, 2], 0)).toBe(1);
    expect(quantile([3, 1, 2], 1)).toBe(3);
    expect(quantile([3, 1, 2, 4], 0.5)).toBe(2.5);
    expect(quantile([7], 0.3)).toBe(7);
  });

  it.each([
    ['quantile: values must not be empty', () => quantile([], 0.5)],
    ['quantile: p must lie from 0 to 1', () => quantile([1], 1.5)],
    ['quantile: values must hold finite numbers only', () => quantile([NaN], 0.5)],
  ])('refuses: %s', (message, call) => {
    expect(call).toThrow(new RangeError(message));
  });
});

describe('jonckheereTerpstra', () => {
  it('turns round when the groups do', () => {
    fc.assert(
      fc.property(few, few, few, (a, b, c) => {
        const up = jonckheereTerpstra([a, b, c]);
        const down = jonckheereTerpstra([c, b, a]);
        expect(down.status).toBe(up.status);
        if (up.status !== 'computed' || down.status !== 'computed') return;
        expect(down.z).toBeCloseTo(-up.z, 12);
        expect(down.p).toBeCloseTo(up.p, 12);
        expect(Math.abs(up.zWithTies)).toBeGreaterThanOrEqual(Math.abs(up.z) - 1e-12);
      }),
    );
  });

  it('does not mind the order inside a group, nor an empty group', () => {
    expect(jonckheereTerpstra([[3, 1], [], [2, 5]])).toEqual(
      jonckheereTerpstra([
        [1, 3],
        [5, 2],
      ]),
    );
  });

  it('gives the same answer with either variance when there are no ties', () => {
    const test = jonckheereTerpstra([
      [1, 2, 6],
      [3, 5],
      [4, 7],
    ]);
    expect(test.status).toBe('computed');
    if (test.status !== 'computed') return;
    expect(test.zWithTies).toBeCloseTo(test.z, 14);
  });

  it('has no answer for one group or for equal values', () => {
    expect(jonckheereTerpstra([[1, 2, 3]])).toMatchObject({ status: 'too-few', n: 3 });
    expect(jonckheereTerpstra([[1], [2]])).toMatchObject({ status: 'too-few', n: 2 });
    expect(jonckheereTerpstra([[2, 2], [2]])).toMatchObject({ status: 'constant' });
  });
});

describe('kruskalWallis', () => {
  it('does not mind the order of groups or values, nor a change of scale that keeps order', () => {
    fc.assert(
      fc.property(few, few, (a, b) => {
        const plain = kruskalWallis([a, b]);
        const turned = kruskalWallis([
          b.map((v) => v ** 3 + 1),
          [...a].reverse().map((v) => v ** 3 + 1),
        ]);
        expect(turned.status).toBe(plain.status);
        if (turned.status !== 'computed' || plain.status !== 'computed') return;
        expect(turned.chiSquared).toBeCloseTo(plain.chiSquared, 10);
      }),
    );
  });

  it('has no answer for one group or for equal values', () => {
    expect(kruskalWallis([[1, 2], []])).toMatchObject({ status: 'too-few' });
    expect(
      kruskalWallis([
        [4, 4],
        [4, 4],
      ]),
    ).toMatchObject({ status: 'constant', n: 4 });
  });
});

describe('cochranArmitage', () => {
  it('does not mind where the scores start or how far apart they are, as long as evenly', () => {
    const plain = cochranArmitage([3, 9, 12], [20, 25, 22], [1, 2, 3]);
    const moved = cochranArmitage([3, 9, 12], [20, 25, 22], [110, 120, 130]);
    expect(plain.status === 'computed' && moved.status === 'computed').toBe(true);
    if (plain.status !== 'computed' || moved.status !== 'computed') return;
    expect(moved.z).toBeCloseTo(plain.z, 12);
    expect(plain.n).toBe(67);
  });

  it('has no answer without variation, and refuses impossible counts', () => {
    expect(cochranArmitage([0, 0], [4, 5], [1, 2])).toMatchObject({ status: 'constant' });
    expect(cochranArmitage([1, 2], [4, 5], [1, 1])).toMatchObject({ status: 'constant' });
    expect(() => cochranArmitage([5], [4], [1])).toThrow(
      new RangeError('cochranArmitage: successes must be a whole number from 0 to trials'),
    );
    expect(() => cochranArmitage([], [], [])).toThrow(RangeError);
    expect(() => cochranArmitage([1], [4], [])).toThrow(
      new RangeError('cochranArmitage: successes, trials and scores must have the same length'),
    );
  });
});
