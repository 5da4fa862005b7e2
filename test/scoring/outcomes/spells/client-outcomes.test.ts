import { describe, expect, it } from 'vitest';

import { clientOutcomes } from '#scoring/outcomes/spells/client-outcomes.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';

import { followedFrom, paye, selfEmployed } from './spells.ts';

/** Enrolled 1 January 2022: followed to 30 June 2023, 546 days. */
const time = followedFrom('2022-01-01');
const outcomes = (...spells: ReturnType<typeof paye>[]) => clientOutcomes(time, spells, null);

describe('clientOutcomes', () => {
  it('finds nothing for a client without spells', () => {
    expect(outcomes()).toEqual({
      followUpDays: 546,
      followUpMonths: 18,
      isFollowUpComplete: true,
      worked: false,
      startedJob: false,
      daysToFirstJob: null,
      firstJobMonth: null,
      daysEmployed: 0,
      longestJobDays: 0,
      sustained13Weeks: false,
      jobs: 0,
      incomeTaxPence: null,
      nationalInsurancePence: null,
    });
  });

  it('runs a spell without an end on to the end of follow-up', () => {
    expect(outcomes(paye('a', '2023-06-21', null))).toMatchObject({
      worked: true,
      startedJob: true,
      daysToFirstJob: 536,
      firstJobMonth: 18,
      daysEmployed: 10,
      longestJobDays: 10,
      jobs: 1,
    });
  });

  it('counts a job over the enrolment date as worked, from enrolment, and not as started', () => {
    expect(outcomes(paye('a', '2021-06-01', '2022-01-10'))).toMatchObject({
      worked: true,
      startedJob: false,
      daysToFirstJob: null,
      firstJobMonth: null,
      daysEmployed: 10,
      longestJobDays: 10,
      jobs: 1,
    });
  });

  it('counts a job begun on the day of enrolment as started after 0 days, in month 1', () => {
    expect(outcomes(paye('a', '2022-01-01', '2022-01-01'))).toMatchObject({
      worked: true,
      startedJob: true,
      daysToFirstJob: 0,
      firstJobMonth: 1,
      daysEmployed: 1,
    });
  });

  it('counts a spell of one day as a day', () => {
    expect(outcomes(paye('a', '2022-03-01', '2022-03-01'))).toMatchObject({
      daysToFirstJob: 59,
      firstJobMonth: 3,
      daysEmployed: 1,
      longestJobDays: 1,
      sustained13Weeks: false,
      jobs: 1,
    });
  });

  it('looks for no work the day before follow-up or the day after its last', () => {
    expect(outcomes(paye('a', '2021-12-01', '2021-12-31')).worked).toBe(false);
    expect(outcomes(paye('a', '2023-07-01', null)).worked).toBe(false);
    expect(outcomes(paye('a', '2021-12-01', '2022-01-01')).worked).toBe(true);
    expect(outcomes(paye('a', '2023-06-30', null))).toMatchObject({ startedJob: true, jobs: 1 });
  });

  it('counts the days of overlapping jobs once and both jobs', () => {
    expect(
      outcomes(paye('a', '2022-02-01', '2022-02-20'), paye('b', '2022-02-11', '2022-03-02')),
    ).toMatchObject({ daysEmployed: 30, longestJobDays: 20, jobs: 2 });
  });

  it('joins spells of one employer that touch, and keeps a day between apart', () => {
    expect(
      outcomes(paye('a', '2022-02-01', '2022-03-31'), paye('a', '2022-04-01', '2022-05-15')),
    ).toMatchObject({ daysEmployed: 104, longestJobDays: 104, sustained13Weeks: true, jobs: 1 });
    expect(
      outcomes(paye('a', '2022-02-01', '2022-03-31'), paye('a', '2022-04-02', '2022-05-15')),
    ).toMatchObject({ daysEmployed: 103, longestJobDays: 59, sustained13Weeks: false, jobs: 2 });
  });

  it('does not join touching spells of two employers', () => {
    expect(
      outcomes(paye('a', '2022-02-01', '2022-03-31'), paye('b', '2022-04-01', '2022-05-15')),
    ).toMatchObject({ daysEmployed: 104, longestJobDays: 59, jobs: 2 });
  });

  it('takes a new spell that touches one over the enrolment date for the same job', () => {
    expect(
      outcomes(paye('a', '2021-06-01', '2022-01-31'), paye('a', '2022-02-01', null)),
    ).toMatchObject({ worked: true, startedJob: false, jobs: 1, daysEmployed: 546 });
  });

  it('takes a new run with the employer of a job over the enrolment date for a start', () => {
    expect(
      outcomes(paye('a', '2021-06-01', '2022-01-31'), paye('a', '2022-02-02', '2022-02-03')),
    ).toMatchObject({ startedJob: true, daysToFirstJob: 32, firstJobMonth: 2, jobs: 2 });
  });

  it('counts all self-employment without an id as one employer', () => {
    expect(
      outcomes(selfEmployed('2022-02-01', '2022-03-01'), selfEmployed('2022-02-15', '2022-04-05')),
    ).toMatchObject({ jobs: 1, longestJobDays: 64 });
    expect(
      outcomes(
        { ...selfEmployed('2022-02-01', '2022-03-01'), employerId: 'b' },
        { ...selfEmployed('2022-02-15', '2022-04-05'), employerId: ' ' },
      ).jobs,
    ).toBe(2);
  });

  it.each([
    ['2022-05-01', 90, false],
    ['2022-05-02', 91, true],
  ])('has 13 weeks in a job to %s: %i days', (end, days, isSustained) => {
    expect(outcomes(paye('a', '2022-02-01', end))).toMatchObject({
      longestJobDays: days,
      sustained13Weeks: isSustained,
    });
  });

  it('takes 13 weeks in one job only, not in two one after the other', () => {
    expect(
      outcomes(paye('a', '2022-02-01', '2022-03-31'), paye('b', '2022-04-01', '2022-06-30')),
    ).toMatchObject({ daysEmployed: 150, longestJobDays: 91, sustained13Weeks: true });
    expect(
      outcomes(paye('a', '2022-02-01', '2022-03-31'), paye('b', '2022-04-01', '2022-06-29')),
    ).toMatchObject({ daysEmployed: 149, longestJobDays: 90, sustained13Weeks: false });
  });

  it('ends 18 months after 31 August on 28 February, or on 29 February in a leap year', () => {
    const spell = [paye('a', '2022-01-01', null)];
    expect(clientOutcomes(followedFrom('2020-08-31'), spell, null)).toMatchObject({
      followUpDays: 546,
      daysEmployed: 58,
    });
    // 31 August 2022 + 18 months = 29 February 2024, the day after the last one.
    expect(
      clientOutcomes(followedFrom('2022-08-31'), [paye('a', '2024-02-01', null)], null),
    ).toMatchObject({ followUpDays: 547, daysEmployed: 28 });
  });

  it('counts 29 February as a day', () => {
    const leap = [paye('a', '2020-02-28', '2020-03-01')];
    expect(clientOutcomes(followedFrom('2020-02-29'), leap, null)).toMatchObject({
      followUpDays: 547,
      daysEmployed: 2,
      startedJob: false,
    });
    expect(clientOutcomes(followedFrom('2020-02-01'), leap, null)).toMatchObject({
      daysEmployed: 3,
      daysToFirstJob: 27,
    });
  });

  it('ends at linkage where that comes before 18 months', () => {
    const short = followedFrom('2024-01-10', '2024-12-01');
    expect(clientOutcomes(short, [paye('a', '2024-11-01', null)], null)).toMatchObject({
      followUpDays: 326,
      followUpMonths: 11,
      isFollowUpComplete: false,
      daysEmployed: 30,
      firstJobMonth: 10,
    });
    expect(clientOutcomes(short, [paye('a', '2024-12-01', null)], null).worked).toBe(false);
  });

  it('has no outcomes without a day of follow-up', () => {
    expect(
      clientOutcomes(followedFrom('2024-12-01'), [paye('a', '2020-01-01', null)], []),
    ).toMatchObject({ followUpDays: 0, followUpMonths: 0, worked: false, incomeTaxPence: 0 });
  });

  it.each([
    [paye('a', '2022-02-02', '2022-02-01'), /clientOutcomes: end_date must not lie before/],
    [paye('a', '2022-02-30', null), /clientOutcomes: start_date must be a real calendar day/],
    [paye('a', '2022-02-01', '31/02/2022'), /clientOutcomes: end_date must be a real calendar/],
    [paye(' ', '2022-02-01', null), /clientOutcomes: employer_id may be blank for self-employ/],
  ])('refuses a spell that is not valid, naming field and rule', (spell, message) => {
    expect(() => outcomes(spell)).toThrow(message);
    expect(() => outcomes(spell)).toThrow(RangeError);
  });
});

describe('contributions', () => {
  const payment = (paymentDate: string, amounts: Partial<Contribution> = {}): Contribution => ({
    paymentDate,
    incomeTax: 0,
    employeeNi: 0,
    employerNi: 0,
    ...amounts,
  });

  it('sums payments dated in follow-up, National Insurance of both sides', () => {
    const paid = clientOutcomes(
      time,
      [],
      [
        payment('2021-12-31', { incomeTax: 1000, employeeNi: 1000 }),
        payment('2022-01-01', { incomeTax: 0.1, employeeNi: 12.34, employerNi: 20.01 }),
        payment('2023-06-30', { incomeTax: 0.2, employeeNi: 1, employerNi: 2 }),
        payment('2023-07-01', { incomeTax: 1000, employerNi: 1000 }),
        payment('2022-05-01', { incomeTax: -0.05 }),
      ],
    );
    expect(paid).toMatchObject({ incomeTaxPence: 25, nationalInsurancePence: 3535 });
  });

  it('is nothing paid, not "not known", for a client of a linkage with payments', () => {
    expect(clientOutcomes(time, [], [])).toMatchObject({
      incomeTaxPence: 0,
      nationalInsurancePence: 0,
    });
  });

  it.each([
    [payment('2022-13-01'), /payment_date must be/],
    [payment('2022-01-01', { incomeTax: Number.NaN }), /income_tax must be an amount/],
    [payment('2022-01-01', { employeeNi: 0.005 }), /employee_ni must be an amount/],
    [payment('2022-01-01', { employerNi: Infinity }), /employer_ni must be an amount/],
  ])('refuses a payment that is not valid', (bad, message) => {
    expect(() => clientOutcomes(time, [], [bad])).toThrow(message);
  });
});
