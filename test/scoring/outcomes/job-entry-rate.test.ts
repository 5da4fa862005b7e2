import { describe, expect, it } from 'vitest';
import type { ClientJobEntries, JobEntry } from '#scoring/outcomes/client-job-entries.ts';
import { getJobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import { jobEntryRate } from '#scoring/outcomes/job-entry-rate.ts';
import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';

const job = (startDate: string, changes: Partial<JobEntry> = {}): JobEntry => ({
  startDate,
  fourHoursDone: true,
  hoursPerWeek: 20,
  evidence: 'none',
  evidencedOn: null,
  ...changes,
});

const client = (changes: Partial<ClientJobEntries> = {}): ClientJobEntries => ({
  enrolmentDate: '2026-01-15',
  engagementDate: '2026-01-29',
  inWorkAtEnrolment: 'no',
  jobEntries: [],
  ...changes,
});

const halfYear = { from: '2026-01-01', to: '2026-06-30', countDate: '2026-09-30' };
const counts = (rate: { numerator: number; denominator: number }) => [
  rate.numerator,
  rate.denominator,
];
const reasons = (list: readonly { reason: string; count: number }[]) =>
  Object.fromEntries(list.map(({ reason, count }) => [reason, count]));

describe('jobEntryRate under ips-grow', () => {
  const definition = getJobEntryDefinition('ips-grow');
  const rate = (clients: ClientJobEntries[], window = halfYear) =>
    jobEntryRate(definition, clients, window);

  it('gives counts, value and interval', () => {
    const result = rate([client({ jobEntries: [job('2026-03-02')] }), client(), client()]);
    expect(result).toMatchObject({
      status: 'computed',
      numerator: 1,
      denominator: 3,
      value: 1 / 3,
    });
    expect(result).toMatchObject(wilsonInterval(1, 3));
  });

  it.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 0],
  ])('takes clients with access in the period only: %s', (enrolmentDate, expected) => {
    expect(rate([client({ enrolmentDate })]).denominator).toBe(expected);
  });

  it.each([
    ['2026-01-14', 0],
    ['2026-01-15', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 0],
  ])('counts a job begun from access to the end of the period: %s', (startDate, expected) => {
    expect(counts(rate([client({ jobEntries: [job(startDate)] })]))).toEqual([expected, 1]);
  });

  it('wants 4 paid hours done in all, in the first job or another of the period', () => {
    const result = rate([
      client({ jobEntries: [job('2026-02-01', { fourHoursDone: false })] }),
      client({ jobEntries: [job('2026-02-01', { fourHoursDone: null })] }),
      client({ jobEntries: [job('2026-02-01', { fourHoursDone: false }), job('2026-04-01')] }),
      client({ jobEntries: [job('2026-02-01', { fourHoursDone: false }), job('2026-07-01')] }),
    ]);
    expect(counts(result)).toEqual([1, 4]);
    expect(reasons(result.remarks)).toEqual({ 'under-four-hours': 2, 'four-hours-not-known': 1 });
  });

  it('counts a client once', () => {
    const jobEntries = [job('2026-02-01'), job('2026-03-01')];
    expect(counts(rate([client({ jobEntries })]))).toEqual([1, 1]);
  });

  it('leaves out clients in work, and those of whom it is not known, and shows the rate with the latter', () => {
    const jobEntries = [job('2026-03-02')];
    const result = rate([
      client({ jobEntries }),
      client(),
      client({ inWorkAtEnrolment: 'yes', jobEntries }),
      client({ inWorkAtEnrolment: 'not-known', jobEntries }),
      client({ inWorkAtEnrolment: 'not-known' }),
      client({ inWorkAtEnrolment: 'not-known' }),
    ]);
    expect(counts(result)).toEqual([1, 2]);
    expect(reasons(result.excluded)).toEqual({ 'in-work-at-access': 1, 'in-work-not-known': 3 });
    expect(result.withInWorkNotKnown).toMatchObject({ numerator: 2, denominator: 5, value: 0.4 });
  });

  it('has clients in work in before 1 April 2024, by the access date of each client', () => {
    const window = { from: '2024-01-01', to: '2024-06-30', countDate: '2024-12-31' };
    const result = rate(
      [
        client({
          enrolmentDate: '2024-03-31',
          inWorkAtEnrolment: 'yes',
          jobEntries: [job('2024-05-01')],
        }),
        client({ enrolmentDate: '2024-03-31', inWorkAtEnrolment: 'not-known' }),
        client({ enrolmentDate: '2024-04-01', inWorkAtEnrolment: 'yes' }),
        client({ enrolmentDate: '2024-04-01' }),
      ],
      window,
    );
    expect(counts(result)).toEqual([1, 3]);
    expect(result.versions.map(({ from }) => from)).toEqual([null, '2024-04-01']);
    expect(result.excluded).toMatchObject([{ reason: 'in-work-at-access', count: 1 }]);
  });

  it('ends on the count date while the period runs', () => {
    const window = { ...halfYear, countDate: '2026-03-31' };
    const result = rate(
      [
        client({ jobEntries: [job('2026-03-31')] }),
        client({ jobEntries: [job('2026-04-01')] }),
        client({ enrolmentDate: '2026-04-01' }),
      ],
      window,
    );
    expect(counts(result)).toEqual([1, 2]);
    expect(result.isPeriodOver).toBe(false);
    expect(rate([]).isPeriodOver).toBe(true);
  });

  it('has no rate without clients', () => {
    expect(rate([])).toMatchObject({ status: 'none', denominator: 0, value: null });
    expect(rate([]).versions).toHaveLength(1);
  });

  it('refuses days that are none and a period turned round', () => {
    expect(() => rate([client({ enrolmentDate: '15/01/2026' })])).toThrow(/jobEntryRate: a day/);
    expect(() => rate([client({ jobEntries: [job('2026-02-30')] })])).toThrow(RangeError);
    expect(() => rate([], { ...halfYear, to: '2025-12-31' })).toThrow(/must not end before/);
    expect(() => rate([], { ...halfYear, countDate: '' })).toThrow(RangeError);
  });
});

describe('jobEntryRate under ips-grow-six-months', () => {
  const definition = getJobEntryDefinition('ips-grow-six-months');
  const year = { from: '2026-01-01', to: '2026-12-31', countDate: '2027-03-31' };

  it.each([
    ['2026-06-30', 1],
    ['2026-07-01', 0],
  ])(
    'wants access 6 calendar months before the end of the period: %s',
    (enrolmentDate, expected) => {
      const result = jobEntryRate(definition, [client({ enrolmentDate })], year);
      expect(result.denominator).toBe(expected);
      expect(reasons(result.excluded)).toEqual(
        expected === 1 ? {} : { 'access-too-late-in-period': 1 },
      );
    },
  );

  it('holds six months to the last day of a short month', () => {
    // 31 August + 6 months = 28 February.
    const window = { from: '2026-03-01', to: '2027-02-28', countDate: '2027-03-31' };
    const access = (enrolmentDate: string) =>
      jobEntryRate(definition, [client({ enrolmentDate })], window).denominator;
    expect([access('2026-08-31'), access('2026-09-01')]).toEqual([1, 0]);
  });
});

describe('jobEntryRate under via-evaluation', () => {
  const definition = getJobEntryDefinition('via-evaluation');
  const rate = (clients: ClientJobEntries[]) => jobEntryRate(definition, clients, halfYear);
  const evidenced = (startDate: string, evidencedOn: string | null) =>
    job(startDate, { evidence: 'provider-evidenced', evidencedOn, fourHoursDone: null });

  it('counts everybody enrolled by the count date, in work or not', () => {
    const result = rate([
      client({ enrolmentDate: '2019-03-01', inWorkAtEnrolment: 'yes' }),
      client({ enrolmentDate: '2026-09-30', inWorkAtEnrolment: 'not-known' }),
      client({ enrolmentDate: '2026-10-01' }),
    ]);
    expect(counts(result)).toEqual([0, 2]);
    expect(reasons(result.excluded)).toEqual({ 'enrolled-after-count-date': 1 });
  });

  it.each([
    ['evidence by the count date', evidenced('2026-02-01', '2026-09-30'), 1, {}],
    ['evidence after it', evidenced('2026-02-01', '2026-10-01'), 0, { 'start-not-evidenced': 1 }],
    ['no evidence', job('2026-02-01'), 0, { 'start-not-evidenced': 1 }],
    ['evidence without a date', evidenced('2026-02-01', null), 1, { 'evidence-not-dated': 1 }],
    ['a start before enrolment', evidenced('2026-01-14', '2026-02-01'), 0, {}],
    ['a start after the count date', evidenced('2026-10-01', '2026-10-01'), 0, {}],
  ])('%s', (_, entry, expected, remarks) => {
    const result = rate([client({ jobEntries: [entry] })]);
    expect(counts(result)).toEqual([expected, 1]);
    expect(reasons(result.remarks)).toEqual(remarks);
  });
});

describe('jobEntryRate under outcomes-contract', () => {
  const definition = getJobEntryDefinition('outcomes-contract');
  const rate = (clients: ClientJobEntries[]) =>
    jobEntryRate(definition, clients, { ...halfYear, countDate: '2026-11-30' });
  const engaged = (engagementDate: string | null, ...starts: string[]) =>
    client({ engagementDate, jobEntries: starts.map((day) => job(day, { fourHoursDone: null })) });

  it('wants 9 calendar months since engagement and counts the younger beside', () => {
    // 28 February + 9 months = 28 November; 1 March + 9 months = 1 December.
    const result = rate([
      engaged('2026-02-28'),
      engaged('2026-03-01', '2026-05-01'),
      engaged('2026-06-01'),
      engaged(null),
      engaged('2026-12-01'),
    ]);
    expect(counts(result)).toEqual([0, 1]);
    expect(result.younger).toEqual({ clients: 2, started: 1 });
    expect(reasons(result.excluded)).toEqual({ 'engaged-too-recently': 2, 'not-engaged': 2 });
  });

  it.each([
    ['2026-01-28', 0],
    ['2026-01-29', 1],
    ['2026-10-28', 1],
    ['2026-10-29', 0],
  ])('counts a start from engagement to the day before 9 months later: %s', (start, expected) => {
    expect(counts(rate([engaged('2026-01-29', start)]))).toEqual([expected, 1]);
  });

  it('counts a client with a start before engagement by a later one within the months', () => {
    const result = rate([engaged('2026-01-29', '2026-01-20', '2026-05-01')]);
    expect(counts(result)).toEqual([1, 1]);
    expect(reasons(result.remarks)).toEqual({ 'start-before-engagement': 1 });
  });

  it('says nothing of the younger under other definitions', () => {
    expect(jobEntryRate(getJobEntryDefinition('ips-grow'), [], halfYear).younger).toBeNull();
  });
});

describe('definitions not computed from a team’s clients', () => {
  it.each(['ohid-linkage', 'ohid-linkage-started', 'ips-ad-trial'])('refuses %s', (key) => {
    expect(() => jobEntryRate(getJobEntryDefinition(key), [client()], halfYear)).toThrow(
      /not computed from a team/,
    );
  });
});
