import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '#scoring/calendar/iso-day.ts';
import { workingWeeks, type WorkingWeeksInput } from '#scoring/employers/working-weeks.ts';

const base: WorkingWeeksInput = {
  patterns: [{ fromDay: '2026-01-01', fte: 1 }],
  leave: [],
  bankHolidays: [],
  employedFrom: '2020-01-01',
  employedTo: null,
  from: '2026-03-30',
  to: '2026-04-05',
};

/** The definition read out day by day, as a check on the counting. */
function dayByDay(input: WorkingWeeksInput): number {
  const holidays = new Set(input.bankHolidays);
  let days = 0;
  for (let day = input.from; day <= input.to; day = addDays(day, 1)) {
    const isEmployed =
      day >= input.employedFrom && (input.employedTo === null || day <= input.employedTo);
    if (!isEmployed || weekday(day) > 5 || holidays.has(day)) continue;
    const inForce = input.patterns
      .filter(({ fromDay }) => fromDay <= day)
      .sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1))[0];
    days += inForce?.fte ?? 0;
    for (const leave of input.leave) if (leave.day === day) days -= leave.part;
  }
  return Math.max(0, days / 5);
}

describe('workingWeeks', () => {
  it('gives the worked example: 0.6 full time, four weeks, one bank holiday, two leave days', () => {
    const input = {
      ...base,
      patterns: [{ fromDay: '2025-01-01', fte: 0.6 }],
      bankHolidays: ['2026-05-04'],
      from: '2026-04-20',
      to: '2026-05-17',
    };
    expect(workingWeeks(input)).toBeCloseTo(2.28, 12);
    const leave = [
      { day: '2026-04-22', part: 1 },
      { day: '2026-04-23', part: 1 },
    ];
    expect(workingWeeks({ ...input, leave })).toBeCloseTo(1.88, 12);
  });

  it('counts a full week as one', () => {
    expect(workingWeeks(base)).toBe(1);
    expect(workingWeeks({ ...base, from: '2026-04-04', to: '2026-04-05' })).toBe(0);
    expect(workingWeeks({ ...base, from: '2026-04-03', to: '2026-04-03' })).toBeCloseTo(0.2, 12);
  });

  it('takes bank holidays from a list or a set, but not on a weekend', () => {
    const days = ['2026-04-03', '2026-04-04'];
    expect(workingWeeks({ ...base, bankHolidays: days })).toBeCloseTo(0.8, 12);
    expect(workingWeeks({ ...base, bankHolidays: new Set(days) })).toBeCloseTo(0.8, 12);
  });

  it('begins and ends with employment, whose last day is worked', () => {
    expect(workingWeeks({ ...base, employedFrom: '2026-04-01' })).toBeCloseTo(0.6, 12);
    expect(workingWeeks({ ...base, employedTo: '2026-03-31' })).toBeCloseTo(0.4, 12);
    expect(workingWeeks({ ...base, employedTo: '2026-03-29' })).toBe(0);
    expect(workingWeeks({ ...base, employedFrom: '2026-04-06' })).toBe(0);
  });

  it('changes with the working pattern, in whatever order the patterns come', () => {
    const patterns = [
      { fromDay: '2026-04-01', fte: 0.5 },
      { fromDay: '2026-01-01', fte: 1 },
    ];
    // Monday and Tuesday full time, Wednesday to Friday half: 2 + 1.5 days
    expect(workingWeeks({ ...base, patterns })).toBeCloseTo(0.7, 12);
    expect(workingWeeks({ ...base, patterns: [] })).toBe(0);
    expect(workingWeeks({ ...base, patterns: [{ fromDay: '2026-04-02', fte: 1 }] })).toBeCloseTo(
      0.4,
      12,
    );
  });

  it('takes leave away once, and never goes below 0', () => {
    const leave = (...days: [string, number][]) => days.map(([day, part]) => ({ day, part }));
    const weeks = (...days: [string, number][]) => workingWeeks({ ...base, leave: leave(...days) });
    expect(weeks(['2026-03-31', 0.5])).toBeCloseTo(0.9, 12);
    expect(weeks(['2026-03-31', 1], ['2026-03-31', 1])).toBeCloseTo(0.8, 12);
    expect(weeks(['2026-04-04', 1])).toBe(1);
    expect(weeks(['2026-03-27', 1])).toBe(1);
    const holiday = { ...base, bankHolidays: ['2026-04-03'], leave: leave(['2026-04-03', 1]) };
    expect(workingWeeks(holiday)).toBeCloseTo(0.8, 12);
    const away = leave(
      ['2026-03-30', 1],
      ['2026-03-31', 1],
      ['2026-04-01', 1],
      ['2026-04-02', 1],
      ['2026-04-03', 1],
    );
    const part = { ...base, patterns: [{ fromDay: '2026-01-01', fte: 0.5 }], leave: away };
    expect(workingWeeks(part)).toBe(0);
  });

  it('equals a count day by day', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ fromDay: day, fte: fc.constantFrom(0, 0.2, 0.5, 0.6, 1) }), {
          selector: ({ fromDay }) => fromDay,
          maxLength: 4,
        }),
        fc.uniqueArray(fc.record({ day, part: fc.constantFrom(0.5, 1) }), {
          selector: (leave) => leave.day,
          maxLength: 6,
        }),
        fc.array(day, { maxLength: 6 }),
        fc.tuple(day, fc.option(day)),
        fc.tuple(day, fc.integer({ min: 0, max: 90 })),
        (patterns, leave, bankHolidays, [employedFrom, employedTo], [from, days]) => {
          const window = { employedFrom, employedTo, from, to: addDays(from, days) };
          const input = { patterns, leave, bankHolidays, ...window };
          expect(workingWeeks(input)).toBeCloseTo(dayByDay(input), 9);
        },
      ),
    );
  });

  it.each([
    ['a day that is none', { from: '2026-02-30' }, /first day of the window must be a day/],
    ['a window that ends early', { to: '2026-03-29' }, /must not be before the first/],
    ['more than full time', { patterns: [{ fromDay: '2026-01-01', fte: 2 }] }, /from 0 to 1.5/],
    ['leave of no part', { leave: [{ day: '2026-04-01', part: 0 }] }, /part above 0/],
    ['leave of two days in one', { leave: [{ day: '2026-04-01', part: 2 }] }, /part above 0/],
    ['employment that ends on no day', { employedTo: 'never' }, /last day of employment/],
  ])('refuses %s', (_, change, expected) => {
    expect(() => workingWeeks({ ...base, ...change })).toThrow(expected);
    expect(() => workingWeeks({ ...base, ...change })).toThrow(/^workingWeeks: /);
  });
});
