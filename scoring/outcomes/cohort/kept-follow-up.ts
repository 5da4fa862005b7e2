import type { MeanFollowUps } from '../follow-up.ts';
import type { CohortClient, FollowedClient } from './linked-cohort.ts';

/** What a round keeps of its people's days of follow-up: sums, and of nobody alone. */
export interface KeptFollowUp {
  /** Of everybody; null where they are too few. */
  readonly followUpDays: number | null;
  /** Of those whose follow-up is complete; null where they, or the others, are too few. */
  readonly completeFollowUpDays: number | null;
}

/**
 * As means are shown of no fewer: a sum over one person would be that person's days. Fixed and not of the small-number
 * settings: a round is summed once, when it is imported, and a setting that changes later could not bring its people's days back.
 */
const fewestSummed = 8;

const isTooFew = (people: number) => people > 0 && people < fewestSummed;

type Followed = Pick<FollowedClient, 'followUpDays' | 'isFollowUpComplete'>;

const daysOf = (clients: readonly Followed[]) =>
  clients.reduce((sum, { followUpDays }) => sum + followUpDays, 0);

/**
 * The days of follow-up of a round that are kept.
 *
 * For: the mean lengths of follow-up, once nobody's own days are known any more. Formula: sums over everybody and over
 * those whose follow-up is complete; the second only where neither they nor the others are 1 to 7, whose sum the
 * difference would be.
 * @param clients everybody included
 * @returns whole days, or null
 * Errors: none. Source: outcome definitions, section 2; the least number is that of means in section 6.
 * Checked: by hand; the means are those of meanFollowUpDays (property test).
 */
export function keptFollowUp(clients: readonly Followed[]): KeptFollowUp {
  const complete = clients.filter(({ isFollowUpComplete }) => isFollowUpComplete);
  const isHidden = isTooFew(clients.length);
  const isSplitHidden = [complete.length, clients.length - complete.length].some(isTooFew);
  return {
    followUpDays: isHidden ? null : daysOf(clients),
    completeFollowUpDays: isHidden || isSplitHidden ? null : daysOf(complete),
  };
}

/**
 * Mean length of follow-up out of what a round keeps.
 *
 * For: as meanFollowUpDays. Formula: kept days / clients; of the incomplete, the difference of the two sums.
 * @param clients everybody of the round
 * @param kept days of the same round
 * @returns clients and mean days of the three groups; no mean where its sum is not kept
 * Errors: none. Source: outcome definitions, section 2. Checked: as keptFollowUp.
 */
export function keptMeanFollowUp(
  clients: readonly Pick<CohortClient, 'isFollowUpComplete'>[],
  { followUpDays, completeFollowUpDays }: KeptFollowUp,
): MeanFollowUps {
  const complete = clients.filter(({ isFollowUpComplete }) => isFollowUpComplete).length;
  const incompleteDays =
    followUpDays === null || completeFollowUpDays === null
      ? null
      : followUpDays - completeFollowUpDays;
  const mean = (people: number, days: number | null) => ({
    clients: people,
    meanDays: people === 0 || days === null ? null : days / people,
  });
  return {
    full: mean(clients.length, followUpDays),
    complete: mean(complete, completeFollowUpDays),
    incomplete: mean(clients.length - complete, incompleteDays),
  };
}
