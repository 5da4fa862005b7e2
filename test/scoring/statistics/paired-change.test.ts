import { describe, expect, it } from 'vitest';

import { pairedChanges } from '#scoring/statistics/paired-change.ts';

const measure = (name: string, before: (number | undefined)[], after: (number | undefined)[]) => ({
  name,
  before,
  after,
  scaleLength: 20,
});

describe('pairedChanges', () => {
  it('uses people with both values, and counts the others', () => {
    const [change] = pairedChanges([
      measure('health', [10, 12, undefined, 8, 9], [12, 15, 11, undefined, 10]),
    ]);
    expect(change).toMatchObject({ n: 3, excluded: 2, adjustment: 'Benjamini-Hochberg' });
    expect(change!.change).toMatchObject({ status: 'computed', difference: 2, n: 3 });
    expect(change!.shareOfScale).toBe(0.1);
    // Changes 2, 3 and 1: mean 2, standard deviation 1.
    expect(change!.standardisedResponseMean).toBeCloseTo(2, 12);
  });

  it('adjusts over the measures that have a p value', () => {
    const [first, second, third] = pairedChanges([
      measure('a', [1, 2, 3], [4, 6, 5]),
      measure('b', [1, 2], [1, 2]),
      measure('c', [1, 2, 3], [3, 2, 4]),
    ]);
    expect(second).toMatchObject({ change: { status: 'constant' }, adjustedP: undefined });
    const p = [first!, third!].map(({ change }) => (change.status === 'computed' ? change.p : NaN));
    expect(first!.adjustedP).toBeCloseTo(Math.min(2 * p[0]!, p[1]!), 12);
    expect(third!.adjustedP).toBeCloseTo(p[1]!, 12);
  });

  it('refuses a scale without length and lists that differ', () => {
    expect(() => pairedChanges([{ ...measure('a', [], []), scaleLength: 0 }])).toThrow(
      new RangeError('pairedChanges: scaleLength of a must be above 0'),
    );
    expect(() => pairedChanges([measure('a', [1], [])])).toThrow(
      new RangeError('pairedChanges: before and after of a must have the same length'),
    );
  });
});
