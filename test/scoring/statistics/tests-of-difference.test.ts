import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fisherExact } from '#scoring/statistics/fisher-exact.ts';
import { oneSampleT, pairedT, sampleSummary, welchT } from '#scoring/statistics/t-tests.ts';
import { wilcoxonSignedRank } from '#scoring/statistics/wilcoxon-signed-rank.ts';

const counts = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 });

describe('fisherExact', () => {
  it('does not mind which group comes first, nor which outcome counts', () => {
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        const there = fisherExact(x1, n1, x2, n2);
        const back = fisherExact(x2, n2, x1, n1);
        const failures = fisherExact(n1 - x1, n1, n2 - x2, n2);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(failures.p).toBeCloseTo(there.p, 12);
        expect(back.pLess).toBeCloseTo(there.pGreater, 12);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says nothing when nobody or everybody has the outcome', () => {
    expect(fisherExact(0, 5, 0, 9)).toMatchObject({ p: 1, oddsRatio: undefined, n: 14 });
    expect(fisherExact(5, 5, 9, 9)).toMatchObject({ p: 1, oddsRatio: undefined });
  });

  it('gives the odds ratio of the table, without end where a cell is empty', () => {
    expect(fisherExact(3, 4, 1, 4).oddsRatio).toBe(9);
    expect(fisherExact(4, 4, 1, 4).oddsRatio).toBe(Infinity);
    expect(fisherExact(0, 4, 1, 4).oddsRatio).toBe(0);
  });

  it('manages a million', () => {
    const { p } = fisherExact(100_000, 1_000_000, 101_000, 1_000_000);
    // The z test of counts this large says the same.
    expect(p).toBeGreaterThan(0.015);
    expect(p).toBeLessThan(0.025);
  });

  it('refuses impossible counts', () => {
    expect(() => fisherExact(3, 2, 1, 4)).toThrow(
      new RangeError('fisherExact: successes1 must be a whole number from 0 to n1'),
    );
  });
});

describe('sampleSummary', () => {
  it('does not mind the order, and moves and stretches with the unit', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -1000, max: 1000 }), (list, shift) => {
        const plain = sampleSummary(list);
        const turned = sampleSummary([...list].reverse().map((value) => 3 * value + shift));
        expect(turned.mean).toBeCloseTo(3 * plain.mean + shift, 9);
        expect(turned.standardDeviation).toBeCloseTo(3 * plain.standardDeviation, 9);
      }),
    );
  });

  it('sees no spread in equal values, whatever their mean rounds to', () => {
    expect(sampleSummary([0.1, 0.1, 0.1]).standardDeviation).toBe(0);
    expect(sampleSummary([7]).standardDeviation).toBe(0);
    expect(() => sampleSummary([])).toThrow(
      new RangeError('sampleSummary: values must not be empty'),
    );
  });
});

describe('t tests', () => {
  it('contain the difference and change sign with the groups', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const there = welchT(sampleSummary(a), sampleSummary(b));
        const back = welchT(sampleSummary(b), sampleSummary(a));
        expect(back.status).toBe(there.status);
        if (there.status !== 'computed' || back.status !== 'computed') return;
        expect(back.t).toBeCloseTo(-there.t, 10);
        expect(there.lower).toBeLessThanOrEqual(there.difference);
        expect(there.upper).toBeGreaterThanOrEqual(there.difference);
        expect(there.lower > 0 || there.upper < 0).toBe(there.p < 0.05);
      }),
    );
  });

  it('do not mind the unit', () => {
    const inUnitsOf = (unit: number) =>
      welchT(
        { mean: 2 * unit, standardDeviation: unit, n: 9 },
        { mean: unit, standardDeviation: 3 * unit, n: 4 },
      );
    const plain = inUnitsOf(1);
    for (const unit of [1e-200, 1e200]) {
      const scaled = inUnitsOf(unit);
      expect(plain.status === 'computed' && scaled.status === 'computed').toBe(true);
      if (plain.status !== 'computed' || scaled.status !== 'computed') return;
      expect(scaled.t).toBeCloseTo(plain.t, 12);
      expect(scaled.df).toBeCloseTo(plain.df, 12);
    }
  });

  it('have no answer for too few or equal values', () => {
    expect(oneSampleT(sampleSummary([3]))).toMatchObject({ status: 'too-few', n: 1 });
    expect(oneSampleT(sampleSummary([3, 3, 3]))).toMatchObject({ status: 'constant', n: 3 });
    expect(pairedT([], [])).toMatchObject({ status: 'too-few', n: 0 });
    expect(pairedT([1, 2], [3, 4])).toMatchObject({ status: 'constant' });
    expect(welchT(sampleSummary([1, 2]), sampleSummary([4]))).toMatchObject({ status: 'too-few' });
    expect(welchT(sampleSummary([1, 1]), sampleSummary([4, 4]))).toMatchObject({
      status: 'constant',
    });
  });

  it('refuse what cannot be', () => {
    expect(() => pairedT([1], [1, 2])).toThrow(
      new RangeError('pairedT: before and after must have the same length'),
    );
    expect(() => welchT({ mean: 1, standardDeviation: -1, n: 3 }, sampleSummary([1, 2]))).toThrow(
      new RangeError('welchT: first must have a mean and a standard deviation of 0 or more'),
    );
    expect(() => oneSampleT({ mean: 1, standardDeviation: 1, n: 0 })).toThrow(
      new RangeError('oneSampleT: n of sample must be a whole number of at least 1'),
    );
  });
});

describe('wilcoxonSignedRank', () => {
  it('does not mind the order, a change of unit, nor the sign', () => {
    fc.assert(
      fc.property(values, (list) => {
        const plain = wilcoxonSignedRank(list);
        const turned = wilcoxonSignedRank([...list].reverse().map((value) => -4 * value));
        expect(turned.status).toBe(plain.status);
        if (plain.status !== 'computed' || turned.status !== 'computed') return;
        expect(turned.p).toBeCloseTo(plain.p, 12);
        expect(turned.statistic + plain.statistic).toBe((plain.n * (plain.n + 1)) / 2);
      }),
    );
  });

  it('is exact for few values without ties or zeros only', () => {
    const method = (list: number[]) => {
      const test = wilcoxonSignedRank(list);
      return test.status === 'computed' ? test.method : test.reason;
    };
    const normal = 'normal, with continuity correction and ties';
    expect(method([1, 2, -3])).toBe('exact');
    expect(method([1, 1, -3])).toBe(normal);
    expect(method([0, 2, -3])).toBe(normal);
    expect(method(Array.from({ length: 50 }, (_, i) => i + 1))).toBe(normal);
  });

  it('counts the zeros it drops', () => {
    expect(wilcoxonSignedRank([0, 0, 5])).toMatchObject({ n: 1, zeros: 2, p: 1 });
    expect(wilcoxonSignedRank([0, 0])).toEqual({
      status: 'too-few',
      n: 0,
      zeros: 2,
      reason: 'no difference is left to rank',
    });
  });
});
