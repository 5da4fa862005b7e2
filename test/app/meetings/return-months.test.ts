import { expect, test } from 'vitest';

import { isMonthToReturn, monthsToReturn, returnState } from '#app/meetings/return-months.ts';

const team = { startDate: '2026-03-16', endDate: null };

test('a team returns the months from its first to the last one that has ended', () => {
  expect(monthsToReturn(team, '2026-07-03')).toEqual(['2026-06', '2026-05', '2026-04', '2026-03']);
  expect(monthsToReturn(team, '2026-03-31')).toEqual([]);
  expect(monthsToReturn(team, '2026-04-01')).toEqual(['2026-03']);
  const closed = { ...team, endDate: '2026-04-20' };
  expect(monthsToReturn(closed, '2026-07-03')).toEqual(['2026-04', '2026-03']);
});

test('other months do not exist', () => {
  expect(isMonthToReturn('2026-06', team, '2026-07-03')).toBe(true);
  for (const month of ['2026-07', '2026-02', '2026-13', 'June', '']) {
    expect(isMonthToReturn(month, team, '2026-07-03')).toBe(false);
  }
});

test('the month that ended last is due, an older one missing', () => {
  expect(returnState('2026-06', false, '2026-07-03')).toBe('due');
  expect(returnState('2026-05', false, '2026-07-03')).toBe('missing');
  expect(returnState('2026-05', true, '2026-07-03')).toBe('returned');
});
