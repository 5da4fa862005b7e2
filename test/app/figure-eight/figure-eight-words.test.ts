import { describe, expect, test } from 'vitest';

import { wholePoints } from '#app/client-model/few-digits.ts';
import { pointsInterval } from '#app/figure-eight/figure-eight-words.ts';

/** An interval as the figure has it: whether it is clear is decided before it is rounded. */
const said = (lower: number, upper: number): string =>
  pointsInterval({
    value: wholePoints((lower + upper) / 2),
    lower: wholePoints(lower),
    upper: wholePoints(upper),
    isClear: lower > 0 || upper < 0,
  });

describe('an interval in percentage points', () => {
  test.each([
    [-0.021, 0.043, '−2 to 4'],
    [-0.002, 0.003, '0 to 0'],
    [0.002, 0.043, 'just over 0 to 4'],
    [-0.043, -0.002, '−4 to just under 0'],
  ])('from %s to %s is “%s”', (lower, upper, words) => {
    expect(said(lower, upper)).toBe(words);
  });

  test.each([
    [0.001, 0.004],
    [-0.004, -0.001],
  ])('from %s to %s, clear and rounded to nothing, is not on both sides of 0', (lower, upper) => {
    expect(said(lower, upper)).toBe('less than half a point to one side of 0');
  });
});
