import type { SpecialistContactRates } from './team-contact-rates.ts';

export interface MeanStrictRate {
  status: 'measured';
  /** Mean over specialists of the strict contacts a week, 12 weeks: the measured number of item 17. */
  value: number;
  /** The rate of each specialist that has one, in the order given. */
  perSpecialist: { specialistId: string; contactsPerWeek: number }[];
  /** Specialists with too few working weeks for a rate. */
  specialistsWithoutRate: string[];
}

export interface NoStrictRate {
  status: 'too-few';
  reason: string;
  specialistsWithoutRate: string[];
}

/**
 * The number that item 17 of the fidelity scale is proposed from.
 *
 * For: the proposal of item 17, and the list of rates for rating each specialist.
 * Formula: mean over specialists of their strict contacts per working week over 12 weeks; specialists
 * under 0.5 working weeks have no rate, are left out and named.
 * @param specialists result of teamContactRates
 * @returns the mean with its parts, or 'too-few' when no specialist has a rate
 * Errors: none. Source: fidelity scale facts, "How a number meets a band". Checked: by hand.
 */
export function meanStrictContactRate(
  specialists: readonly SpecialistContactRates[],
): MeanStrictRate | NoStrictRate {
  const perSpecialist: MeanStrictRate['perSpecialist'] = [];
  const specialistsWithoutRate: string[] = [];
  for (const { specialistId, windows } of specialists) {
    const rate = windows.find(({ weeks }) => weeks === 12)?.strict;
    if (rate?.status === 'rate') {
      perSpecialist.push({ specialistId, contactsPerWeek: rate.contactsPerWeek });
    } else {
      specialistsWithoutRate.push(specialistId);
    }
  }
  if (perSpecialist.length === 0) {
    const reason = 'No employment specialist worked half a week or more in these 12 weeks.';
    return { status: 'too-few', reason, specialistsWithoutRate };
  }
  const sum = perSpecialist.reduce((total, { contactsPerWeek }) => total + contactsPerWeek, 0);
  return {
    status: 'measured',
    value: sum / perSpecialist.length,
    perSpecialist,
    specialistsWithoutRate,
  };
}
