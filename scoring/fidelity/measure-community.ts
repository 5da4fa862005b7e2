import { measuredShare, notMeasured, percentageOf, type Measurement } from './measure-result.ts';

/** Hours as typed for one specialist. */
export interface ScheduledHours {
  specialistId: string;
  scheduledHours: number;
  communityHours: number;
}

export interface CommunityShare {
  /** All specialists together: hours in the community / scheduled hours. */
  team: Measurement;
  /** Each specialist with scheduled hours: what item 24 is rated from. */
  perSpecialist: { specialistId: string; value: number }[];
}

/**
 * The share of scheduled working hours spent in the community: item 24.
 *
 * For: the proposal of item 24, rated for each specialist.
 * Formula: 100 x hours in the community / scheduled hours. Specialists without scheduled hours are left
 * out. Typed hours only: places of contacts propose nothing.
 * @param rows hours of each specialist
 * @returns percentages by specialist, and for the team on `cases` scheduled hours
 * @throws RangeError for hours below 0, or more hours in the community than scheduled
 * Source: fidelity scale facts, item 24. Checked: by hand.
 */
export function communityShare(rows: readonly ScheduledHours[]): CommunityShare {
  for (const { scheduledHours, communityHours } of rows) {
    if (!(communityHours >= 0 && communityHours <= scheduledHours && scheduledHours < Infinity)) {
      throw new RangeError(
        'communityShare: hours in the community must be from 0 to the scheduled hours',
      );
    }
  }
  const scheduled = rows.reduce((sum, row) => sum + row.scheduledHours, 0);
  const community = rows.reduce((sum, row) => sum + row.communityHours, 0);
  return {
    team:
      scheduled === 0
        ? notMeasured('No scheduled hours are recorded.')
        : measuredShare(community, scheduled),
    perSpecialist: rows
      .filter(({ scheduledHours }) => scheduledHours > 0)
      .map(({ specialistId, scheduledHours, communityHours }) => ({
        specialistId,
        value: percentageOf(communityHours, scheduledHours),
      })),
  };
}

/**
 * The share of contacts and meetings that took place in the community.
 *
 * For: showing beside item 24; it proposes nothing.
 * Formula: those known to be in the community / all.
 * @param places one entry for each contact or meeting: in the community, not, or not known
 * @returns percentage of `cases` contacts; 'too-few' without any
 * Errors: none. Source: fidelity scale facts, item 24. Checked: by hand.
 */
export function communityContactShare(places: readonly (boolean | null)[]): Measurement {
  if (places.length === 0) return notMeasured('No contacts are recorded.');
  const inCommunity = places.filter((place) => place === true).length;
  const notKnown = places.filter((place) => place === null).length;
  return measuredShare(inCommunity, places.length, notKnown);
}
