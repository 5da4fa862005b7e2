import { describe, expect, it } from 'vitest';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };
import { addCalendarMonths, addDays } from '#scoring/calendar/iso-day.ts';
import {
  followUp,
  followUpMonth,
  followUpRules2025,
  meanFollowUpDays,
} from '#scoring/outcomes/follow-up.ts';

const open = { ...followUpRules2025, firstEnrolment: null, lastEnrolment: null };

describe('followUp', () => {
  it('ends 18 calendar months after enrolment, held to the last day of the month', () => {
    expect(followUp('2020-08-31', '2024-12-01', open)).toEqual({
      start: '2020-08-31',
      end: '2022-02-28',
      days: 546,
      months: 18,
      exclusion: null,
      isComplete: true,
    });
  });

  it('ends at linkage where that comes first', () => {
    const result = followUp('2024-01-10', '2024-12-01', open);
    expect(result).toMatchObject({
      end: '2024-12-01',
      days: 326,
      exclusion: null,
      isComplete: false,
    });
  });

  it.each([
    ['2024-03-01', null],
    ['2024-03-02', 'too-few-months'],
  ])('includes a client 9 calendar months after enrolment: %s', (day, expected) => {
    expect(followUp(day, '2024-12-01', open).exclusion).toBe(expected);
  });

  it.each([
    ['2023-06-01', true],
    ['2023-06-02', false],
  ])('is complete 18 calendar months after enrolment: %s', (day, expected) => {
    expect(followUp(day, '2024-12-01', open).isComplete).toBe(expected);
  });

  it.each([
    ['2019-09-30', 'enrolled-too-early'],
    ['2019-10-01', null],
    ['2024-02-29', null],
    ['2024-03-01', 'enrolled-too-late'],
  ])('keeps to the enrolment dates of the report: %s', (day, expected) => {
    expect(followUp(day, '2024-12-31', followUpRules2025).exclusion).toBe(expected);
  });

  it('has no days where linkage came before enrolment', () => {
    expect(followUp('2025-01-10', '2024-12-01', open)).toMatchObject({
      days: 0,
      months: 0,
      exclusion: 'too-few-months',
    });
  });

  it('has the dates and months of the published report', () => {
    const { design } = ohid;
    expect(followUpRules2025).toEqual({
      longestMonths: design.followUpMonths,
      minimumMonths: design.minimumMonthsSinceEnrolment,
      firstEnrolment: design.enrolmentFrom,
      lastEnrolment: design.enrolmentTo,
    });
  });

  it('refuses what is no day', () => {
    expect(() => followUp('2024-01-10', 'soon', open)).toThrow(/followUp/);
    expect(() => followUp('2024-01-32', '2024-12-01', open)).toThrow(RangeError);
  });
});

describe('followUpMonth', () => {
  it.each(['2020-08-31', '2020-02-29', '2021-02-28', '2023-06-15'])(
    'counts calendar months from %s: every day lies in its month',
    (enrolment) => {
      for (let days = 0; days < 730; days += 1) {
        const day = addDays(enrolment, days);
        const month = followUpMonth(enrolment, day);
        expect(addCalendarMonths(enrolment, month - 1) <= day).toBe(true);
        expect(day < addCalendarMonths(enrolment, month)).toBe(true);
      }
    },
  );

  it('begins its second month where a short month ends', () => {
    expect(followUpMonth('2021-01-31', '2021-02-27')).toBe(1);
    expect(followUpMonth('2021-01-31', '2021-02-28')).toBe(2);
    expect(followUpMonth('2020-01-31', '2020-02-28')).toBe(1);
    expect(followUpMonth('2020-01-31', '2020-02-29')).toBe(2);
  });

  it('refuses a day before enrolment', () => {
    expect(() => followUpMonth('2021-01-31', '2021-01-30')).toThrow(/followUpMonth: .*enrolment/);
  });
});

describe('meanFollowUpDays', () => {
  it('is over the included, the complete and the incomplete', () => {
    const clients = [
      { followUpDays: 546, isFollowUpComplete: true },
      { followUpDays: 326, isFollowUpComplete: false },
    ];
    expect(meanFollowUpDays(clients)).toEqual({
      full: { clients: 2, meanDays: (546 + 326) / 2 },
      complete: { clients: 1, meanDays: 546 },
      incomplete: { clients: 1, meanDays: 326 },
    });
    expect(meanFollowUpDays([]).full).toEqual({ clients: 0, meanDays: null });
  });
});
