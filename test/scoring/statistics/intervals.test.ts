import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { newcombeDifference } from '#scoring/statistics/newcombe-difference.ts';
import { twoProportionZ } from '#scoring/statistics/two-proportion-z.ts';
import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';

const counts = fc
  .integer({ min: 1, max: 10_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('wilsonInterval', () => {
  it('contains the proportion and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([x, n], level) => {
        const { lower, upper } = wilsonInterval(x, n, level);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(x / n);
        expect(upper).toBeGreaterThanOrEqual(x / n);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const there = wilsonInterval(x, n);
        const back = wilsonInterval(n - x, n);
        expect(back.lower).toBeCloseTo(1 - there.upper, 12);
        expect(back.upper).toBeCloseTo(1 - there.lower, 12);
      }),
    );
  });

  it('starts at exactly 0 for none and ends at exactly 1 for all', () => {
    expect(wilsonInterval(0, 12).lower).toBe(0);
    expect(wilsonInterval(12, 12).upper).toBe(1);
  });

  it('grows with the level', () => {
    expect(wilsonInterval(7, 20, 0.998).lower).toBeLessThan(wilsonInterval(7, 20).lower);
  });

  it.each([
    ['wilsonInterval: n must be a whole number of at least 1', () => wilsonInterval(0, 0)],
    ['wilsonInterval: n must be a whole number of at least 1', () => wilsonInterval(1, 2.5)],
    ['wilsonInterval: successes must be a whole number from 0 to n', () => wilsonInterval(6, 5)],
    ['wilsonInterval: successes must be a whole number from 0 to n', () => wilsonInterval(-1, 5)],
    ['wilsonInterval: level must lie between 0 and 1', () => wilsonInterval(1, 5, 95)],
  ])('refuses: %s', (message, call) => {
    expect(call).toThrow(new RangeError(message));
  });
});

describe('newcombeDifference', () => {
  it('contains the difference, and changes sign with the groups', () => {
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        const there = newcombeDifference(x1, n1, x2, n2);
        const back = newcombeDifference(x2, n2, x1, n1);
        expect(there.lower).toBeLessThanOrEqual(there.difference);
        expect(there.upper).toBeGreaterThanOrEqual(there.difference);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(there.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
      }),
    );
  });

  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
  it.each([
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('gives the published limits for %i/%i and %i/%i', (x1, n1, x2, n2, lower, upper) => {
    const interval = newcombeDifference(x1, n1, x2, n2);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('names the group at fault', () => {
    expect(() => newcombeDifference(1, 2, 3, 2)).toThrow(
      new RangeError('newcombeDifference: successes2 must be a whole number from 0 to n2'),
    );
  });
});

describe('twoProportionZ', () => {
  it('is positive when the first proportion is larger', () => {
    const test = twoProportionZ(30, 40, 20, 40);
    expect(test.status === 'computed' && test.z > 0).toBe(true);
  });

  it('has no answer when nobody or everybody has the outcome', () => {
    expect(twoProportionZ(0, 5, 0, 9)).toEqual({
      status: 'constant',
      reason: 'nobody in either group has the outcome',
    });
    expect(twoProportionZ(5, 5, 9, 9).status).toBe('constant');
  });

  it('refuses an empty group', () => {
    expect(() => twoProportionZ(0, 0, 1, 2)).toThrow(
      new RangeError('twoProportionZ: n1 must be a whole number of at least 1'),
    );
  });
});
