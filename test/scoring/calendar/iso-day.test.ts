import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCalendarMonths,
  addDays,
  daysBetween,
  formatDay,
  formatMonth,
  isIsoDay,
  monthOf,
  startOfWeek,
  weekday,
} from '#scoring/calendar/iso-day.ts';

const day = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays('2000-01-01', days));

describe('isIsoDay', () => {
  it.each(['2026-03-27', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    'takes %s',
    (text) => {
      expect(isIsoDay(text)).toBe(true);
    },
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-01',
    '27/03/2026',
    '2026-03-27T00:00:00Z',
    '0000-01-01',
    '',
  ])('refuses %s', (text) => {
    expect(isIsoDay(text)).toBe(false);
  });
});

describe('addDays and daysBetween', () => {
  it('crosses the change to summer time without losing a day', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('knows leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(daysBetween('2000-01-01', '2001-01-01')).toBe(366);
  });

  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isIsoDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(days > 0 ? from < to : from >= to).toBe(true);
      }),
    );
  });

  it('refuse what is no day or no whole number, naming function and rule', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(/addDays: a day must be a real calendar day/);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(/addDays: days must be a whole number/);
    expect(() => addDays('9999-12-31', 1)).toThrow(/years 0001 to 9999/);
    expect(() => daysBetween('2026-01-01', 'tomorrow')).toThrow(RangeError);
  });
});

describe('addCalendarMonths', () => {
  it.each([
    ['2020-08-31', 18, '2022-02-28'],
    ['2020-08-31', 9, '2021-05-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addCalendarMonths(from, months)).toBe(expected);
  });

  it('keeps the day of the month or is held to the month’s last day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const to = addCalendarMonths(from, months);
        const held = addDays(to, 1).endsWith('-01');
        expect(to.slice(8) === from.slice(8) || (held && to.slice(8) < from.slice(8))).toBe(true);
        const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(count(to) - count(from)).toBe(months);
      }),
    );
  });

  it('refuses half a month', () => {
    expect(() => addCalendarMonths('2026-01-01', 1.5)).toThrow(/months must be a whole number/);
  });
});

describe('weeks, months and words', () => {
  it('numbers Monday 1 and Sunday 7', () => {
    expect(weekday('2026-01-01')).toBe(4);
    expect(weekday('2026-03-23')).toBe(1);
    expect(weekday('2026-03-29')).toBe(7);
  });

  it('starts a week on its Monday', () => {
    expect(startOfWeek('2026-03-29')).toBe('2026-03-23');
    expect(startOfWeek('2026-03-23')).toBe('2026-03-23');
    fc.assert(
      fc.property(day, (text) => {
        const monday = startOfWeek(text);
        expect(weekday(monday)).toBe(1);
        expect(daysBetween(monday, text)).toBe(weekday(text) - 1);
      }),
    );
  });

  it('names the month', () => {
    expect(monthOf('2026-03-27')).toBe('2026-03');
    expect(() => monthOf('2026-03')).toThrow(/monthOf/);
  });

  it('prints days and months', () => {
    expect(formatDay('2026-03-27')).toBe('27 March 2026');
    expect(formatDay('2026-12-01')).toBe('1 December 2026');
    expect(formatMonth('2026-03')).toBe('March 2026');
    expect(() => formatDay('2026-02-30')).toThrow(/formatDay/);
    expect(() => formatMonth('2026-13')).toThrow(/formatMonth/);
  });
});
