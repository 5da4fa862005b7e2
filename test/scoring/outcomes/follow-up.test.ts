import { describe, expect, it } from 'vitest';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };
import { followUp, followUpRules2025, meanFollowUpDays } from '#scoring/outcomes/follow-up.ts';

const open = { ...followUpRules2025, firstEnrolment: null, lastEnrolment: null };

describe('followUp', () => {
  it('ends 18 calendar months after enrolment, held to the last day of the month', () => {
    expect(followUp('2020-08-31', '2024-12-01', open)).toEqual({
      start: '2020-08-31',
      end: '2022-02-28',
      days: 546,
      isIncluded: true,
      isComplete: true,
    });
  });

  it('ends at linkage where that comes first', () => {
    const result = followUp('2024-01-10', '2024-12-01', open);
    expect(result).toMatchObject({
      end: '2024-12-01',
      days: 326,
      isIncluded: true,
      isComplete: false,
    });
  });

  it.each([
    ['2024-03-01', true],
    ['2024-03-02', false],
  ])('includes a client 9 calendar months after enrolment: %s', (day, expected) => {
    expect(followUp(day, '2024-12-01', open).isIncluded).toBe(expected);
  });

  it.each([
    ['2023-06-01', true],
    ['2023-06-02', false],
  ])('is complete 18 calendar months after enrolment: %s', (day, expected) => {
    expect(followUp(day, '2024-12-01', open).isComplete).toBe(expected);
  });

  it.each([
    ['2019-09-30', false],
    ['2019-10-01', true],
    ['2024-02-29', true],
    ['2024-03-01', false],
  ])('keeps to the enrolment dates of the report: %s', (day, expected) => {
    expect(followUp(day, '2024-12-31', followUpRules2025).isIncluded).toBe(expected);
  });

  it('has no days where linkage came before enrolment', () => {
    expect(followUp('2025-01-10', '2024-12-01', open)).toMatchObject({
      days: 0,
      isIncluded: false,
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

describe('meanFollowUpDays', () => {
  it('is over the included, the complete and the incomplete', () => {
    const days = ['2020-08-31', '2024-01-10', '2024-06-01'];
    const followUps = days.map((day) => followUp(day, '2024-12-01', open));
    expect(meanFollowUpDays(followUps)).toEqual({
      full: { clients: 2, meanDays: (546 + 326) / 2 },
      complete: { clients: 1, meanDays: 546 },
      incomplete: { clients: 1, meanDays: 326 },
    });
    expect(meanFollowUpDays([]).full).toEqual({ clients: 0, meanDays: null });
  });
});
