import { addCalendarMonths, daysBetween } from '#scoring/calendar/iso-day.ts';
import { measured, measuredShare, notMeasured, type Measurement } from './measure-result.ts';

export interface ClientFirstContact {
  /** Programme entry. */
  enrolledOn: string;
  /** First employer met in person by the client or the specialist; null while there is none. */
  firstEmployerMetOn: string | null;
}

export interface JobSearchContact {
  on: string;
  /** Whether it follows the client's preferences and plan; null where not known. */
  followsPreference: boolean | null;
}

/**
 * Mean days from programme entry to the first employer met in person: item 15.
 *
 * For: the proposal of item 15.
 * Formula: mean over clients who entered in the six calendar months up to `day` (the day six months ago
 * left out) and at least 30 days before it; a client without such a contact by then counts with the days
 * so far. A contact dated before entry counts as 0 days.
 * @param clients clients of the team
 * @param day ISO day to look back from
 * @returns days on `cases` clients, `notKnown` of whom had no contact yet; 'too-few' without clients
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "How a number meets a band", item 15. Checked: by hand, edges included.
 */
export function daysToFirstEmployerContact(
  clients: readonly ClientFirstContact[],
  day: string,
): Measurement {
  const sixMonthsAgo = addCalendarMonths(day, -6);
  const entered = clients.filter(
    ({ enrolledOn }) => enrolledOn > sixMonthsAgo && daysBetween(enrolledOn, day) >= 30,
  );
  if (entered.length === 0) {
    return notMeasured('Nobody entered in the last six months and at least 30 days ago.');
  }
  let days = 0;
  let withoutContact = 0;
  for (const { enrolledOn, firstEmployerMetOn } of entered) {
    const hasContact = firstEmployerMetOn !== null && firstEmployerMetOn <= day;
    if (!hasContact) withoutContact += 1;
    days += Math.max(0, daysBetween(enrolledOn, hasContact ? firstEmployerMetOn : day));
  }
  const parts = { part: days, whole: entered.length };
  return measured(days / entered.length, parts, entered.length, withoutContact);
}

/**
 * The share of employer contacts that follow a client's preferences and plan: item 16.
 *
 * For: the proposal of item 16.
 * Formula: contacts that do / all contacts, over the 12 calendar months up to `day`. Where it is not
 * known, a contact counts as one that does not: only what can be evidenced counts.
 * @param contacts employer contacts of the team
 * @param day ISO day to look back from
 * @returns percentage of `cases` contacts; 'too-few' without contacts
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "How a number meets a band", item 16. Checked: by hand.
 */
export function preferenceShare(contacts: readonly JobSearchContact[], day: string): Measurement {
  const yearAgo = addCalendarMonths(day, -12);
  const recent = contacts.filter(({ on }) => on > yearAgo && on <= day);
  if (recent.length === 0) return notMeasured('No employer contacts in the last 12 months.');
  const following = recent.filter(({ followsPreference }) => followsPreference === true).length;
  const notKnown = recent.filter(({ followsPreference }) => followsPreference === null).length;
  return measuredShare(following, recent.length, notKnown);
}
