import type {
  RecordedClient,
  RecordedMeeting,
  RecordedStaff,
} from '#scoring/fidelity/records/team-records.ts';

/** A full-time employment specialist in post since January 2025, unless said otherwise. */
export function staffMember(name: string, facts: Partial<RecordedStaff> = {}): RecordedStaff {
  return {
    specialistId: name.toLowerCase(),
    name,
    role: 'employment-specialist',
    patterns: [{ fromDay: '2025-01-06', fte: 1 }],
    leave: [],
    employedFrom: '2025-01-06',
    employedTo: null,
    ...facts,
  };
}

/** A client enrolled in September 2025 with an open case, unless said otherwise. */
export function recordedClient(facts: Partial<RecordedClient> = {}): RecordedClient {
  return { enrolledOn: '2025-09-01', closedOn: null, meetings: [], jobs: [], ...facts };
}

/** Meetings in person on these days, with nobody named. */
export function metOn(...days: string[]): RecordedMeeting[] {
  return days.map((on) => ({ on, isInPerson: true, specialistId: null }));
}

export function metBy(specialistId: string | null, on: string): RecordedMeeting {
  return { on, isInPerson: false, specialistId };
}
