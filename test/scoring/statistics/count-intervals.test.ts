import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clopperPearsonInterval } from '#scoring/statistics/clopper-pearson-interval.ts';
import { binomialCdf, binomialUpper, poissonCdf } from '#scoring/statistics/distributions.ts';
import { byarInterval, exactPoissonInterval } from '#scoring/statistics/poisson-intervals.ts';
import { katzRatio, representationRatio } from '#scoring/statistics/ratio-of-proportions.ts';
import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';

const counts = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

describe('clopperPearsonInterval', () => {
  it('contains the proportion, and leaves half the error beyond each end', () => {
    fc.assert(
      fc.property(counts, level, ([x, n], confidence) => {
        const { lower, upper } = clopperPearsonInterval(x, n, confidence);
        const tail = (1 - confidence) / 2;
        expect(lower).toBeLessThanOrEqual(x / n);
        expect(upper).toBeGreaterThanOrEqual(x / n);
        expect(x === 0 ? tail : binomialUpper(x - 1, n, lower)).toBeCloseTo(tail, 9);
        expect(x === n ? tail : binomialCdf(x, n, upper)).toBeCloseTo(tail, 9);
      }),
    );
  });

  it('is exactly 0 for none and exactly 1 for all', () => {
    expect(clopperPearsonInterval(0, 9).lower).toBe(0);
    expect(clopperPearsonInterval(9, 9).upper).toBe(1);
  });

  it('reaches further than Wilson for a usual count', () => {
    expect(clopperPearsonInterval(16, 40).upper).toBeGreaterThan(wilsonInterval(16, 40).upper);
  });
});

describe('intervals of a number of events', () => {
  const events = fc.integer({ min: 0, max: 100_000 });

  it('contain it', () => {
    fc.assert(
      fc.property(events, level, (x, confidence) => {
        for (const interval of [exactPoissonInterval(x, confidence), byarInterval(x, confidence)]) {
          expect(interval.lower).toBeLessThanOrEqual(x);
          expect(interval.upper).toBeGreaterThan(x);
        }
      }),
    );
  });

  it('leave half the error beyond the exact upper end', () => {
    fc.assert(
      fc.property(events, (x) => {
        expect(poissonCdf(x, exactPoissonInterval(x).upper)).toBeCloseTo(0.025, 9);
      }),
    );
  });

  it('start at 0 for none, and Byar never below it', () => {
    expect(exactPoissonInterval(0).lower).toBe(0);
    expect(byarInterval(0).lower).toBe(0);
    expect(byarInterval(1, 0.9999).lower).toBe(0);
  });

  it('lie close together for many events', () => {
    expect(byarInterval(400).lower).toBeCloseTo(exactPoissonInterval(400).lower, 1);
  });
});

describe('katzRatio', () => {
  it('contains the ratio, and turns upside down with the groups', () => {
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        const there = katzRatio(x1, n1, x2, n2);
        const back = katzRatio(x2, n2, x1, n1);
        expect(there.status === 'computed').toBe(back.status === 'computed');
        if (there.status !== 'computed' || back.status !== 'computed') return;
        expect(there.lower).toBeLessThanOrEqual(there.ratio);
        expect(there.upper).toBeGreaterThanOrEqual(there.ratio);
        expect(back.lower * there.upper).toBeCloseTo(1, 10);
      }),
    );
  });

  it('has no interval where a group has none, or both have all', () => {
    expect(katzRatio(0, 5, 3, 9)).toMatchObject({ status: 'no-interval', ratio: 0 });
    expect(katzRatio(3, 5, 0, 9)).toMatchObject({ status: 'no-interval', ratio: undefined });
    expect(katzRatio(5, 5, 9, 9)).toMatchObject({ status: 'no-interval', ratio: 1 });
    expect(katzRatio(5, 5, 8, 9).status).toBe('computed');
  });
});

describe('representationRatio', () => {
  it('is narrower than Katz, since the caseload is known', () => {
    const within = representationRatio(60, 170, 240, 1400);
    const katz = katzRatio(60, 170, 240, 1400);
    expect(within.status === 'computed' && katz.status === 'computed').toBe(true);
    if (within.status !== 'computed' || katz.status !== 'computed') return;
    expect(within.ratio).toBeCloseTo(katz.ratio, 14);
    expect(within.upper).toBeLessThan(katz.upper);
  });

  it.each<[given: [number, number, number, number], ratio: number | undefined, reason: string]>([
    [[0, 5, 0, 40], undefined, 'nobody in the caseload belongs to the group'],
    [[0, 5, 8, 40], 0, 'no client belongs to the group'],
    [[5, 5, 8, 40], 5, 'every client belongs to the group'],
    [[8, 40, 8, 40], 1, 'the clients are the whole caseload: nothing is left to chance'],
  ])('has no interval for %j', (given, ratio, reason) => {
    expect(representationRatio(...given)).toEqual({ status: 'no-interval', ratio, reason });
  });

  it('refuses clients who cannot be part of the caseload', () => {
    const refusal = new RangeError('representationRatio: the clients must be part of the caseload');
    expect(() => representationRatio(9, 10, 8, 40)).toThrow(refusal);
    expect(() => representationRatio(0, 10, 35, 40)).toThrow(refusal);
  });
});

describe('impossible counts', () => {
  it.each([
    [
      'exactPoissonInterval: events must be a whole number of at least 0',
      () => exactPoissonInterval(-1),
    ],
    ['byarInterval: events must be a whole number of at least 0', () => byarInterval(1.5)],
    ['byarInterval: level must lie between 0 and 1', () => byarInterval(1, 1)],
    [
      'clopperPearsonInterval: successes must be a whole number from 0 to n',
      () => clopperPearsonInterval(4, 3),
    ],
    ['katzRatio: n2 must be a whole number of at least 1', () => katzRatio(1, 2, 0, 0)],
    [
      'representationRatio: groupClients must be a whole number from 0 to clients',
      () => representationRatio(3, 2, 4, 9),
    ],
  ])('are refused: %s', (message, call) => {
    expect(call).toThrow(new RangeError(message));
  });
});
