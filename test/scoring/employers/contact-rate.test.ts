import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, startOfWeek, weekday } from '#scoring/calendar/iso-day.ts';
import { contactRate } from '#scoring/employers/contact-rate.ts';
import { contactWindows } from '#scoring/employers/contact-windows.ts';
import { meanStrictContactRate } from '#scoring/employers/item-17-contact-rate.ts';
import {
  teamContactRates,
  type SpecialistEmployment,
} from '#scoring/employers/team-contact-rates.ts';

const today = '2026-04-22';

const specialist = (specialistId: string, fte: number): SpecialistEmployment => ({
  specialistId,
  patterns: [{ fromDay: '2025-01-01', fte }],
  leave: [],
  employedFrom: '2025-01-01',
  employedTo: null,
});

describe('contactRate', () => {
  it('gives the worked example: 11 contacts in 1.88 working weeks are 5.85 a week', () => {
    const result = contactRate(11, 1.88);
    expect(result).toMatchObject({ status: 'rate', contacts: 11, workingWeeks: 1.88 });
    expect(result.status === 'rate' && result.contactsPerWeek.toFixed(2)).toBe('5.85');
  });

  it('gives none under half a working week', () => {
    expect(contactRate(3, 0.5)).toMatchObject({ status: 'rate', contactsPerWeek: 6 });
    expect(contactRate(3, 0.1 + 0.1 + 0.1 + 0.1 + 0.1)).toMatchObject({ status: 'rate' });
    expect(contactRate(3, 0.49)).toMatchObject({ status: 'too-few', contacts: 3 });
    expect(contactRate(0, 0)).toMatchObject({ status: 'too-few' });
  });

  it('refuses numbers that cannot be', () => {
    expect(() => contactRate(1.5, 1)).toThrow(/contactRate: contacts must be a whole number/);
    expect(() => contactRate(-1, 1)).toThrow(RangeError);
    expect(() => contactRate(1, -1)).toThrow(/contactRate: working weeks must be 0 or more/);
    expect(() => contactRate(1, Number.NaN)).toThrow(RangeError);
  });
});

describe('contactWindows', () => {
  it('ends on the last complete week', () => {
    expect(contactWindows(today)).toEqual([
      { weeks: 1, from: '2026-04-13', to: '2026-04-19' },
      { weeks: 4, from: '2026-03-23', to: '2026-04-19' },
      { weeks: 12, from: '2026-01-26', to: '2026-04-19' },
    ]);
  });

  it('ends a week earlier on a Sunday, whose week is not over', () => {
    expect(contactWindows('2026-04-19')[0]).toEqual({
      weeks: 1,
      from: '2026-04-06',
      to: '2026-04-12',
    });
    expect(contactWindows('2026-04-20')[0]?.to).toBe('2026-04-19');
  });

  it('are whole weeks before this week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (days) => {
        const day = addDays('2020-01-01', days);
        for (const { weeks, from, to } of contactWindows(day)) {
          expect(weekday(from)).toBe(1);
          expect(weekday(to)).toBe(7);
          expect(daysBetween(from, to) + 1).toBe(weeks * 7);
          expect(addDays(to, 1)).toBe(startOfWeek(day));
        }
      }),
    );
  });
});

describe('teamContactRates', () => {
  const counts = [
    { specialistId: 'amal', day: '2026-04-13', strict: 6, allModes: 9 },
    { specialistId: 'amal', day: '2026-04-06', strict: 2, allModes: 2 },
    { specialistId: 'amal', day: '2026-01-26', strict: 4, allModes: 5 },
    { specialistId: 'amal', day: '2026-04-20', strict: 50, allModes: 50 }, // this week: not complete
    { specialistId: 'amal', day: '2026-01-25', strict: 50, allModes: 50 }, // before the windows
    { specialistId: 'ben', day: '2026-04-19', strict: 1, allModes: 2 },
    { specialistId: 'somebody-else', day: '2026-04-15', strict: 50, allModes: 50 },
  ];
  const team = [specialist('amal', 1), specialist('ben', 0.5)];

  it('rates each specialist and the team, strict and all modes', () => {
    const result = teamContactRates(team, counts, ['2026-04-03', '2026-04-06'], today);
    const amal = result.specialists[0]!.windows;
    expect(amal.map(({ strict }) => strict.contacts)).toEqual([6, 8, 12]);
    expect(amal.map(({ allModes }) => allModes.contacts)).toEqual([9, 11, 16]);
    expect(amal[0]!.strict).toMatchObject({ workingWeeks: 1, contactsPerWeek: 6 });
    // four weeks less two bank holidays: 18 days
    expect(amal[1]!.strict.workingWeeks).toBeCloseTo(3.6, 12);
    // the team: 6 + 1 contacts over 1 + 0.5 weeks
    expect(result.team[0]!.strict).toMatchObject({ contacts: 7, workingWeeks: 1.5 });
    expect(
      result.team[0]!.strict.status === 'rate' && result.team[0]!.strict.contactsPerWeek,
    ).toBeCloseTo(7 / 1.5, 12);
    expect(result.team[0]!.allModes.contacts).toBe(11);
  });

  it('gives item 17 the mean over specialists of the 12-week strict rate', () => {
    const { specialists } = teamContactRates(team, counts, [], today);
    const result = meanStrictContactRate(specialists);
    // Amal 12 in 12 weeks: 1 a week; Ben 1 in 6 weeks: 1/6
    if (result.status !== 'measured') throw new Error('both have a rate');
    expect(result.value).toBeCloseTo((1 + 1 / 6) / 2, 12);
    expect(result.perSpecialist.map(({ specialistId }) => specialistId)).toEqual(['amal', 'ben']);
    expect(result.specialistsWithoutRate).toEqual([]);
  });

  it('leaves out and names a specialist who hardly worked', () => {
    const gone = { ...specialist('cat', 1), employedTo: '2026-01-27' };
    const { specialists } = teamContactRates([...team, gone], counts, [], today);
    const result = meanStrictContactRate(specialists);
    expect(result).toMatchObject({ status: 'measured', specialistsWithoutRate: ['cat'] });
    const onlyGone = teamContactRates([gone], [], [], today);
    expect(meanStrictContactRate(onlyGone.specialists)).toMatchObject({
      status: 'too-few',
      specialistsWithoutRate: ['cat'],
    });
    expect(onlyGone.team[2]!.strict.status).toBe('too-few');
  });

  it('is an ordinary result for a team without specialists', () => {
    const { team: rates } = teamContactRates([], [], [], today);
    expect(rates.map(({ strict }) => strict.status)).toEqual(['too-few', 'too-few', 'too-few']);
  });

  it('refuses counts that cannot be', () => {
    const wrong = { specialistId: 'amal', day: '2026-04-13', strict: 2, allModes: 1 };
    expect(() => teamContactRates(team, [wrong], [], today)).toThrow(/must not exceed/);
    expect(() => teamContactRates(team, [{ ...wrong, day: 'x' }], [], today)).toThrow(/a day/);
  });
});
