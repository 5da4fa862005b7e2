import { describe, expect, it } from 'vitest';

import { dayNumber } from '#scoring/calendar/day-number.ts';

describe('dayNumber', () => {
  it('is 0 on 1 January 1970 and grows by one a day, leap days too', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
    // 30 years of 365 days and the leap days of 1972 to 1996.
    expect(dayNumber('2000-01-01')).toBe(30 * 365 + 7);
  });

  it('refuses what is no day', () => {
    expect(() => dayNumber('2023-02-29')).toThrow(RangeError);
  });
});
