import { describe, expect, it } from 'vitest';

import { exactSum } from '#scoring/statistics/exact-sum.ts';

describe('exactSum', () => {
  it('keeps what plain addition loses', () => {
    expect(exactSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(exactSum(new Array<number>(10).fill(0.1))).toBe(1);
    expect(exactSum([])).toBe(0);
  });
});
