import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  correlationPower,
  pearsonCorrelation,
  smallestDetectableCorrelation,
  spearmanCorrelation,
} from '#scoring/statistics/correlation.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const pairs = fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 40 });

function split(rows: readonly (readonly [number, number])[]): [number[], number[]] {
  return [rows.map(([x]) => x), rows.map(([, y]) => y)];
}

describe.each([
  ['pearsonCorrelation', pearsonCorrelation],
  ['spearmanCorrelation', spearmanCorrelation],
])('%s', (name, correlation) => {
  it('lies in its interval, and its interval between -1 and 1', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const result = correlation(...split(rows));
        fc.pre(result.status === 'computed');
        expect(result.lower).toBeGreaterThanOrEqual(-1);
        expect(result.lower).toBeLessThanOrEqual(result.r + 1e-12);
        expect(result.upper).toBeGreaterThanOrEqual(result.r - 1e-12);
        expect(result.upper).toBeLessThanOrEqual(1);
        expect(result.p).toBeGreaterThanOrEqual(0);
        expect(result.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not mind the order of the rows, nor which column comes first', () => {
    const rows: [number, number][] = [
      [1, 4],
      [2, 9],
      [2, 3],
      [5, 8],
      [9, 11],
    ];
    const [x, y] = split(rows);
    const [backX, backY] = split([...rows].reverse());
    const there = correlation(x, y);
    for (const other of [correlation(backX, backY), correlation(y, x)]) {
      expect(other).toMatchObject({ status: 'computed', n: 5 });
      expect(there.status === 'computed' && other.status === 'computed').toBe(true);
      if (there.status !== 'computed' || other.status !== 'computed') continue;
      expect(other.r).toBeCloseTo(there.r, 14);
      expect(other.p).toBeCloseTo(there.p, 14);
    }
  });

  it('is exactly 1 or -1 for a straight line, with nothing left to doubt', () => {
    const line = [1, 2, 3, 4, 5];
    expect(correlation(line, line)).toMatchObject({ r: 1, lower: 1, upper: 1, p: 0 });
    expect(correlation(line, [...line].reverse())).toMatchObject({ r: -1, lower: -1, upper: -1 });
  });

  it('says so when there are too few pairs or a column is constant', () => {
    expect(correlation([1, 2, 3], [3, 1, 2])).toMatchObject({ status: 'too-few', n: 3 });
    expect(correlation([], [])).toMatchObject({ status: 'too-few', n: 0 });
    expect(correlation([0.1, 0.1, 0.1, 0.1], [1, 2, 3, 4])).toEqual({
      status: 'constant',
      n: 4,
      reason: 'every value of x is the same',
    });
    expect(correlation([1, 2, 3, 4], [7, 7, 7, 7])).toMatchObject({
      reason: 'every value of y is the same',
    });
  });

  it('refuses columns of different length and values that are not finite', () => {
    expect(() => correlation([1, 2], [1])).toThrow(
      new RangeError(`${name}: x and y must have the same length`),
    );
    expect(() => correlation([1, 2, 3, NaN], [1, 2, 3, 4])).toThrow(
      new RangeError(`${name}: x must hold finite numbers only`),
    );
  });
});

describe('pearsonCorrelation', () => {
  it('does not mind units', () => {
    const x = [2013, 2014, 2015, 2016, 2017, 2018];
    const y = [0.2, 0.25, 0.22, 0.31, 0.3, 0.4];
    const plain = pearsonCorrelation(x, y);
    const scaled = pearsonCorrelation(
      x.map((year) => (year - 2013) * 1e200),
      y.map((rate) => rate * 100 - 7),
    );
    expect(plain.status === 'computed' && scaled.status === 'computed').toBe(true);
    if (plain.status !== 'computed' || scaled.status !== 'computed') return;
    expect(scaled.r).toBeCloseTo(plain.r, 12);
  });
});

describe('spearmanCorrelation', () => {
  it('sees only the order', () => {
    const x = [1, 5, 2, 8, 3];
    const y = [2, 2, 9, 4, 7];
    expect(
      spearmanCorrelation(
        x.map((v) => Math.exp(v)),
        y,
      ),
    ).toEqual(spearmanCorrelation(x, y));
  });
});

describe('smallestDetectableCorrelation', () => {
  it('falls as pairs are added and rises with the power asked for', () => {
    expect(smallestDetectableCorrelation(20)).toBeGreaterThan(smallestDetectableCorrelation(21));
    expect(smallestDetectableCorrelation(20, 0.9)).toBeGreaterThan(
      smallestDetectableCorrelation(20),
    );
  });

  it('refuses fewer than four pairs', () => {
    expect(() => smallestDetectableCorrelation(3)).toThrow(
      new RangeError('smallestDetectableCorrelation: n must be a whole number of at least 4'),
    );
  });
});

describe('correlationPower', () => {
  it('is four in five for the smallest detectable correlation, and alpha for none', () => {
    for (const n of [8, 30, 63, 400]) {
      expect(correlationPower(n, smallestDetectableCorrelation(n))).toBeCloseTo(0.8, 5);
      expect(correlationPower(n, 0, 0.1)).toBeCloseTo(0.1, 14);
    }
  });

  it('grows with n and does not mind the sign', () => {
    expect(correlationPower(40, 0.3)).toBeGreaterThan(correlationPower(20, 0.3));
    expect(correlationPower(40, -0.3)).toBe(correlationPower(40, 0.3));
  });

  it('refuses what cannot be', () => {
    expect(() => correlationPower(3, 0.5)).toThrow(
      new RangeError('correlationPower: n must be a whole number of at least 4'),
    );
    expect(() => correlationPower(9, 1)).toThrow(
      new RangeError('correlationPower: r must lie between -1 and 1'),
    );
  });
});

describe('a million pairs', () => {
  it('are no trap', () => {
    const x = Array.from({ length: 1_000_000 }, (_, i) => i);
    const y = x.map((value) => (value % 2 === 0 ? value : -value));
    const found = pearsonCorrelation(x, y);
    expect(found).toMatchObject({ status: 'computed', n: 1_000_000 });
    expect(found.status === 'computed' && Math.abs(found.r)).toBeLessThan(0.001);
  });
});
