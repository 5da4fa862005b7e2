import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import type { ClientJobEntries } from './client-job-entries.ts';
import type { JobEntryRule } from './job-entry-definitions.ts';

/** Why a client is not in a denominator; the words are what a page prints. */
export const exclusionReasons = {
  'enrolled-after-count-date': 'Enrolled after the count date',
  'access-outside-period': 'Access date outside the period',
  'access-too-late-in-period': 'Access date too close to the end of the period',
  'in-work-at-access': 'In work at access',
  'in-work-not-known': 'Not known whether in work at access',
  'not-engaged': 'Not engaged by the count date',
  'engaged-too-recently': 'Engaged too recently for the whole window to have passed',
} as const;

/** What is said beside a rate about clients in its denominator. */
export const remarkReasons = {
  'four-hours-not-known': 'Started a job, not recorded whether 4 paid hours were done',
  'under-four-hours': 'Started a job, under 4 paid hours done',
  'start-not-evidenced': 'Started a job without evidence by the count date',
  'evidence-not-dated': 'Counted by a start whose evidence has no date',
  'start-before-engagement': 'Started a job between enrolment and engagement',
} as const;

export type ExclusionReason = keyof typeof exclusionReasons;
export type RemarkReason = keyof typeof remarkReasons;

export type ClientClass =
  | { readonly isCounted: false; readonly reason: ExclusionReason; readonly hasEntry: boolean }
  | { readonly isCounted: true; readonly hasEntry: boolean; readonly remark: RemarkReason | null };

export interface RateWindow {
  /** First and last day of the reporting period, ISO; used by the definitions that have one. */
  readonly from: string;
  readonly to: string;
  /** Day up to which records are counted, ISO. */
  readonly countDate: string;
}

type AccessingRule = Extract<JobEntryRule, { kind: 'accessing-clients' }>;

const out = (reason: ExclusionReason, hasEntry = false): ClientClass => ({
  isCounted: false,
  reason,
  hasEntry,
});

/** End of what can be known: the period's last day, or the count date where that comes first. */
function lastDay({ to, countDate }: RateWindow): string {
  return countDate < to ? countDate : to;
}

/** IPS Grow: access in the period, first job between access and the period's end, 4 paid hours done. */
export function classifyAccessing(
  rule: AccessingRule,
  client: ClientJobEntries,
  window: RateWindow,
): ClientClass {
  const { enrolmentDate: access, inWorkAtEnrolment } = client;
  const end = lastDay(window);
  if (access < window.from || access > end) return out('access-outside-period');
  if (addCalendarMonths(access, rule.minimumMonthsBeforePeriodEnd) > end) {
    return out('access-too-late-in-period');
  }
  const starts = client.jobEntries.filter((job) => job.startDate >= access && job.startDate <= end);
  const hasEntry = starts.some((job) => job.fourHoursDone === true);
  if (!rule.includeInWorkAtAccess) {
    if (inWorkAtEnrolment === 'yes') return out('in-work-at-access');
    if (inWorkAtEnrolment === 'not-known' && rule.inWorkNotKnown === 'left-out') {
      return out('in-work-not-known', hasEntry);
    }
  }
  const isUnknown = starts.some((job) => job.fourHoursDone === null);
  const unmet = isUnknown ? 'four-hours-not-known' : 'under-four-hours';
  return { isCounted: true, hasEntry, remark: hasEntry || starts.length === 0 ? null : unmet };
}

/** Via: everybody enrolled by the count date; a start evidenced by it. */
export function classifyEvidenced(client: ClientJobEntries, window: RateWindow): ClientClass {
  const { countDate } = window;
  if (client.enrolmentDate > countDate) return out('enrolled-after-count-date');
  const starts = client.jobEntries.filter(
    (job) => job.startDate >= client.enrolmentDate && job.startDate <= countDate,
  );
  const evidenced = starts.filter(
    (job) =>
      job.evidence === 'provider-evidenced' &&
      (job.evidencedOn === null || job.evidencedOn <= countDate),
  );
  if (evidenced.length === 0) {
    return {
      isCounted: true,
      hasEntry: false,
      remark: starts.length === 0 ? null : 'start-not-evidenced',
    };
  }
  const isDated = evidenced.some((job) => job.evidencedOn !== null);
  return { isCounted: true, hasEntry: true, remark: isDated ? null : 'evidence-not-dated' };
}

/** Outcomes contract: engaged long enough ago; a start in the months from engagement, end not included. */
export function classifyEngaged(
  windowMonths: number,
  client: ClientJobEntries,
  window: RateWindow,
): ClientClass {
  const { engagementDate: engagement } = client;
  if (engagement === null || engagement > window.countDate) return out('not-engaged');
  const end = addCalendarMonths(engagement, windowMonths);
  const hasEntry = client.jobEntries.some(
    (job) =>
      job.startDate >= engagement && job.startDate < end && job.startDate <= window.countDate,
  );
  if (end > window.countDate) return out('engaged-too-recently', hasEntry);
  const isEarlier = client.jobEntries.some(
    (job) => job.startDate >= client.enrolmentDate && job.startDate < engagement,
  );
  return { isCounted: true, hasEntry, remark: isEarlier ? 'start-before-engagement' : null };
}
