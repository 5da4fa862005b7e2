import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dayNumber } from '#scoring/calendar/day-number.ts';
import { addDays, daysBetween } from '#scoring/calendar/iso-day.ts';

describe('dayNumber', () => {
  it('is 0 on 1 January 1970 and grows by one a day, leap days too', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
    // 30 years of 365 days and the leap days of 1972 to 1996.
    expect(dayNumber('2000-01-01')).toBe(30 * 365 + 7);
  });

  it('counts the days of daysBetween', () => {
    const days = fc.integer({ min: -700_000, max: 2_900_000 });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = [addDays('1970-01-01', a), addDays('1970-01-01', b)];
        expect(dayNumber(from)).toBe(a);
        expect(dayNumber(to) - dayNumber(from)).toBe(daysBetween(from, to));
      }),
    );
  });

  it('refuses what is no day', () => {
    expect(() => dayNumber('2023-02-29')).toThrow(/dayNumber/);
    expect(() => dayNumber('2023-02')).toThrow(RangeError);
  });
});
