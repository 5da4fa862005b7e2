import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import { measuredShare, notMeasured, type Measurement } from './measure-result.ts';

export interface JobStart {
  startedOn: string;
  /** What must differ: the type of the job (item 19) or the employer (item 20); null where not known. */
  group: string | null;
}

export interface CurrentJob {
  permanent: boolean | null;
  /** Whether anyone could have applied for it, at least at minimum wage; null where not known. */
  competitive: boolean | null;
}

/**
 * Diversity of job types or of employers: items 19 and 20.
 *
 * For: the proposals of items 19 and 20; hand `cases` on with it, they propose nothing under five starts.
 * Formula: different types (or employers) / job starts, over the 12 calendar months up to `day`. Starts
 * whose type (or employer) is not known are left out of both and counted in `notKnown`.
 * @param starts job starts of the team
 * @param day ISO day to look back from
 * @returns percentage of `cases` starts; 'too-few' without starts
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "How a number meets a band", items 19 and 20. Checked: by hand.
 */
export function jobStartDiversity(starts: readonly JobStart[], day: string): Measurement {
  const yearAgo = addCalendarMonths(day, -12);
  const recent = starts.filter(({ startedOn }) => startedOn > yearAgo && startedOn <= day);
  const groups = recent.flatMap(({ group }) => group ?? []);
  if (groups.length === 0) return notMeasured('No job starts in the last 12 months.');
  return measuredShare(new Set(groups).size, groups.length, recent.length - groups.length);
}

/**
 * The share of current jobs that are permanent and competitive: item 21.
 *
 * For: the proposal of item 21; hand `cases` on with it, fewer than ten current jobs score 1.
 * Formula: jobs known to be both / all current jobs.
 * @param jobs jobs that clients of the team hold now
 * @returns percentage of `cases` jobs; 'too-few' without jobs, whose `cases` is 0
 * Errors: none. Source: fidelity scale facts, item 21. Checked: by hand.
 */
export function competitiveShare(jobs: readonly CurrentJob[]): Measurement {
  if (jobs.length === 0) return notMeasured('No current jobs.');
  const both = jobs.filter(
    ({ permanent, competitive }) => permanent === true && competitive === true,
  );
  const isOpen = ({ permanent, competitive }: CurrentJob) =>
    permanent !== false && competitive !== false && (permanent === null || competitive === null);
  const notKnown = jobs.filter(isOpen).length;
  return measuredShare(both.length, jobs.length, notKnown);
}
