import type { EmployerContacts } from '#scoring/employers/employer-contact.ts';
import { measuredShare, notMeasured, type Measurement } from '../measure-result.ts';
import { yearUpTo } from './job-record.ts';
import { besideOnly, recordedShare, type RecordedItem } from './recorded-item.ts';

function shareOf(
  contacts: readonly EmployerContacts[],
  isCounted: (contact: EmployerContacts) => boolean,
): Measurement {
  const sum = (rows: readonly EmployerContacts[]) =>
    rows.reduce((total, row) => total + (row.contacts ?? 1), 0);
  const whole = sum(contacts);
  if (whole === 0) return notMeasured('No employer contacts in the last 12 months.');
  return measuredShare(sum(contacts.filter(isCounted)), whole);
}

/**
 * Employer contacts made for a particular client: beside item 16.
 *
 * For: the item page of a review; it proposes nothing, since no record says whether a contact follows the client's
 * preferences and plan.
 * Formula: contacts for a particular client / contacts of which it is known for whom, two-way conversations of any
 * form in the 12 months up to the day.
 * @param contacts contacts of these 12 months by kind
 * @param day ISO day to look back from
 * @returns a percentage of contacts
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, item 16. Checked: by hand.
 */
export function recordedParticularContacts(
  contacts: readonly EmployerContacts[],
  day: string,
): RecordedItem {
  const answered = contacts.filter((contact) => Boolean(contact.answered));
  const known = answered.filter(({ forWhom }) => forWhom !== 'not-known');
  const notKnown = answered
    .filter(({ forWhom }) => forWhom === 'not-known')
    .reduce((sum, row) => sum + (row.contacts ?? 1), 0);
  return besideOnly(
    [
      recordedShare(
        shareOf(known, ({ forWhom }) => forWhom === 'particular-client'),
        {
          label: 'Contacts made for a particular client',
          partLabel: 'for a particular client',
          wholeLabel: 'contacts',
        },
        yearUpTo(day),
        [{ count: notKnown, what: 'contacts for whom is not known' }],
      ),
    ],
    [
      'Whether a contact follows the client’s preferences and plan is not recorded: compare the plans with the contacts made.',
    ],
  );
}

/**
 * Contacts with employers and meetings with clients that took place in person: beside item 24.
 *
 * For: the item page of a review; it proposes nothing. The item asks for hours in the community, and where somebody
 * was met is not recorded.
 * Formula: those in person / all, over the 12 months up to the day; employer contacts are two-way conversations.
 * @param contacts employer contacts of these 12 months by kind
 * @param meetings meetings with clients of these 12 months by form
 * @param day ISO day to look back from
 * @returns two percentages
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, item 24. Checked: by hand.
 */
export function recordedInPerson(
  contacts: readonly EmployerContacts[],
  meetings: readonly { isInPerson: boolean; meetings: number }[],
  day: string,
): RecordedItem {
  const window = yearUpTo(day);
  const sum = (rows: typeof meetings) => rows.reduce((total, row) => total + row.meetings, 0);
  const whole = sum(meetings);
  return besideOnly(
    [
      recordedShare(
        whole === 0
          ? notMeasured('No meetings with clients in the last 12 months.')
          : measuredShare(sum(meetings.filter(({ isInPerson }) => isInPerson)), whole),
        {
          label: 'Meetings with clients in person',
          partLabel: 'in person',
          wholeLabel: 'meetings',
        },
        window,
      ),
      recordedShare(
        shareOf(
          contacts.filter((contact) => Boolean(contact.answered)),
          ({ mode }) => mode === 'in-person',
        ),
        {
          label: 'Contacts with employers in person',
          partLabel: 'in person',
          wholeLabel: 'contacts',
        },
        window,
      ),
    ],
    ['Where a meeting took place, and hours in the community, are not recorded.'],
  );
}
