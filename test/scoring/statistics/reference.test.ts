import { describe, expect, it } from 'vitest';

import { referenceGroups } from './reference-checks.ts';
import { worstOf } from './reference-group.ts';
import { relativeDifference, tailDifference } from './relative-difference.ts';

describe('values computed by R', () => {
  it.each(referenceGroups().map((group) => [group.functionName, group] as const))(
    'agree with %s',
    (_, group) => {
      expect(group.checks.length).toBeGreaterThan(1);
      const worst = worstOf(group);
      expect(worst.difference, `furthest: ${JSON.stringify(worst)}`).toBeLessThanOrEqual(
        group.tolerance,
      );
    },
  );
});

describe('the measures of difference', () => {
  it('are relative above 1, absolute below, and relative throughout for tails', () => {
    expect(relativeDifference(202, 200)).toBeCloseTo(0.01, 12);
    expect(relativeDifference(0.02, 0.01)).toBeCloseTo(0.01, 12);
    expect(tailDifference(2e-20, 1e-20)).toBeCloseTo(1, 12);
  });

  it('count a missing value as infinitely far', () => {
    expect(relativeDifference(NaN, 1)).toBe(Infinity);
    expect(tailDifference(1, NaN)).toBe(Infinity);
    expect(relativeDifference(Infinity, Infinity)).toBe(0);
  });
});
