import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#scoring/calendar/iso-day.ts';
import {
  addMonths,
  firstDayOfMonth,
  isIsoMonth,
  lastDayOfMonth,
  listMonths,
  monthsBetween,
} from '#scoring/calendar/iso-month.ts';

const month = fc.integer({ min: -1200, max: 1200 }).map((months) => addMonths('2000-01', months));

describe('months', () => {
  it('are written YYYY-MM', () => {
    expect(isIsoMonth('2026-03')).toBe(true);
    for (const text of ['2026-13', '2026-3', '2026-03-01', '2026-00', '']) {
      expect(isIsoMonth(text)).toBe(false);
    }
  });

  it('have a first and a last day', () => {
    expect(firstDayOfMonth('2024-02')).toBe('2024-02-01');
    expect(lastDayOfMonth('2024-02')).toBe('2024-02-29');
    expect(lastDayOfMonth('2026-12')).toBe('2026-12-31');
    fc.assert(
      fc.property(month, (text) => {
        expect(addDays(lastDayOfMonth(text), 1)).toBe(firstDayOfMonth(addMonths(text, 1)));
      }),
    );
  });

  it('add and subtract', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(monthsBetween('2025-10', '2026-03')).toBe(5);
    fc.assert(
      fc.property(month, fc.integer({ min: -600, max: 600 }), (from, months) => {
        expect(monthsBetween(from, addMonths(from, months))).toBe(months);
      }),
    );
  });

  it('can be listed', () => {
    expect(listMonths('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(listMonths('2026-02', '2026-02')).toEqual(['2026-02']);
    expect(() => listMonths('2026-02', '2026-01')).toThrow(/listMonths: the last month/);
  });

  it('refuse what is none, naming the function', () => {
    expect(() => lastDayOfMonth('2026-13')).toThrow(/lastDayOfMonth: a month must be written/);
    expect(() => addMonths('March', 1)).toThrow(/addMonths/);
    expect(() => monthsBetween('2026-01', '2026-1')).toThrow(/monthsBetween/);
    expect(() => firstDayOfMonth('2026-03-01')).toThrow(/firstDayOfMonth/);
  });
});
