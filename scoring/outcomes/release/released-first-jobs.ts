import { isSmallCount, roundedCount } from '#scoring/disclosure/disclosed-count.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { KaplanMeier } from '#scoring/statistics/survival/kaplan-meier.ts';
import type { FollowUpGroup, OutcomesReport } from '../report/outcomes-report.ts';
import { releasedShare } from './released-figure.ts';

export interface ReleasedMonth {
  readonly month: number;
  /** Rounded. */
  readonly started: number;
  /** Of those who started, 0 to 1, by the end of the month. */
  readonly shareSoFar: number;
  /** Of everybody, allowing for those followed for less (Kaplan-Meier); whole percents, null under 100 people. */
  readonly startedOfAll: number | null;
}

export type ReleasedFirstJobs =
  | {
      readonly status: 'shown';
      readonly months: readonly ReleasedMonth[];
      /** As halfShownBy. */
      readonly halfByMonth: number | null;
      /** The follow-up month after which starts slow down, with its interval; null where there is none. */
      readonly slowDown: {
        readonly month: number;
        readonly lower: number;
        readonly upper: number;
      } | null;
    }
  | { readonly status: 'hidden' };

const half = 0.5;

/**
 * The first of some months by whose end half or more had started, as shown; null where less is shown to the end, or no share.
 *
 * Of shares in whole percents, so 49.9% is a half: the same rule for everybody and for groups. From exact ones it would tell on
 * which side of a half a printed 50% lies.
 */
export function halfShownBy(
  months: readonly Pick<ReleasedMonth, 'month' | 'startedOfAll'>[],
): number | null {
  return months.find(({ startedOfAll }) => (startedOfAll ?? 0) >= half)?.month ?? null;
}

const wholePercent = (share: number) => Math.round(100 * share) / 100;

/** By the end of a month, in whole percents: nothing of the curve in between. */
export function startedBy(
  { steps }: Extract<KaplanMeier, { status: 'computed' }>,
  month: number,
): number {
  return wholePercent(1 - (steps.findLast(({ time }) => time <= month)?.survival ?? 1));
}

function startsOf(report: OutcomesReport, group: FollowUpGroup): number[] {
  return report.groups[group].firstJobs.months.map(({ started }) => started);
}

/**
 * First jobs by month as everybody may see them.
 *
 * For: the outcomes release. Rule: months are shown all together or not at all, since cumulative shares tell the month in
 * between. Everybody's where no month has a small count; those of the complete where neither theirs nor those of the incomplete
 * are small either. Shares by the end of a month as any share; the Kaplan-Meier curve by months in whole percents, from 100
 * people on. A curve by days is not released: each of its steps is a person or two.
 * @param report exact
 * @param group everybody or the complete
 * @param isShown whether the group's figures are shown at all
 * @param policy small-number settings
 * @returns months with rounded counts, the month of half and slow-down, or 'hidden'
 * Errors: none of its own. Source: small-number rule, section 6. Checked: by hand.
 */
export function releasedFirstJobs(
  report: OutcomesReport,
  group: FollowUpGroup,
  isShown: boolean,
  policy: DisclosurePolicy,
): ReleasedFirstJobs {
  const full = startsOf(report, 'full');
  const complete = startsOf(report, 'complete');
  const incomplete = full.map((count, place) => count - (complete[place] ?? 0));
  const counts = group === 'full' ? full : [...full, ...complete, ...incomplete];
  if (!isShown || counts.some((count) => isSmallCount(count, policy))) return { status: 'hidden' };
  const { clients, firstJobs, monthsToFirstJob, slowDown } = report.groups[group];
  const curve =
    clients >= policy.smallestWholePercentGroup && monthsToFirstJob.status === 'computed'
      ? monthsToFirstJob
      : null;
  const months = firstJobs.months.map(({ month, started, startedSoFar }) => ({
    month,
    started: roundedCount(started, policy),
    // Months are nobody's or not few, and so is every sum of them: none of these shares is hidden.
    shareSoFar: releasedShare(startedSoFar, firstJobs.started, policy).value ?? 0,
    startedOfAll: curve === null ? null : startedBy(curve, month),
  }));
  return {
    status: 'shown',
    months,
    halfByMonth: halfShownBy(months),
    slowDown:
      slowDown.status === 'computed'
        ? { month: slowDown.month, lower: slowDown.lower, upper: slowDown.upper }
        : null,
  };
}
