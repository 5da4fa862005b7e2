import { describe, expect, it } from 'vitest';

import type { ClientJobEntries } from '#scoring/outcomes/client-job-entries.ts';
import { jobEntryDefinitions } from '#scoring/outcomes/job-entry-definitions.ts';
import { jobEntryRate } from '#scoring/outcomes/job-entry-rate.ts';
import { monthlyJobEntryRates } from '#scoring/outcomes/monthly-job-entry-rates.ts';

const definitionOf = (key: string) => jobEntryDefinitions.find((one) => one.key === key)!;
const contract = definitionOf('outcomes-contract');

function client(engagementDate: string | null, startDate?: string): ClientJobEntries {
  const job = {
    fourHoursDone: true,
    hoursPerWeek: 20,
    evidence: 'none',
    evidencedOn: null,
  } as const;
  return {
    enrolmentDate: '2024-12-02',
    engagementDate,
    inWorkAtEnrolment: 'no',
    jobEntries: startDate === undefined ? [] : [{ ...job, startDate }],
  };
}

const countsOf = (clients: ClientJobEntries[], countDate: string) =>
  monthlyJobEntryRates(contract, clients, countDate).months.map(
    ({ month, rate }) => `${month} ${rate.numerator}/${rate.denominator}`,
  );

describe('monthly job-entry rates', () => {
  it('count a start up to the day before nine months after engagement', () => {
    const clients = [
      client('2025-01-10', '2025-01-10'),
      client('2025-01-10', '2025-10-09'),
      client('2025-01-10', '2025-10-10'),
      client('2025-01-31'),
      client('2025-02-01', '2025-02-01'),
    ];
    expect(countsOf(clients, '2025-12-31')).toEqual(['2025-01 2/4', '2025-02 1/1', '2025-03 0/0']);
  });

  it('hold a month back until the window of its last day has passed', () => {
    const clients = [client('2025-01-02', '2025-03-03')];
    expect(countsOf(clients, '2025-10-30')).toEqual([]);
    expect(countsOf(clients, '2025-10-31')).toEqual(['2025-01 1/1']);
  });

  it('begin with the first month in which anybody engaged, and know nobody who has not', () => {
    expect(countsOf([client(null, '2025-02-02')], '2026-06-30')).toEqual([]);
    expect(countsOf([client('2025-05-05'), client('2025-03-05')], '2026-02-28')).toEqual([
      '2025-03 0/1',
      '2025-04 0/0',
      '2025-05 0/1',
    ]);
  });

  it('add up to the rate of all whose months are shown', () => {
    const days = ['2025-01-15', '2025-01-28', '2025-02-03', '2025-04-30'];
    const clients = days.map((day, i) => client(day, i % 2 === 0 ? '2025-05-05' : undefined));
    const countDate = '2026-01-31';
    const { windowMonths, months } = monthlyJobEntryRates(contract, clients, countDate);
    const whole = jobEntryRate(contract, clients, {
      from: '2025-01-01',
      to: '2025-04-30',
      countDate,
    });
    const sum = (key: 'numerator' | 'denominator') =>
      months.reduce((total, { rate }) => total + rate[key], 0);
    expect(windowMonths).toBe(9);
    expect([sum('numerator'), sum('denominator')]).toEqual([whole.numerator, whole.denominator]);
    expect([whole.numerator, whole.denominator]).toEqual([2, 4]);
  });

  it('are refused for a definition that does not count from engagement', () => {
    expect(() => monthlyJobEntryRates(definitionOf('ips-grow'), [], '2026-01-31')).toThrow(
      'monthlyJobEntryRates: ips-grow does not count from engagement',
    );
  });
});
