import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, bandsOf, meetingBands } from '#scoring/meetings/meeting-bands.ts';
import { meetingReturnProblems, type MeetingReturn } from '#scoring/meetings/meeting-return.ts';
import { meetingsPerClient } from '#scoring/meetings/meetings-per-client.ts';

const march: MeetingReturn = {
  month: '2026-03',
  clientsOnBooks: 20,
  meetingsHeld: 30,
  clientsWith0: 4,
  clientsWith1To4: 8,
  clientsWith5To8: 4,
  clientsWith9To12: 2,
  clientsWith13OrMore: 2,
};

const february: MeetingReturn = {
  ...march,
  month: '2026-02',
  clientsOnBooks: 10,
  meetingsHeld: 6,
  clientsWith0: 10,
  clientsWith1To4: 0,
  clientsWith5To8: 0,
  clientsWith9To12: 0,
  clientsWith13OrMore: 0,
};

function returnOf(meetings: number[]): MeetingReturn {
  const bands = bandsOf(meetings);
  return {
    month: '2026-03',
    clientsOnBooks: meetings.length,
    meetingsHeld: 3,
    clientsWith0: bands.none,
    clientsWith1To4: bands['1-4'],
    clientsWith5To8: bands['5-8'],
    clientsWith9To12: bands['9-12'],
    clientsWith13OrMore: bands['13-or-more'],
    meetingsSinceEnrolment: meetings.reduce((sum, value) => sum + value, 0),
  };
}

const anyMeetings = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });

describe('bands of meetings', () => {
  it.each([
    [0, 'none'],
    [1, '1-4'],
    [4, '1-4'],
    [5, '5-8'],
    [8, '5-8'],
    [9, '9-12'],
    [12, '9-12'],
    [13, '13-or-more'],
    [500, '13-or-more'],
  ])('%i meetings: %s', (meetings, band) => {
    expect(bandOf(meetings)).toBe(band);
  });

  it('hold every client once', () => {
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        const bands = bandsOf(meetings);
        expect(meetingBands.reduce((sum, { key }) => sum + bands[key], 0)).toBe(meetings.length);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('refuse %d meetings', (meetings) => {
    expect(() => bandOf(meetings)).toThrow(/bandOf: meetings must be a whole number/);
    expect(() => bandsOf([1, meetings])).toThrow(RangeError);
  });
});

describe('meetingReturnProblems', () => {
  it('finds nothing in a return made from counted meetings', () => {
    expect(meetingReturnProblems(march)).toEqual([]);
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        expect(meetingReturnProblems(returnOf(meetings))).toEqual([]);
      }),
    );
  });

  it.each([
    [{ month: '2026-13' }, 'month', /YYYY-MM/],
    [{ clientsOnBooks: -1 }, 'clientsOnBooks', /whole number, 0 or more/],
    [{ meetingsHeld: 2.5 }, 'meetingsHeld', /Meetings held in the month must be a whole number/],
    [{ clientsWith9To12: -2 }, 'clientsWith9To12', /Clients with 9 to 12 meetings must be/],
    [{ clientsOnBooks: 21 }, 'clientsOnBooks', /they add up to 20, not 21/],
    [{ clientsWith0: 5 }, 'clientsOnBooks', /they add up to 21, not 20/],
    // 8 x 1 + 4 x 5 + 2 x 9 + 2 x 13 = 72
    [{ meetingsSinceEnrolment: 71 }, 'meetingsSinceEnrolment', /72 or more, not 71/],
    [{ meetingsSinceEnrolment: 1.5 }, 'meetingsSinceEnrolment', /whole number/],
    [
      // 8 x 4 + 4 x 8 + 4 x 12 = 112
      { clientsWith13OrMore: 0, clientsWith9To12: 4, meetingsSinceEnrolment: 113 },
      'meetingsSinceEnrolment',
      /from 64 to 112, not 113/,
    ],
  ])('finds %j', (change, field, message) => {
    const problems = meetingReturnProblems({ ...march, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field, message: expect.stringMatching(message) as string });
  });

  it('accepts a total that fits', () => {
    expect(meetingReturnProblems({ ...march, meetingsSinceEnrolment: 72 })).toEqual([]);
    expect(meetingReturnProblems({ ...march, meetingsSinceEnrolment: null })).toEqual([]);
  });
});

describe('meetingsPerClient', () => {
  const period = { firstMonth: '2026-01', lastMonth: '2026-03' };

  it('divides meetings by client-months and takes bands from the last month', () => {
    const result = meetingsPerClient({ ...period, returns: [march, february] });
    if (result.status !== 'measured') throw new Error('two months are returned');
    expect(result).toMatchObject({
      meetingsPerClientMonth: 36 / 30,
      meetingsHeld: 36,
      clientMonths: 30,
      monthsReturned: ['2026-02', '2026-03'],
      monthsMissing: ['2026-01'],
      meanMeetingsSinceEnrolment: null,
    });
    expect(result.bandShares).toMatchObject({
      month: '2026-03',
      clientsOnBooks: 20,
      clientsWithMeetings: 16,
      clientsWithoutMeetings: 4,
    });
    expect(result.bandShares.shares.map(({ key, share }) => [key, share])).toEqual([
      ['1-4', 0.5],
      ['5-8', 0.25],
      ['9-12', 0.125],
      ['13-or-more', 0.125],
    ]);
  });

  it('has no shares when nobody has a meeting', () => {
    const result = meetingsPerClient({ ...period, returns: [february] });
    expect(result).toMatchObject({ bandShares: { clientsWithMeetings: 0 } });
    if (result.status !== 'measured') throw new Error('one month is returned');
    for (const { share } of result.bandShares.shares) expect(share).toBeNull();
  });

  it('gives the mean since enrolment from dated meetings, else from the form', () => {
    const returns = [{ ...march, meetingsSinceEnrolment: 100 }];
    expect(meetingsPerClient({ ...period, returns })).toMatchObject({
      meanMeetingsSinceEnrolment: { mean: 5, clients: 20, basis: 'form-total' },
    });
    expect(
      meetingsPerClient({ ...period, returns, datedMeetingsByClient: [1, 2, 6] }),
    ).toMatchObject({
      meanMeetingsSinceEnrolment: { mean: 3, clients: 3, basis: 'dated-meetings' },
    });
  });

  it('is an ordinary result without returns or clients', () => {
    expect(meetingsPerClient({ ...period, returns: [{ ...march, month: '2026-04' }] })).toEqual({
      status: 'too-few',
      reason: 'No month of this period has been returned.',
      monthsReturned: [],
      monthsMissing: ['2026-01', '2026-02', '2026-03'],
    });
    const empty = { ...february, clientsOnBooks: 0, clientsWith0: 0 };
    expect(meetingsPerClient({ ...period, returns: [empty] })).toMatchObject({
      status: 'too-few',
      monthsReturned: ['2026-02'],
    });
  });

  it('has shares that add up to 1', () => {
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        const result = meetingsPerClient({
          firstMonth: '2026-03',
          lastMonth: '2026-03',
          returns: [returnOf(meetings)],
          datedMeetingsByClient: meetings,
        });
        const shares = result.status === 'measured' ? result.bandShares.shares : [];
        const sum = shares.reduce((total, { share }) => total + (share ?? 0), 0);
        expect(sum).toBeCloseTo(meetings.some((count) => count > 0) ? 1 : 0, 12);
      }),
    );
  });

  it('refuses a return that breaks a rule and a month returned twice', () => {
    expect(() =>
      meetingsPerClient({ ...period, returns: [{ ...march, clientsOnBooks: 99 }] }),
    ).toThrow(/meetingsPerClient: return of 2026-03: The five bands must add up/);
    expect(() => meetingsPerClient({ ...period, returns: [march, march] })).toThrow(
      /each month must be returned once/,
    );
    expect(() =>
      meetingsPerClient({ returns: [], firstMonth: '2026-03', lastMonth: '2026-01' }),
    ).toThrow(RangeError);
  });
});
