import { addCalendarMonths, addDays, daysBetween, isIsoDay } from '#scoring/calendar/iso-day.ts';
import { monthsBetween } from '#scoring/calendar/iso-month.ts';

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

/** Why a matched client is not in the cohort; the words are what a page prints. */
export const followUpExclusions = {
  'enrolled-too-early': 'Enrolled before the first enrolment date of the round',
  'enrolled-too-late': 'Enrolled after the last enrolment date of the round',
  'too-few-months': 'Too few months between enrolment and linkage',
} as const;

export type FollowUpExclusion = keyof typeof followUpExclusions;

export interface FollowUp {
  /** First day of follow-up. */
  readonly start: string;
  /** The day after the last one: follow-up is start <= day < end. */
  readonly end: string;
  readonly days: number;
  /** The follow-up month that the last day lies in; 0 without a day. */
  readonly months: number;
  /** The first reason not to include the client; null where included. */
  readonly exclusion: FollowUpExclusion | null;
  /** Whether the longest follow-up had passed at linkage. */
  readonly isComplete: boolean;
}

function exclusionOf(
  enrolmentDate: string,
  linkageDate: string,
  { minimumMonths, firstEnrolment, lastEnrolment }: FollowUpRules,
): FollowUpExclusion | null {
  if (firstEnrolment !== null && enrolmentDate < firstEnrolment) return 'enrolled-too-early';
  if (lastEnrolment !== null && enrolmentDate > lastEnrolment) return 'enrolled-too-late';
  return addCalendarMonths(enrolmentDate, minimumMonths) <= linkageDate ? null : 'too-few-months';
}

function lastMonth(enrolmentDate: string, end: string): number {
  return end === enrolmentDate ? 0 : followUpMonth(enrolmentDate, addDays(end, -1));
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
 * @returns start, end (not included), days (0 where linkage came first), months,
 *   exclusion or null, complete
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
  const isComplete = longest <= linkageDate;
  const days = daysBetween(enrolmentDate, end);
  return {
    start: enrolmentDate,
    end,
    days,
    months: isComplete ? rules.longestMonths : lastMonth(enrolmentDate, end),
    exclusion: exclusionOf(enrolmentDate, linkageDate, rules),
    isComplete,
  };
}

/**
 * The follow-up month a day lies in: month k covers enrolment + (k - 1) calendar months up to, not including,
 * enrolment + k months.
 *
 * For: first jobs by month. Formula: 1 + the most calendar months that can be added to the enrolment date (held
 * to the month's last day) without passing the day.
 * @param enrolmentDate ISO day
 * @param day ISO day, not before enrolment
 * @returns 1, 2, …
 * @throws RangeError for a day that is none or lies before enrolment
 * Source: outcome definitions, section 3. Checked: every day of two years after 31 August 2020 and 29 February
 * 2020 against the two ends of its month.
 */
export function followUpMonth(enrolmentDate: string, day: string): number {
  if (day < enrolmentDate) {
    throw new RangeError('followUpMonth: the day must not lie before enrolment');
  }
  const months = monthsBetween(enrolmentDate.slice(0, 7), day.slice(0, 7));
  return addCalendarMonths(enrolmentDate, months) <= day ? months + 1 : months;
}

export interface MeanFollowUp {
  readonly clients: number;
  /** Null where the group is empty. */
  readonly meanDays: number | null;
}

export type MeanFollowUps = Readonly<Record<'full' | 'complete' | 'incomplete', MeanFollowUp>>;

/**
 * Mean length of follow-up of everybody included, and of those whose follow-up is complete and is not.
 *
 * For: the head of every table of the data linkage. Formula: sum of days / clients.
 * @param clients everybody included, with days followed
 * @returns clients and mean days of the three groups
 * Errors: none. Source: outcome definitions, section 2. Checked: by example; 400 synthetic clients against R.
 */
export function meanFollowUpDays(
  clients: readonly { readonly followUpDays: number; readonly isFollowUpComplete: boolean }[],
): MeanFollowUps {
  const mean = (group: typeof clients): MeanFollowUp => ({
    clients: group.length,
    meanDays:
      group.length === 0
        ? null
        : group.reduce((sum, { followUpDays }) => sum + followUpDays, 0) / group.length,
  });
  return {
    full: mean(clients),
    complete: mean(clients.filter(({ isFollowUpComplete }) => isFollowUpComplete)),
    incomplete: mean(clients.filter(({ isFollowUpComplete }) => !isFollowUpComplete)),
  };
}
