import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  betaQuantile,
  chiSquaredQuantile,
  chiSquaredUpper,
  fUpper,
  logChoose,
  logGamma,
  normalCdf,
  normalQuantile,
  normalTwoSided,
  normalUpper,
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
    ['logGamma: x must be a positive number', () => logGamma(0)],
    ['logChoose: k must lie from 0 to n', () => logChoose(3, 4)],
  ])('are refused: %s', (message, call) => {
    expect(call).toThrow(new RangeError(message));
  });
});
