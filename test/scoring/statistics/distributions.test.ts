import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  betaCdf,
  betaQuantile,
  betaUpper,
  betaUpperQuantile,
  binomialCdf,
  binomialLogProbability,
  binomialUpper,
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpper,
  chiSquaredUpperQuantile,
  fCdf,
  fQuantile,
  fUpper,
  fUpperQuantile,
  gammaCdf,
  gammaQuantile,
  gammaUpper,
  gammaUpperQuantile,
  logChoose,
  logGamma,
  normalCdf,
  normalQuantile,
  normalTwoSided,
  normalUpper,
  poissonCdf,
  poissonUpper,
  studentTCdf,
  studentTQuantile,
  studentTTwoSided,
  studentTUpper,
} from '#scoring/statistics/distributions.ts';
import { incompleteBeta } from '#scoring/statistics/distributions/incomplete-beta.ts';

import { tailDifference } from './relative-difference.ts';

const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const df = fc.double({ min: 0.5, max: 5000, noNaN: true });
const shape = fc.double({ min: 0.3, max: 800, noNaN: true });

/** Either tail of p, whichever is smaller, so that a quantile is judged where it has its digits. */
function expectTails(lower: number, upper: number, p: number) {
  const difference = p < 0.5 ? tailDifference(lower, p) : tailDifference(upper, 1 - p);
  expect(difference).toBeLessThan(1e-10);
}

describe('quantiles', () => {
  it('undo the normal distribution', () => {
    fc.assert(
      fc.property(probability, (p) => {
        const x = normalQuantile(p);
        expectTails(normalCdf(x), normalUpper(x), p);
      }),
    );
  });

  it("undo Student's t", () => {
    fc.assert(
      fc.property(probability, df, (p, freedom) => {
        const t = studentTQuantile(p, freedom);
        expectTails(studentTUpper(-t, freedom), studentTUpper(t, freedom), p);
      }),
    );
  });

  it('undo chi-squared', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 1 - 1e-12, noNaN: true }), df, (p, freedom) => {
        const upper = chiSquaredUpper(chiSquaredQuantile(p, freedom), freedom);
        expect(tailDifference(upper, 1 - p)).toBeLessThan(1e-10);
      }),
    );
  });

  it('undo beta', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        const tails = incompleteBeta(a, b, x, 1 - x);
        // A quantile within rounding of 1 cannot give its upper tail back.
        fc.pre(x < 1 - 1e-6);
        expect(
          Math.min(tailDifference(tails.lower, p), tailDifference(tails.upper, 1 - p)),
        ).toBeLessThan(1e-8);
      }),
    );
  });
});

describe('tails', () => {
  it('are symmetric where the distribution is', () => {
    expect(normalUpper(-1.2)).toBe(normalCdf(1.2));
    expect(normalTwoSided(-2)).toBe(2 * normalUpper(2));
    expect(studentTTwoSided(-2, 7)).toBe(studentTTwoSided(2, 7));
    expect(studentTUpper(0, 3)).toBe(0.5);
  });

  it('agree between families: t squared is F, chi-squared with 1 df is z squared', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 20, noNaN: true }), df, (t, freedom) => {
        const f = fUpper(t * t, 1, freedom);
        expect(tailDifference(f, studentTTwoSided(t, freedom))).toBeLessThan(1e-11);
        expect(tailDifference(chiSquaredUpper(t * t, 1), normalTwoSided(t))).toBeLessThan(1e-11);
      }),
    );
  });

  it('end at 0 and 1', () => {
    expect(normalUpper(Infinity)).toBe(0);
    expect(normalUpper(-Infinity)).toBe(1);
    expect(studentTTwoSided(Infinity, 4)).toBe(0);
    expect(studentTTwoSided(0, 4)).toBe(1);
    expect(chiSquaredUpper(0, 3)).toBe(1);
    expect(chiSquaredUpper(Infinity, 3)).toBe(0);
    expect(fUpper(0, 2, 3)).toBe(1);
    expect(fUpper(Infinity, 2, 3)).toBe(0);
    expect(logChoose(9, 9)).toBe(0);
  });
});

describe('both tails', () => {
  const x = fc.double({ min: 1e-3, max: 50, noNaN: true });

  it('add up to 1', () => {
    fc.assert(
      fc.property(x, shape, shape, fc.integer({ min: 0, max: 60 }), (value, a, b, k) => {
        const share = value / 51;
        for (const [lower, upper] of [
          [gammaCdf(value, a), gammaUpper(value, a)],
          [chiSquaredCdf(value, a), chiSquaredUpper(value, a)],
          [fCdf(value, a, b), fUpper(value, a, b)],
          [betaCdf(share, a, b), betaUpper(share, a, b)],
          [studentTCdf(value - 25, a), studentTUpper(value - 25, a)],
          [poissonCdf(k, value), poissonUpper(k, value)],
          [binomialCdf(k, 60, share), binomialUpper(k, 60, share)],
        ] as const) {
          expect(lower + upper).toBeCloseTo(1, 14);
        }
      }),
    );
  });

  it('are undone by the quantile from the same side', () => {
    const small = fc.double({ min: 1e-30, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(small, shape, shape, (p, a, b) => {
        const close = (tail: number) => expect(tailDifference(tail, p)).toBeLessThan(1e-10);
        close(gammaUpper(gammaUpperQuantile(p, a), a));
        close(chiSquaredUpper(chiSquaredUpperQuantile(p, a), a));
        close(fUpper(fUpperQuantile(p, 2 * a, 2 * b), 2 * a, 2 * b));
        // A quantile within rounding of 1 cannot give its upper tail back.
        const share = betaUpperQuantile(p, a, b);
        if (share < 0.5) close(betaUpper(share, a, b));
        if (p > 1e-12) {
          close(gammaCdf(gammaQuantile(p, a), a));
          close(fCdf(fQuantile(p, 2 * a, 2 * b), 2 * a, 2 * b));
        }
      }),
    );
  });

  it('of counts are sums of their chances', () => {
    const chance = (k: number) => Math.exp(binomialLogProbability(k, 30, 0.2));
    let total = 0;
    for (let k = 0; k <= 30; k += 1) {
      total += chance(k);
      expect(binomialCdf(k, 30, 0.2)).toBeCloseTo(total, 13);
    }
    expect(binomialUpper(29, 30, 0.2)).toBeCloseTo(0.2 ** 30, 30);
    expect(poissonCdf(0, 3)).toBeCloseTo(Math.exp(-3), 15);
    expect(binomialLogProbability(0, 5, 0)).toBe(0);
    expect(binomialLogProbability(1, 5, 0)).toBe(-Infinity);
    expect(binomialLogProbability(5, 5, 1)).toBe(0);
  });

  it('do not overflow', () => {
    // Cauchy: the tail beyond t is 1 / (pi t) far out.
    for (const t of [1e90, 1e150, 1e200]) {
      expect(tailDifference(studentTUpper(t, 1), 1 / (Math.PI * t))).toBeLessThan(1e-10);
    }
    expect(studentTUpper(Infinity, 1)).toBe(0);
    expect(fUpper(1e300, 5, 1)).toBeGreaterThan(0);
    expect(tailDifference(studentTQuantile(1e-200, 1), -1e200 / Math.PI)).toBeLessThan(1e-10);
  });
});

describe('impossible arguments', () => {
  it.each([
    ['normalQuantile: p must lie between 0 and 1', () => normalQuantile(1)],
    ['normalUpper: x must be a number', () => normalUpper(NaN)],
    ['studentTTwoSided: df must be a positive number', () => studentTUpper(1, 0)],
    ['studentTTwoSided: t must be a number', () => studentTTwoSided(NaN, 2)],
    ['studentTQuantile: p must lie between 0 and 1', () => studentTQuantile(0, 5)],
    ['chiSquaredUpper: x must be 0 or more', () => chiSquaredUpper(-1, 2)],
    ['chiSquaredQuantile: df must be a positive number', () => chiSquaredQuantile(0.5, -1)],
    ['fUpper: d2 must be a positive number', () => fUpper(1, 1, 0)],
    ['fUpper: f must be 0 or more', () => fUpper(NaN, 1, 1)],
    ['betaQuantile: a must be a positive number', () => betaQuantile(0.5, 0, 1)],
    ['betaCdf: x must lie from 0 to 1', () => betaCdf(1.5, 1, 1)],
    ['gammaUpper: x must be 0 or more', () => gammaUpper(-1, 1)],
    ['gammaQuantile: p must lie between 0 and 1', () => gammaQuantile(0, 1)],
    ['fUpperQuantile: d1 must be a positive number', () => fUpperQuantile(0.5, 0, 1)],
    ['poissonCdf: k must be a whole number of at least 0', () => poissonCdf(1.5, 1)],
    ['poissonUpper: mean must be a positive number', () => poissonUpper(1, 0)],
    ['binomialCdf: k must be a whole number from 0 to n', () => binomialCdf(4, 3, 0.5)],
    ['binomialLogProbability: p must lie from 0 to 1', () => binomialLogProbability(1, 2, 1.1)],
    ['logGamma: x must be a positive number', () => logGamma(0)],
    ['logChoose: k must lie from 0 to n', () => logChoose(3, 4)],
  ])('are refused: %s', (message, call) => {
    expect(call).toThrow(new RangeError(message));
  });
});
