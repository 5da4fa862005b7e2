import { expect, test } from 'vitest';

import { meanMovingRange } from '#scoring/statistics/control-charts/moving-range.ts';

/** Nine moving ranges of 1, then one of `last`. */
const series = (last: number): number[] => [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1 + last];

test('a moving range of just over three times the mean is kept: the factor is 3.267', () => {
  // 4 / 1.3 = 3.08
  expect(meanMovingRange(series(4), true)).toBeCloseTo(1.3, 12);
});

test('one of exactly 3.267 times the mean is left out', () => {
  // Ten distances that add up to 10,000, so that their mean is 1,000 and 3,267 lies on the line.
  const distances = [...new Array<number>(8).fill(748), 749, 3267];
  const values = distances.reduce((all, next) => [...all, (all.at(-1) ?? 0) + next], [0]);
  expect(meanMovingRange(values, false)).toBe(1000);
  expect(meanMovingRange(values, true)).toBeCloseTo(6733 / 9, 10);
});

test('one of more than 3.267 times the mean is left out, once', () => {
  // 5 / 1.4 = 3.57
  expect(meanMovingRange(series(5), true)).toBe(1);
  expect(meanMovingRange(series(5), false)).toBeCloseTo(1.4, 12);
});
