import { describe, expect, it } from 'vitest';

import type { ContactsBasis } from '#scoring/employers/employer-contact.ts';
import {
  contactRecordWindow,
  recordedContacts,
  type DailyContacts,
} from '#scoring/fidelity/records/contact-record.ts';
import { jobSeekersOn } from '#scoring/fidelity/records/job-seekers.ts';

import { metBy, recordedClient, staffMember } from './builders.ts';

// A Wednesday: the 12 weeks run from Monday 6 April to Sunday 28 June 2026, with three bank holidays.
const day = '2026-07-01';
const bankHolidays = ['2026-04-06', '2026-05-04', '2026-05-25'];

function contacts(
  specialistId: string,
  count: number,
  facts: Partial<DailyContacts> = {},
): DailyContacts {
  return {
    specialistId,
    day: '2026-05-06',
    mode: 'in-person',
    answered: true,
    withWhom: 'has-say-in-hiring',
    forWhom: 'clients-in-general',
    contacts: count,
    ...facts,
  };
}

const seeker = (specialistId: string | null, on = '2026-06-20') =>
  recordedClient({ meetings: [metBy(specialistId, on)] });

const itemOf = (
  rows: DailyContacts[],
  {
    basis = 'all',
    clients = [seeker('amal')],
    staff = [staffMember('Amal'), staffMember('Ben')],
  }: {
    basis?: ContactsBasis;
    clients?: ReturnType<typeof seeker>[];
    staff?: ReturnType<typeof staffMember>[];
  } = {},
) => recordedContacts({ staff, contacts: rows, clients, bankHolidays }, basis, day);

describe('employer contacts from records, item 17', () => {
  it('looks at the 12 complete weeks before the week of the day', () => {
    expect(contactRecordWindow(day)).toEqual({ weeks: 12, from: '2026-04-06', to: '2026-06-28' });
  });

  it('takes the mean of the specialists’ own rates, and says what they are made of', () => {
    // 57 weekdays that are no bank holiday are 11.4 working weeks each: 57 / 11.4 = 5 and 34 / 11.4 = 2.98...
    const item = itemOf([
      contacts('amal', 57),
      contacts('ben', 34),
      contacts('ben', 1, { day: '2026-06-29' }), // after the window
      contacts('gone', 99), // somebody who is no specialist of the team
    ]);
    const mean = (5 + 34 / 11.4) / 2;
    expect(item.measured?.measurement).toMatchObject({
      value: expect.closeTo(mean, 12) as number,
      part: 91,
      whole: expect.closeTo(22.8, 12) as number,
      cases: 2,
    });
    expect(item.facts).toMatchObject({
      perSpecialist: [expect.closeTo(5, 12), expect.closeTo(34 / 11.4, 12)],
      contactsBasis: 'all',
    });
  });

  it('counts for a particular client only where the setting says so, and shows the other count beside', () => {
    const rows = [contacts('amal', 57), contacts('amal', 114, { forWhom: 'particular-client' })];
    const staff = [staffMember('Amal')];
    const all = itemOf(rows, { staff });
    const particular = itemOf(rows, { staff, basis: 'particular' });
    expect(all.measured?.measurement).toMatchObject({ part: 171 });
    expect(particular.measured?.measurement).toMatchObject({ part: 114 });
    expect(particular.facts).toMatchObject({ contactsBasis: 'particular', perSpecialist: [10] });
    expect(all.beside[0]?.measurement).toEqual(particular.measured?.measurement);
    expect(particular.beside[0]?.measurement).toEqual(all.measured?.measurement);
    expect(all.cautions[0]).toContain('for clients in general');
    expect(particular.cautions[0]).toContain('Only');
  });

  it('keeps other modes beside, and counts what is not known', () => {
    const item = itemOf([
      contacts('amal', 57, { mode: 'telephone' }),
      contacts('amal', 3, { forWhom: 'not-known' }),
      contacts('amal', 2, { withWhom: 'not-known' }),
      contacts('amal', 8, { withWhom: 'no-say-in-hiring' }),
      contacts('amal', 1, { mode: 'video', forWhom: 'not-known' }),
    ]);
    expect(item.measured?.measurement).toMatchObject({ value: 0, part: 0 });
    expect(item.beside[1]?.measurement).toMatchObject({ part: 71 });
    expect(item.measured?.unused).toEqual([
      { count: 5, what: expect.stringContaining('not known') as string },
    ]);
  });

  it('leaves a leader out, and a specialist with less than half a working week', () => {
    const staff = [
      staffMember('Amal'),
      staffMember('Lee', { role: 'team-leader' }),
      staffMember('New', {
        employedFrom: '2026-06-26',
        patterns: [{ fromDay: '2026-06-26', fte: 1 }],
      }),
    ];
    const rows = [contacts('amal', 57), contacts('lee', 40), contacts('new', 2)];
    const item = itemOf(rows, { staff });
    expect(item.facts?.perSpecialist).toEqual([expect.closeTo(5, 12)]);
    expect(item.breakdown?.rows.map(({ label }) => label)).toEqual(['Amal', 'New']);
    expect(item.breakdown?.rows[1]?.numbers[0]).toBeNull();
    expect(item.measured?.unused).toEqual([
      { count: 1, what: expect.stringContaining('half a working week') as string },
    ]);
  });

  it('has nothing to take where nobody has a rate', () => {
    const item = itemOf([contacts('amal', 5)], { staff: [] });
    expect(item.measured?.measurement).toMatchObject({ status: 'too-few' });
    expect(item.facts).toBeNull();
  });

  it('hands the people looking for work on in the order of the specialists', () => {
    const clients = [seeker('ben'), seeker('ben'), seeker('amal'), seeker('lee')];
    const item = itemOf([contacts('amal', 57), contacts('ben', 57)], { clients });
    expect(item.facts).toMatchObject({ jobSeekers: 4, jobSeekersPerSpecialist: [1, 2] });
    expect(item.breakdown?.rows.map(({ numbers }) => numbers[1])).toEqual([1, 2]);
  });

  it('takes nobody for no job seekers where it is not recorded whom they met', () => {
    const clients = [seeker('ben'), seeker(null)];
    const item = itemOf([contacts('amal', 57), contacts('ben', 57)], { clients });
    expect(item.facts).toMatchObject({ jobSeekers: 2 });
    expect(item.facts).not.toHaveProperty('jobSeekersPerSpecialist');
    expect(item.breakdown?.rows.map(({ numbers }) => numbers[1])).toEqual([null, null]);
    expect(item.measured?.unused).toEqual([
      { count: 1, what: expect.stringContaining('no specialist') as string },
    ]);
  });

  it('leaves the people looking for work open where no meeting is dated', () => {
    const item = itemOf([contacts('amal', 57)], { clients: [recordedClient()] });
    expect(item.facts).not.toHaveProperty('jobSeekers');
    expect(item.facts).not.toHaveProperty('jobSeekersPerSpecialist');
    expect(item.breakdown?.rows[0]?.numbers[1]).toBeNull();
  });
});

describe('people looking for work on a day', () => {
  const job = (startedOn: string, endedOn: string | null = null) => [{ startedOn, endedOn }];
  const met = [metBy('amal', '2026-06-20')];

  it.each([
    ['met, open and without a job', recordedClient({ meetings: met }), 1],
    ['met 27 days ago', recordedClient({ meetings: [metBy('amal', '2026-06-04')] }), 1],
    ['in a job', recordedClient({ meetings: met, jobs: job('2026-03-01') }), 0],
    [
      'on the last day of a job',
      recordedClient({ meetings: met, jobs: job('2026-03-01', day) }),
      0,
    ],
    [
      'a job that ended',
      recordedClient({ meetings: met, jobs: job('2026-03-01', '2026-06-30') }),
      1,
    ],
    ['a job still to start', recordedClient({ meetings: met, jobs: job('2026-07-02') }), 1],
    ['closed that day', recordedClient({ meetings: met, closedOn: day }), 0],
    ['closed the day after', recordedClient({ meetings: met, closedOn: '2026-07-02' }), 1],
  ])('%s', (_, client, expected) => {
    expect(jobSeekersOn([client], day)?.total).toBe(expected);
  });

  it('belong to whoever met them last', () => {
    const meetings = [
      metBy('ben', '2026-06-25'),
      metBy('amal', '2026-06-20'),
      metBy('cat', '2026-07-02'),
    ];
    expect(jobSeekersOn([recordedClient({ meetings })], day)?.bySpecialist).toEqual(
      new Map([['ben', 1]]),
    );
  });

  it('cannot be counted where nobody was met in 28 days', () => {
    expect(
      jobSeekersOn([recordedClient({ meetings: [metBy('amal', '2026-06-03')] })], day),
    ).toBeNull();
    expect(jobSeekersOn([], day)).toBeNull();
  });
});
