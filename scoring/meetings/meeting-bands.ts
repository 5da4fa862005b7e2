/** Bands of meetings since enrolment, with their field in a monthly return; 13 or more is open upwards. */
export const meetingBands = [
  { key: 'none', field: 'clientsWith0', label: '0', from: 0, to: 0 },
  { key: '1-4', field: 'clientsWith1To4', label: '1 to 4', from: 1, to: 4 },
  { key: '5-8', field: 'clientsWith5To8', label: '5 to 8', from: 5, to: 8 },
  { key: '9-12', field: 'clientsWith9To12', label: '9 to 12', from: 9, to: 12 },
  { key: '13-or-more', field: 'clientsWith13OrMore', label: '13 or more', from: 13, to: null },
] as const;

export type MeetingBandKey = (typeof meetingBands)[number]['key'];

export type MeetingBandField = (typeof meetingBands)[number]['field'];

export type MeetingBandCounts = Record<MeetingBandKey, number>;

/**
 * The band of a number of meetings since enrolment.
 *
 * For: monthly returns, the client-level model, figure 8.
 * Formula: 0; 1 to 4; 5 to 8; 9 to 12; 13 or more.
 * @param meetings whole number, 0 or more
 * @returns key of the band
 * @throws RangeError for a number that is not whole or below 0
 * Source: outcome definitions, sections 7 and 8. Checked: both sides of every edge.
 */
export function bandOf(meetings: number): MeetingBandKey {
  if (!Number.isInteger(meetings) || meetings < 0) {
    throw new RangeError(`bandOf: meetings must be a whole number, 0 or more, not ${meetings}`);
  }
  return meetingBands.findLast(({ from }) => meetings >= from)?.key ?? 'none';
}

/**
 * How many clients fall in each band.
 *
 * For: filling a monthly return from dated meetings.
 * Formula: one client, one number of meetings, one band.
 * @param meetingsByClient meetings since enrolment, one number for each client
 * @returns clients by band, every band present; they add up to the number of clients
 * @throws RangeError for a number that is not whole or below 0
 * Source: outcome definitions, section 8. Checked: property test of the sum.
 */
export function bandsOf(meetingsByClient: readonly number[]): MeetingBandCounts {
  const counts: MeetingBandCounts = {
    none: 0,
    '1-4': 0,
    '5-8': 0,
    '9-12': 0,
    '13-or-more': 0,
  };
  for (const meetings of meetingsByClient) counts[bandOf(meetings)] += 1;
  return counts;
}
