import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '#scoring/calendar/iso-day.ts';
import { lastDayOfMonth } from '#scoring/calendar/iso-month.ts';
import { monthlyContactRates } from '#scoring/employers/monthly-contact-rates.ts';
import { workingWeeks } from '#scoring/employers/working-weeks.ts';

const person = (specialistId: string, fte = 1) => ({
  specialistId,
  patterns: [{ fromDay: '2022-01-03', fte }],
  leave: [],
  employedFrom: '2022-01-03',
  employedTo: null,
});

const close = (value: number): unknown => expect.closeTo(value, 12);

const contacts = (specialistId: string, day: string, strict: number, allModes = strict) => ({
  specialistId,
  day,
  strict,
  allModes,
});

describe('monthly contact rates', () => {
  it('are contacts over the working weeks of each month, in both ways of counting', () => {
    // January 2026 has 22 weekdays, one of them New Year’s Day; February 20.
    const months = monthlyContactRates(
      [person('a'), person('b', 0.5)],
      [
        contacts('a', '2026-01-01', 1),
        contacts('a', '2026-01-20', 20, 30),
        contacts('b', '2026-02-27', 6, 9),
      ],
      ['2026-01-01'],
      '2026-02',
    );
    expect(months.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
    const [january, february] = months;
    expect(january!.strict).toEqual({
      status: 'rate',
      contacts: 21,
      workingWeeks: close(6.3),
      contactsPerWeek: close(21 / 6.3),
    });
    expect(january!.allModes).toMatchObject({ contacts: 31, workingWeeks: close(6.3) });
    expect(february!.strict).toMatchObject({ contacts: 6, workingWeeks: 6, contactsPerWeek: 1 });
    expect(february!.allModes).toMatchObject({ contacts: 9, contactsPerWeek: 1.5 });
  });

  it('begin on the day of the first contact: what was not recorded yet is not idleness', () => {
    const [first] = monthlyContactRates(
      [person('a')],
      [contacts('a', '2026-02-23', 4)],
      [],
      '2026-02',
    );
    expect(first!.strict).toMatchObject({ workingWeeks: 1, contactsPerWeek: 4 });
  });

  it('leave no month out: one without contacts is 0, one without working weeks has no rate', () => {
    const gone = { ...person('a'), employedTo: '2026-02-28' };
    const months = monthlyContactRates([gone], [contacts('a', '2026-01-01', 3)], [], '2026-03');
    expect(months.map(({ strict }) => strict.status)).toEqual(['rate', 'rate', 'too-few']);
    expect(months[1]!.strict).toMatchObject({ contacts: 0, contactsPerWeek: 0 });
  });

  it('leave out who is not listed and what came after the last month', () => {
    const counts = [contacts('leader', '2026-01-05', 9), contacts('a', '2026-03-02', 9)];
    expect(monthlyContactRates([person('a')], counts, [], '2026-02')).toEqual([]);
  });

  it('add up to the contacts and working weeks of the whole stretch', () => {
    const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyDay, fc.nat(5)), { minLength: 1 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (drawn, fte) => {
          const people = [person('a', fte), person('b')];
          const counts = drawn.map(([day, strict], i) => contacts('ab'[i % 2]!, day, strict));
          const months = monthlyContactRates(people, counts, [], '2025-12');
          const [from] = drawn.map(([day]) => day).sort();
          const to = lastDayOfMonth('2025-12');
          const weeks = people.map((one) =>
            workingWeeks({ ...one, bankHolidays: [], from: from!, to }),
          );
          const total = (value: (month: (typeof months)[number]) => number) =>
            months.reduce((sum, month) => sum + value(month), 0);
          expect(total(({ strict }) => strict.contacts)).toBe(
            drawn.reduce((sum, [, strict]) => sum + strict, 0),
          );
          expect(total(({ strict }) => strict.workingWeeks)).toBeCloseTo(weeks[0]! + weeks[1]!, 9);
        },
      ),
      { numRuns: 50 },
    );
  });
});
