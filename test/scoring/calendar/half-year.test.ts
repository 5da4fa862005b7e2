import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatHalfYear,
  halfYearBounds,
  halfYearOf,
  isHalfYear,
  listHalfYears,
  nextHalfYear,
  previousHalfYear,
} from '#scoring/calendar/half-year.ts';
import { addDays } from '#scoring/calendar/iso-day.ts';

describe('half-years', () => {
  it('are calendar half-years', () => {
    expect(halfYearOf('2026-06-30')).toBe('2026-H1');
    expect(halfYearOf('2026-07-01')).toBe('2026-H2');
    expect(halfYearBounds('2026-H1')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
    expect(halfYearBounds('2025-H2')).toEqual({ from: '2025-07-01', to: '2025-12-31' });
    expect(formatHalfYear('2026-H1')).toBe('January to June 2026');
    expect(formatHalfYear('2025-H2')).toBe('July to December 2025');
  });

  it('follow one another', () => {
    expect(previousHalfYear('2026-H1')).toBe('2025-H2');
    expect(nextHalfYear('2025-H2')).toBe('2026-H1');
    expect(listHalfYears('2024-H2', '2026-H1')).toEqual([
      '2024-H2',
      '2025-H1',
      '2025-H2',
      '2026-H1',
    ]);
  });

  it('contain their days and leave no gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const day = addDays('2020-01-01', days);
        const halfYear = halfYearOf(day);
        const { from, to } = halfYearBounds(halfYear);
        expect(from <= day && day <= to).toBe(true);
        expect(halfYearOf(addDays(to, 1))).toBe(nextHalfYear(halfYear));
        expect(previousHalfYear(nextHalfYear(halfYear))).toBe(halfYear);
      }),
    );
  });

  it('refuse other notations, naming the function', () => {
    expect(isHalfYear('2026-H2')).toBe(true);
    for (const text of ['2026-H3', '2026H1', '0000-H1', '2026'])
      expect(isHalfYear(text)).toBe(false);
    expect(() => halfYearBounds('2026')).toThrow(
      /halfYearBounds: a half-year must be written like/,
    );
    expect(() => halfYearOf('2026-06')).toThrow(/halfYearOf/);
    expect(() => listHalfYears('2026-H2', '2026-H1')).toThrow(/listHalfYears/);
    expect(() => nextHalfYear('9999-H2')).toThrow(/years 0001 to 9999/);
  });
});
