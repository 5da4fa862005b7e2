import { contactCounts, type ContactsBasis, type EmployerContacts } from './employer-contact.ts';
import type { DailyContactCounts } from './team-contact-rates.ts';

export interface EmployerContactsOfADay extends EmployerContacts {
  specialistId: string;
  day: string;
}

/**
 * Strict and all-modes counts by specialist and day, from contacts or counts by kind.
 *
 * For: turning what a query adds up by specialist, day and kind into the input of teamContactRates.
 * Formula: contactCounts within each specialist and day.
 * @param rows contacts with specialist and day
 * @param basis as in isStrictContact
 * @returns one row for each specialist and day, in the order in which they first appear
 * @throws RangeError for a count that is not a whole number of 0 or more
 * Source: outcome definitions, section 8. Checked: adds up to contactCounts of all rows.
 */
export function dailyContactCounts(
  rows: readonly EmployerContactsOfADay[],
  basis: ContactsBasis = 'all',
): DailyContactCounts[] {
  const found = new Map<string, DailyContactCounts>();
  for (const row of rows) {
    const key = `${row.day} ${row.specialistId}`;
    const { specialistId, day } = row;
    const sum = found.get(key) ?? { specialistId, day, strict: 0, allModes: 0 };
    const { strict, allModes } = contactCounts([row], basis);
    found.set(key, { ...sum, strict: sum.strict + strict, allModes: sum.allModes + allModes });
  }
  return [...found.values()];
}
