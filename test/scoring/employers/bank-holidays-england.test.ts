import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '#scoring/calendar/iso-day.ts';
import {
  bankHolidayDaysEngland,
  bankHolidaysEngland,
  bankHolidayYearsEngland,
} from '#scoring/employers/bank-holidays-england.ts';

const years = Array.from({ length: 10 }, (_, index) => 2019 + index);

/**
 * Easter Sunday as the church places it: the Sunday after the full moon that the 19-year cycle puts
 * 0 to 28 days after 21 March (constants of the years 1900 to 2199).
 */
function easterSunday(year: number): string {
  const cycle = year % 19;
  const age = (19 * cycle + 24) % 30;
  const isHeldBack = age === 29 || (age === 28 && cycle > 10);
  const fullMoon = addDays(`${year}-03-21`, isHeldBack ? age - 1 : age);
  return addDays(fullMoon, 7 - (weekday(fullMoon) % 7));
}

function mondayOnOrAfter(day: string): string {
  return addDays(day, (8 - weekday(day)) % 7);
}

/** A weekend day moves to the next weekday that is not taken. */
function moved(day: string, taken: string[]): string {
  let free = day;
  while (weekday(free) > 5 || taken.includes(free)) free = addDays(free, 1);
  return free;
}

/** Of Christmas and Boxing Day, the one on a weekday keeps its day and the other moves past it. */
function christmasDays(year: number): string[] {
  const [christmas, boxing] = [`${year}-12-25`, `${year}-12-26`];
  if (weekday(christmas) === 7) return [boxing, moved(christmas, [boxing])];
  const first = moved(christmas, []);
  return [first, moved(boxing, [first])];
}

function expectedDays(year: number): string[] {
  const easter = easterSunday(year);
  const days = [
    moved(`${year}-01-01`, []),
    addDays(easter, -2),
    addDays(easter, 1),
    year === 2020 ? '2020-05-08' : mondayOnOrAfter(`${year}-05-01`),
    year === 2022 ? '2022-06-02' : addDays(mondayOnOrAfter(`${year}-06-01`), -7),
    addDays(mondayOnOrAfter(`${year}-09-01`), -7),
    ...christmasDays(year),
    ...(year === 2022 ? ['2022-06-03', '2022-09-19'] : []),
    ...(year === 2023 ? ['2023-05-08'] : []),
  ];
  return days.sort();
}

describe('bank holidays of England', () => {
  it('computes Easter as published', () => {
    expect(easterSunday(2019)).toBe('2019-04-21');
    expect(easterSunday(2024)).toBe('2024-03-31');
    expect(easterSunday(2025)).toBe('2025-04-20');
    expect(easterSunday(2026)).toBe('2026-04-05');
  });

  it.each(years)('%i has the days that the rules give', (year) => {
    const found = bankHolidaysEngland.filter(({ day }) => day.startsWith(String(year)));
    expect(found.map(({ day }) => day)).toEqual(expectedDays(year));
  });

  it('are weekdays, in order, each once', () => {
    const days = bankHolidaysEngland.map(({ day }) => day);
    expect(days).toEqual([...days].sort());
    expect(bankHolidayDaysEngland.size).toBe(days.length);
    for (const day of days) expect(weekday(day)).toBeLessThanOrEqual(5);
  });

  it('holds the days that were moved or added', () => {
    for (const day of ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']) {
      expect(bankHolidayDaysEngland.has(day)).toBe(true);
    }
    expect(bankHolidayDaysEngland.has('2020-05-04')).toBe(false);
    expect(bankHolidayDaysEngland.has('2022-05-30')).toBe(false);
  });

  it('says for which years it is complete', () => {
    const found = new Set(bankHolidaysEngland.map(({ day }) => Number(day.slice(0, 4))));
    expect([...found]).toEqual(years);
    expect(bankHolidayYearsEngland).toEqual({ first: 2019, last: 2028 });
  });
});
