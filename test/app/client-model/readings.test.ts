import { describe, expect, test } from 'vitest';

import { limitsWords, readingOf } from '#app/client-model/job-starts/readings.ts';
import { twoDigits } from '#app/client-model/few-digits.ts';

/** Limits as an odds ratio has them: whether they are clear is decided before they are rounded. */
const said = (lower: number | null, upper: number | null): string =>
  limitsWords({
    lower: lower === null ? null : twoDigits(lower),
    upper: upper === null ? null : twoDigits(upper),
    isClear: (lower ?? 0) > 1 || (upper ?? Infinity) < 1,
  });

describe('the limits of an odds ratio in words', () => {
  test.each([
    [0.924, 5.12, '0.92 to 5.1'],
    [0.997, 1.04, '1.0 to 1.0'],
    [1.004, 5.12, 'just over 1 to 5.1'],
    [0.35, 0.998, '0.35 to just under 1'],
    [1.004, null, 'just over 1 to no upper limit'],
    [null, 0.998, 'no lower limit to just under 1'],
    [null, null, 'no lower limit to no upper limit'],
  ])('%s and %s are “%s”', (lower, upper, words) => {
    expect(said(lower, upper)).toBe(words);
  });

  test.each([
    [1.004, 1.03],
    [0.996, 0.999],
  ])('%s and %s, clear and both printed as 1, are not on both sides of it', (lower, upper) => {
    expect(said(lower, upper)).toBe('less than 0.05 to one side of 1');
  });
});

describe('the reading of a clear odds ratio', () => {
  const read = (oddsRatio: number, limits: { lower: number; upper: number }): string =>
    readingOf(
      'clients with a mortgage',
      'others',
      {
        oddsRatio,
        wald: { ...limits, isClear: true, p: 0.01 },
        profile: null,
        clusterRobust: null,
        effect: { value: 0, ...limits, p: 0.01 },
      },
      'Wald',
    );

  test.each([
    [1.1, { lower: 1, upper: 1.2 }, 'a start is more likely by'],
    [0.91, { lower: 0.83, upper: 1 }, 'a start is less likely by'],
    [1, { lower: 1, upper: 1.1 }, 'a start is more or less likely by less than half'],
  ])('of %s says its side only where rounding leaves it', (oddsRatio, limits, words) => {
    expect(read(oddsRatio, limits)).toContain(words);
  });
});
