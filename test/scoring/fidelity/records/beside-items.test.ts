import { describe, expect, it } from 'vitest';

import {
  recordedInPerson,
  recordedParticularContacts,
} from '#scoring/fidelity/records/contact-kind-record.ts';
import { recordedFollowAlong } from '#scoring/fidelity/records/follow-along-record.ts';
import { recordedProfiles } from '#scoring/fidelity/records/profile-record.ts';
import type { RecordedItem } from '#scoring/fidelity/records/recorded-item.ts';
import { recordedRelationships } from '#scoring/fidelity/records/relationship-record.ts';
import { recordedSupport } from '#scoring/fidelity/records/support-record.ts';

import { metBy, metOn, recordedClient } from './builders.ts';

const day = '2026-06-30';

/** Part and whole of each figure; null where there is too little. */
function parts({ beside }: RecordedItem): ([number, number] | null)[] {
  return beside.map(({ measurement: result }) =>
    result.status === 'measured' ? [result.part, result.whole] : null,
  );
}

const unusedOf = ({ beside }: RecordedItem) => beside[0]?.unused.map(({ count }) => count);

describe('profiles, beside item 14', () => {
  it('counts open clients with one, and jobs that ended before it was brought up to date', () => {
    const client = (
      profileOn: string | null,
      endedOn: string | null = null,
      closedOn: string | null = null,
    ) => ({
      ...recordedClient({ jobs: [{ startedOn: '2025-10-01', endedOn }], closedOn }),
      profileOn,
    });
    const item = recordedProfiles(
      [
        client('2026-01-10'),
        client(null, '2026-02-01'),
        client('2026-02-01', '2026-02-01'),
        client('2026-01-31', '2026-02-01', '2026-05-01'),
        client('2026-07-01', '2026-06-30'), // profiled after the day
        client('2026-02-02', '2025-06-30'), // ended a year ago to the day
      ],
      day,
    );
    expect(parts(item)).toEqual([
      [3, 5],
      [1, 4],
    ]);
    expect(parts(recordedProfiles([], day))).toEqual([null, null]);
    expect(item.facts).toBeNull();
  });
});

describe('contacts by kind, beside items 16 and 24', () => {
  const contact = {
    mode: 'in-person',
    answered: true,
    withWhom: 'has-say-in-hiring',
    forWhom: 'particular-client',
  } as const;

  it('counts those for a particular client among those known', () => {
    const item = recordedParticularContacts(
      [
        { ...contact, contacts: 30 },
        { ...contact, forWhom: 'clients-in-general', contacts: 60 },
        { ...contact, forWhom: 'not-for-clients', contacts: 10 },
        { ...contact, forWhom: 'not-known', contacts: 7 },
        { ...contact, mode: 'message', answered: false, contacts: 50 },
      ],
      day,
    );
    expect(parts(item)).toEqual([[30, 100]]);
    expect(unusedOf(item)).toEqual([7]);
    expect(parts(recordedParticularContacts([], day))).toEqual([null]);
  });

  it('counts what took place in person', () => {
    const item = recordedInPerson(
      [
        { ...contact, contacts: 3 },
        { ...contact, mode: 'telephone' },
        { ...contact, mode: 'message', answered: 0, contacts: 9 },
      ],
      [
        { isInPerson: true, meetings: 62 },
        { isInPerson: false, meetings: 28 },
        { isInPerson: false, meetings: 10 },
      ],
      day,
    );
    expect(parts(item)).toEqual([
      [62, 100],
      [3, 4],
    ]);
    expect(parts(recordedInPerson([], [], day))).toEqual([null, null]);
  });
});

describe('relationships with employers, beside item 18', () => {
  it('counts days, not contacts, over 12 months', () => {
    const visits = ['2026-01-05', '2026-01-05', '2026-01-06', '2026-06-30'].map((on) => ({
      employerId: 'a',
      on,
    }));
    const item = recordedRelationships(
      [
        ...visits,
        { employerId: 'b', on: '2026-01-05' },
        { employerId: 'b', on: '2026-01-05' },
        { employerId: 'c', on: '2026-01-05' },
        { employerId: 'c', on: '2025-07-01' },
        { employerId: 'd', on: '2026-01-05' },
        { employerId: 'd', on: '2025-06-30' }, // a year ago to the day
        { employerId: 'e', on: '2026-07-01' },
      ],
      day,
    );
    expect(parts(item)).toEqual([
      [2, 4],
      [1, 4],
      [1, 4],
    ]);
    expect(parts(recordedRelationships([], day))).toEqual([null, null, null]);
  });
});

describe('clients in work, beside item 22', () => {
  const jobs = [{ startedOn: '2026-02-02', endedOn: null }];

  it('counts those met in 28 days, in any form and in person', () => {
    const item = recordedSupport(
      [
        recordedClient({ jobs, meetings: metOn('2026-06-03') }),
        recordedClient({ jobs, meetings: [metBy('amal', '2026-06-30')] }),
        recordedClient({ jobs, meetings: metOn('2026-06-02') }),
        recordedClient({ jobs, meetings: metOn('2026-06-20'), closedOn: '2026-06-25' }),
        recordedClient({ meetings: metOn('2026-06-20') }), // looking for work
      ],
      day,
    );
    expect(parts(item)).toEqual([
      [2, 3],
      [1, 3],
    ]);
    expect(unusedOf(item)).toEqual([1]);
    expect(parts(recordedSupport([], day))).toEqual([null, null]);
  });
});

describe('follow-along, beside item 23', () => {
  const started = (startedOn: string, endedOn: string | null, ...days: string[]) =>
    recordedClient({ jobs: [{ startedOn, endedOn }], meetings: metOn(...days) });
  const one = (client: ReturnType<typeof started>) => parts(recordedFollowAlong([client], day));

  it.each([
    ['a week before', ['2026-01-05'], [1, 0, 0, 0]],
    ['eight days before', ['2026-01-04'], [0, 0, 0, 0]],
    ['the day before', ['2026-01-11'], [1, 0, 0, 0]],
    ['the first day', ['2026-01-12'], [0, 1, 0, 0]],
    ['three days after', ['2026-01-15'], [0, 1, 0, 0]],
    ['four days after', ['2026-01-16'], [0, 0, 0, 0]],
    ['every week', ['2026-01-18', '2026-01-19', '2026-01-26', '2026-02-08'], [0, 0, 1, 0]],
    ['every week but the last', ['2026-01-18', '2026-01-19', '2026-01-26'], [0, 0, 0, 0]],
    ['four months later', ['2026-05-12'], [0, 0, 0, 1]],
    ['a day short of it', ['2026-05-11'], [0, 0, 0, 0]],
    ['the last day of the fifth month', ['2026-06-11'], [0, 0, 0, 1]],
  ])('met %s', (_, days, expected) => {
    expect(one(started('2026-01-12', null, ...days))).toEqual(expected.map((part) => [part, 1]));
  });

  it('asks of a job only what it ran for', () => {
    // Ended on the 28th day: every week counts, the fifth month does not.
    expect(one(started('2026-01-12', '2026-02-08'))).toEqual([[0, 1], [0, 1], [0, 1], null]);
    expect(one(started('2026-01-12', '2026-02-07'))).toEqual([[0, 1], [0, 1], null, null]);
    expect(one(started('2026-06-28', null))).toEqual([[0, 1], null, null, null]);
    expect(one(started('2025-06-30', null))).toEqual([null, null, null, null]);
  });

  it('goes on for a client whose case is closed, and counts no meeting by telephone', () => {
    const closed = { ...started('2026-01-12', null, '2026-05-20'), closedOn: '2026-03-01' };
    expect(one(closed)[3]).toEqual([1, 1]);
    const phoned = recordedClient({
      jobs: [{ startedOn: '2026-01-12', endedOn: null }],
      meetings: [metBy('amal', '2026-01-12')],
    });
    expect(one(phoned)[1]).toEqual([0, 1]);
  });
});
