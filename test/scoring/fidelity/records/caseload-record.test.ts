import { describe, expect, it } from 'vitest';

import { caseloadWindow, recordedCaseload } from '#scoring/fidelity/records/caseload-record.ts';

import { metOn, recordedClient, staffMember } from './builders.ts';

const monthEnds = [
  '2025-10-31',
  '2025-11-30',
  '2025-12-31',
  '2026-01-31',
  '2026-02-28',
  '2026-03-31',
];
const times = { openedOn: '2025-01-06', day: '2026-04-15' };
const everyMonth = recordedClient({ meetings: metOn(...monthEnds) });

describe('the six month ends of item 1', () => {
  it.each([
    ['a day inside a month ends with the month before', '2026-04-15', '2025-10', '2026-03'],
    ['the day before a month’s last as well', '2026-03-30', '2025-09', '2026-02'],
    ['a month’s last day ends it', '2026-03-31', '2025-10', '2026-03'],
    ['29 February too', '2024-02-29', '2023-09', '2024-02'],
  ])('%s', (_, day, firstMonth, lastMonth) => {
    expect(caseloadWindow(day)).toMatchObject({ firstMonth, lastMonth });
  });

  it('need records from 27 days before the first of them', () => {
    expect(caseloadWindow('2026-04-15')).toMatchObject({ from: '2025-10-04', to: '2026-03-31' });
  });
});

describe('caseload size from records', () => {
  it('divides active clients by the hours in force at each month end', () => {
    // Three clients met at every month end; full time until December, then 0.6, with a leader's 0.4: 3 each month over
    // 1.4, 1.4, 1.4 and 1, 1, 1 = 18 / 7.2
    const staff = [
      staffMember('Amal', {
        patterns: [
          { fromDay: '2026-01-01', fte: 0.6 },
          { fromDay: '2025-01-06', fte: 1 },
        ],
      }),
      staffMember('Lee', { role: 'team-leader', patterns: [{ fromDay: '2025-01-06', fte: 0.4 }] }),
    ];
    const item = recordedCaseload([everyMonth, everyMonth, everyMonth], staff, times);
    expect(item.measured?.measurement).toMatchObject({
      status: 'measured',
      part: 3,
      whole: expect.closeTo(1.2, 12) as number,
      value: expect.closeTo(2.5, 12) as number,
    });
    expect(item.facts).toEqual({ measured: expect.closeTo(2.5, 12) as number });
    expect(item.breakdown?.rows[3]).toEqual({ label: 'January 2026', numbers: [3, 0, 1] });
    expect(item.measured?.unused).toEqual([]);
  });

  it('counts staff on their last day and not after it', () => {
    const staff = [staffMember('Amal'), staffMember('Ben', { employedTo: '2026-01-31' })];
    const item = recordedCaseload([everyMonth], staff, times);
    expect(item.breakdown?.rows.map(({ numbers }) => numbers[2])).toEqual([2, 2, 2, 2, 1, 1]);
  });

  it('leaves open clients without a contact out and counts them', () => {
    const silent = recordedClient({ meetings: metOn('2025-09-02') });
    const closed = recordedClient({ meetings: metOn('2025-10-31'), closedOn: '2025-10-31' });
    const item = recordedCaseload([everyMonth, silent, closed], [staffMember('Amal')], times);
    expect(item.measured?.measurement).toMatchObject({ value: 1 });
    expect(item.measured?.unused).toEqual([
      { count: 6, what: expect.stringContaining('without a contact') as string },
    ]);
  });

  it('takes a month without any dated contact as missing, not as a month without clients', () => {
    const client = recordedClient({ meetings: metOn(...monthEnds.slice(1)) });
    const item = recordedCaseload([client], [staffMember('Amal')], times);
    expect(item.measured?.measurement).toMatchObject({
      status: 'too-few',
      reason: 'Month ends missing: October 2025.',
    });
    expect(item.facts).toBeNull();
    expect(item.breakdown?.rows[0]?.numbers).toEqual([null, null, null]);
    expect(item.cautions.join(' ')).toContain('counts as missing');
  });

  it('counts a month end with nobody on the books as one without active clients', () => {
    const late = recordedClient({
      enrolledOn: '2025-11-10',
      meetings: metOn(...monthEnds.slice(1)),
    });
    const item = recordedCaseload([late], [staffMember('Amal')], times);
    // 0 + 5 clients over 6 full-time equivalents
    expect(item.measured?.measurement).toMatchObject({ value: 5 / 6 });
  });

  it('says so when the team opened later, or has nobody in post', () => {
    const young = recordedCaseload([everyMonth], [staffMember('Amal')], {
      ...times,
      openedOn: '2025-11-01',
    });
    expect(young.measured?.measurement).toMatchObject({
      reason: 'Month ends missing: October 2025.',
    });
    const opened = { ...times, openedOn: '2025-10-31' };
    expect(
      recordedCaseload([everyMonth], [staffMember('Amal')], opened).measured?.measurement,
    ).toMatchObject({ status: 'measured' });
    expect(recordedCaseload([everyMonth], [], times).measured?.measurement).toMatchObject({
      reason: 'No employment specialist in these six months.',
    });
  });
});
