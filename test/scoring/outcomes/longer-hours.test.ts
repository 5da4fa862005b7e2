import { describe, expect, it } from 'vitest';

import type { JobEntry } from '#scoring/outcomes/client-job-entries.ts';
import { longerHoursOf, longerHoursShare } from '#scoring/outcomes/longer-hours.ts';

const entry = (startDate: string, hoursPerWeek: number | null): JobEntry => ({
  startDate,
  hoursPerWeek,
  fourHoursDone: true,
  evidence: 'none',
  evidencedOn: null,
});

describe('longerHoursShare', () => {
  it('counts 16 hours or more among entries with hours, from enrolment to the count date', () => {
    const clients = [
      {
        enrolmentDate: '2024-01-10',
        jobEntries: [
          entry('2024-01-09', 40),
          entry('2024-01-10', 16),
          entry('2024-02-01', 15.9),
          entry('2024-03-01', null),
        ],
      },
      {
        enrolmentDate: '2024-02-01',
        jobEntries: [entry('2024-06-30', 37.5), entry('2024-07-01', 20)],
      },
    ];
    const { share, notRecorded } = longerHoursShare(clients, '2024-06-30');
    expect(share).toMatchObject({ numerator: 2, denominator: 3 });
    expect(notRecorded).toBe(1);
  });

  it('has no share where no hours are recorded, and refuses hours below 0', () => {
    expect(longerHoursShare([], '2024-06-30').share.status).toBe('none');
    const bad = [{ enrolmentDate: '2024-01-01', jobEntries: [entry('2024-01-01', -1)] }];
    expect(() => longerHoursShare(bad, '2024-06-30')).toThrow(/longerHoursOf/);
  });
});

describe('longerHoursOf', () => {
  it('counts jobs of 16 hours or more among those with hours', () => {
    const { share, notRecorded } = longerHoursOf([15.9, 16, 40, null, null]);
    expect(share).toMatchObject({ numerator: 2, denominator: 3 });
    expect(notRecorded).toBe(2);
  });
});
