import { addCalendarMonths, addDays } from '#scoring/calendar/iso-day.ts';
import { competitiveShare, jobStartDiversity } from '../measure-jobs.ts';
import type { Measurement } from '../measure-result.ts';
import { recordedShare, type RecordedItem } from './recorded-item.ts';

export interface RecordedJobStart {
  startedOn: string;
  /** As typed; empty where it is not known. */
  jobType: string;
  /** null for self-employment, and where the employer is not recorded. */
  employerId: string | null;
}

/**
 * The 12 calendar months up to a day.
 *
 * For: items 16, 18, 19, 20 and 24, and for the queries that read their records.
 * Formula: the day a year ago is left out, the day itself is in.
 * @param day ISO day
 * @returns first and last day, both included
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "How a number meets a band". Checked: by example, a leap day included.
 */
export function yearUpTo(day: string): { from: string; to: string } {
  return { from: addDays(addCalendarMonths(day, -12), 1), to: day };
}

/** 'Shop  work ' and 'shop work' are one type. */
function typeOf({ jobType }: RecordedJobStart): string | null {
  const type = jobType.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return type === '' ? null : type;
}

function diversity(
  starts: readonly RecordedJobStart[],
  day: string,
  groupOf: (start: RecordedJobStart) => string | null,
): Measurement {
  const grouped = starts.map((start) => ({ startedOn: start.startedOn, group: groupOf(start) }));
  return jobStartDiversity(grouped, day);
}

function diversityItem(
  measurement: Measurement,
  starts: readonly RecordedJobStart[],
  day: string,
  words: { label: string; partLabel: string; unused: string; caution: string },
): RecordedItem {
  const { from, to } = yearUpTo(day);
  const inYear = starts.filter(({ startedOn }) => from <= startedOn && startedOn <= to).length;
  const unused = { count: inYear - measurement.cases, what: words.unused };
  const isMeasured = measurement.status === 'measured';
  return {
    measured: recordedShare(
      measurement,
      { label: words.label, partLabel: words.partLabel, wholeLabel: 'job starts' },
      { from, to },
      [unused],
    ),
    beside: [],
    breakdown: null,
    facts: isMeasured ? { measured: measurement.value, cases: measurement.cases } : null,
    cautions: [words.caution],
  };
}

/**
 * Diversity of job types as a team's own records tell it: item 19.
 *
 * For: the item page of a review.
 * Formula: jobStartDiversity over the kind of work as it was typed, without regard to case and spaces.
 * @param starts job starts of the team
 * @param day ISO day to look back from
 * @returns percentage of job starts, and the facts a reviewer may take
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, item 19. Checked: by hand.
 */
export function recordedJobTypes(starts: readonly RecordedJobStart[], day: string): RecordedItem {
  return diversityItem(diversity(starts, day, typeOf), starts, day, {
    label: 'Share of job starts of different types',
    partLabel: 'different types',
    unused: 'job starts without a kind of work',
    caution:
      'The kind of work is compared as it was typed: two names for one kind count as two types.',
  });
}

/**
 * Diversity of employers as a team's own records tell it: item 20.
 *
 * For: the item page of a review.
 * Formula: jobStartDiversity over employers; self-employment has none and is left out.
 * @param starts job starts of the team
 * @param day ISO day to look back from
 * @returns percentage of job starts, and the facts a reviewer may take
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, item 20. Checked: by hand.
 */
export function recordedEmployers(starts: readonly RecordedJobStart[], day: string): RecordedItem {
  return diversityItem(
    diversity(starts, day, ({ employerId }) => employerId),
    starts,
    day,
    {
      label: 'Share of job starts with different employers',
      partLabel: 'different employers',
      unused: 'job starts without an employer, self-employment among them',
      caution: 'An employer that the team recorded twice under two names counts as two employers.',
    },
  );
}

/**
 * Permanent jobs as a team's own records tell them: item 21.
 *
 * For: the item page of a review.
 * Formula: competitiveShare over the jobs that run on the day. Records do not say whether a job is competitive, so
 * every job is taken as one and the share is the most it can be, as the caution says.
 * @param jobs for each job that runs on the day whether it is permanent, null where that is not known
 * @param day ISO day
 * @returns percentage of current jobs, and the facts a reviewer may take; without jobs their number alone
 * Errors: none. Source: fidelity scale facts, item 21. Checked: by hand.
 */
export function recordedCurrentJobs(
  jobs: readonly { permanent: boolean | null }[],
  day: string,
): RecordedItem {
  const measurement = competitiveShare(
    jobs.map(({ permanent }) => ({ permanent, competitive: true })),
  );
  const notKnown = jobs.filter(({ permanent }) => permanent === null).length;
  const cases = jobs.length;
  return {
    measured: recordedShare(
      measurement,
      {
        label: 'Share of current jobs that are permanent',
        partLabel: 'permanent jobs',
        wholeLabel: 'current jobs',
      },
      { from: day, to: day },
      [{ count: notKnown, what: 'jobs not known to be permanent, counted as not permanent' }],
    ),
    beside: [],
    breakdown: null,
    facts: measurement.status === 'measured' ? { measured: measurement.value, cases } : { cases },
    cautions: [
      'Whether anyone could have applied for a job is not recorded. The share is the most it can be: look through the list with the team before you take it.',
    ],
  };
}
