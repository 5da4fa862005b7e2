import { expect, test } from 'vitest';

import { dayInEngland } from '#scoring/calendar/day-in-england.ts';

test.each([
  ['in summer the day begins an hour before UTC', '2026-06-30T22:59:59.999Z', '2026-06-30'],
  ['in summer the day begins an hour before UTC', '2026-06-30T23:00:00.000Z', '2026-07-01'],
  ['in winter both begin together', '2026-12-31T23:59:59.999Z', '2026-12-31'],
  ['in winter both begin together', '2027-01-01T00:00:00.000Z', '2027-01-01'],
])('%s: %s is %s', (_rule, at, day) => {
  expect(dayInEngland(new Date(at))).toBe(day);
});

test('a moment that is none is refused', () => {
  expect(() => dayInEngland(new Date('yesterday'))).toThrow('dayInEngland: the moment must be');
});
