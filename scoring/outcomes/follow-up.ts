import { addCalendarMonths, daysBetween, isIsoDay } from '#scoring/calendar/iso-day.ts';

/** Lengths of the linked cohort's follow-up, and who is in it; data of a report. */
export interface FollowUpRules {
  /** Calendar months after which follow-up ends. */
  readonly longestMonths: number;
  /** Calendar months between enrolment and linkage for a client to be included. */
  readonly minimumMonths: number;
  /** First and last enrolment date included, ISO; null where open. */
  readonly firstEnrolment: string | null;
  readonly lastEnrolment: string | null;
}

/** The 2025 report: enrolled from 1 October 2019 to 29 February 2024. */
export const followUpRules2025: FollowUpRules = {
  longestMonths: 18,
  minimumMonths: 9,
  firstEnrolment: '2019-10-01',
  lastEnrolment: '2024-02-29',
};

export interface FollowUp {
  /** First day of follow-up. */
  readonly start: string;
  /** The day after the last one: follow-up is start <= day < end. */
  readonly end: string;
  readonly days: number;
  readonly isIncluded: boolean;
  /** Whether the longest follow-up had passed at linkage. */
  readonly isComplete: boolean;
}

/**
 * The follow-up of a client of the linked cohort.
 *
 * For: every outcome of the data linkage, all of which lie inside follow-up.
 * Formula: enrolment <= day < end, where end is the earlier of enrolment + 18 calendar months (held to the
 * month's last day) and the linkage date. Included when enrolment + 9 months <= linkage date, within the first
 * and last enrolment date. Complete when enrolment + 18 months <= linkage date.
 * @param enrolmentDate ISO day
 * @param linkageDate ISO day
 * @param rules months and enrolment dates of the report
 * @returns start, end (not included), days (0 where linkage came first), included, complete
 * @throws RangeError for a day that is none
 * Source: outcome definitions, section 2. Checked: 31 August 2020 ends on 28 February 2022; edges by example.
 */
export function followUp(
  enrolmentDate: string,
  linkageDate: string,
  rules: FollowUpRules,
): FollowUp {
  if (!isIsoDay(linkageDate)) {
    throw new RangeError(`followUp: a day must be written YYYY-MM-DD, not "${linkageDate}"`);
  }
  const longest = addCalendarMonths(enrolmentDate, rules.longestMonths);
  const earlier = longest < linkageDate ? longest : linkageDate;
  const end = earlier < enrolmentDate ? enrolmentDate : earlier;
  return {
    start: enrolmentDate,
    end,
    days: daysBetween(enrolmentDate, end),
    isIncluded:
      addCalendarMonths(enrolmentDate, rules.minimumMonths) <= linkageDate &&
      (rules.firstEnrolment === null || enrolmentDate >= rules.firstEnrolment) &&
      (rules.lastEnrolment === null || enrolmentDate <= rules.lastEnrolment),
    isComplete: longest <= linkageDate,
  };
}

export interface MeanFollowUp {
  readonly clients: number;
  /** Null where the group is empty. */
  readonly meanDays: number | null;
}

/**
 * Mean length of follow-up of everybody included, and of those whose follow-up is complete and is not.
 *
 * For: the head of every table of the data linkage. Formula: sum of days / clients.
 * @param followUps of all clients; those not included are left aside
 * @returns clients and mean days of the three groups
 * Errors: none. Source: outcome definitions, section 2. Checked: by example; the two groups make up the whole.
 */
export function meanFollowUpDays(
  followUps: readonly FollowUp[],
): Readonly<Record<'full' | 'complete' | 'incomplete', MeanFollowUp>> {
  const included = followUps.filter(({ isIncluded }) => isIncluded);
  const mean = (group: readonly FollowUp[]): MeanFollowUp => ({
    clients: group.length,
    meanDays:
      group.length === 0 ? null : group.reduce((sum, { days }) => sum + days, 0) / group.length,
  });
  return {
    full: mean(included),
    complete: mean(included.filter(({ isComplete }) => isComplete)),
    incomplete: mean(included.filter(({ isComplete }) => !isComplete)),
  };
}
