import type { ClientOutcomes } from '../spells/client-outcomes.ts';

export interface FirstJobMonth {
  /** Follow-up month from 1. */
  readonly month: number;
  readonly started: number;
  readonly startedSoFar: number;
  /** Of those who started a job in follow-up, 0 to 1; null where nobody did. */
  readonly share: number | null;
  readonly shareSoFar: number | null;
  /** Of everybody included, 0 to 1; null where nobody is. */
  readonly shareOfAllSoFar: number | null;
}

export interface FirstJobsByMonth {
  readonly clients: number;
  /** The base of the shares: clients who started a job, fewer than those who worked. */
  readonly started: number;
  readonly months: readonly FirstJobMonth[];
}

/** Months of the longest follow-up. */
export const followUpMonthsReported = 18;

/**
 * How many clients began their first job in each follow-up month, and by the end of it.
 *
 * For: figure 9 of the report and its shares by months 3 and 9.
 * Formula: counts of first-job months; so far / all who started, and / everybody included.
 * @param clients everybody included
 * @param months how many months to list
 * @returns the months in order with counts and cumulative shares
 * @throws RangeError where a first job lies beyond the months listed
 * Source: outcome definitions, sections 3 and 9. Checked: figure 9's counts give the printed 47% by month 3 and
 * 85% by month 9 on their own base of 2,602.
 */
export function firstJobsByMonth(
  clients: readonly Pick<ClientOutcomes, 'firstJobMonth'>[],
  months = followUpMonthsReported,
): FirstJobsByMonth {
  const counts = new Array<number>(months).fill(0);
  for (const { firstJobMonth } of clients) {
    if (firstJobMonth === null) continue;
    const count = counts[firstJobMonth - 1];
    if (count === undefined) {
      throw new RangeError(`firstJobsByMonth: a first-job month must lie in 1 to ${months}`);
    }
    counts[firstJobMonth - 1] = count + 1;
  }
  const started = counts.reduce((sum, count) => sum + count, 0);
  const of = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  let startedSoFar = 0;
  return {
    clients: clients.length,
    started,
    months: counts.map((count, place) => {
      startedSoFar += count;
      return {
        month: place + 1,
        started: count,
        startedSoFar,
        share: of(count, started),
        shareSoFar: of(startedSoFar, started),
        shareOfAllSoFar: of(startedSoFar, clients.length),
      };
    }),
  };
}
