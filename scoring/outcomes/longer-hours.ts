import type { JobEntry } from './client-job-entries.ts';
import { rateOf, type RateResult } from './job-entry-rate.ts';

/** "16 or more" hours a week throughout. */
export const longerHours = 16;

export interface LongerHoursShare {
  /** Job entries of 16 or more hours a week among those with hours recorded. */
  readonly share: RateResult;
  /** Job entries whose hours were not recorded: in no share, said beside it. */
  readonly notRecorded: number;
}

/**
 * How many jobs are for 16 hours a week or more.
 *
 * For: jobs whose hours are known one by one, as those of the evaluation cohort; HMRC gives no hours.
 * Formula: jobs with hours >= 16 / jobs with hours recorded, Wilson's interval.
 * @param recorded hours a week of each job; null where not recorded
 * @returns the share and the number not recorded; 'none' where no hours are recorded
 * @throws RangeError for hours below 0 or that are no number
 * Source: outcome definitions, sections 1 and 4. Checked: by example at 15.9, 16 and not recorded.
 */
export function longerHoursOf(recorded: readonly (number | null)[]): LongerHoursShare {
  const hours = recorded.filter((each) => each !== null);
  if (hours.some((value) => !(value >= 0))) {
    throw new RangeError('longerHoursOf: hours a week must be 0 or more');
  }
  return {
    share: rateOf(hours.filter((value) => value >= longerHours).length, hours.length),
    notRecorded: recorded.length - hours.length,
  };
}

/**
 * How many job entries are for 16 hours a week or more.
 *
 * For: team records. Job entries are counted, not clients.
 * Formula: longerHoursOf the entries from enrolment to the count date.
 * @param clients with all their job entries
 * @param countDate ISO day; entries after it, or before the client's enrolment, are left aside
 * @returns as longerHoursOf
 * Errors: as longerHoursOf. Source: outcome definitions, sections 1 and 4. Checked: by example.
 */
export function longerHoursShare(
  clients: readonly {
    readonly enrolmentDate: string;
    readonly jobEntries: readonly Pick<JobEntry, 'startDate' | 'hoursPerWeek'>[];
  }[],
  countDate: string,
): LongerHoursShare {
  return longerHoursOf(
    clients.flatMap(({ enrolmentDate, jobEntries }) =>
      jobEntries
        .filter(({ startDate }) => startDate >= enrolmentDate && startDate <= countDate)
        .map(({ hoursPerWeek }) => hoursPerWeek),
    ),
  );
}
