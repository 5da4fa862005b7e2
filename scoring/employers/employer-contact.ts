/** What employer contacts need to say to be counted: one contact, or several of one kind added up. */
export interface EmployerContacts {
  mode: 'in-person' | 'video' | 'telephone' | 'message';
  /** A two-way conversation; for a message: whether it was answered. 1 and 0 stand for yes and no. */
  answered: boolean | number;
  withWhom: 'has-say-in-hiring' | 'no-say-in-hiring' | 'not-known';
  forWhom: 'particular-client' | 'clients-in-general' | 'not-for-clients' | 'not-known';
  /** How many contacts of this kind; 1 when left out. */
  contacts?: number | undefined;
}

/** Which contacts count as strict: for clients in general too (the default), or for a particular one only. */
export type ContactsBasis = 'all' | 'particular';

export interface ContactCounts {
  strict: number;
  allModes: number;
}

/**
 * Whether a contact counts in all modes.
 *
 * For: the second of the two counts that are always shown side by side.
 * Formula: in person, video or telephone as a two-way conversation; a message once answered. Who and
 * for whom do not matter here, so "not known" counts.
 * @param contact one contact, or a kind of contact
 * @returns true or false
 * Errors: none. Source: outcome definitions, section 8. Checked: table of cases.
 */
export function isAllModesContact(contact: EmployerContacts): boolean {
  return Boolean(contact.answered);
}

/**
 * Whether a contact counts as strict, the sense of item 17 of the fidelity scale.
 *
 * For: contacts per specialist and working week.
 * Formula: in person (video is not), a two-way conversation, with someone who hires or has a say in it,
 * on behalf of clients looking for work, a particular one or in general. "Not known" never counts.
 * @param contact one contact, or a kind of contact
 * @param basis 'all' (default) also counts contacts for clients in general, 'particular' does not
 * @returns true or false; true implies that it counts in all modes
 * Errors: none. Source: outcome definitions, section 8. Checked: table of cases.
 */
export function isStrictContact(contact: EmployerContacts, basis: ContactsBasis = 'all'): boolean {
  return (
    contact.mode === 'in-person' &&
    isAllModesContact(contact) &&
    contact.withWhom === 'has-say-in-hiring' &&
    (contact.forWhom === 'particular-client' ||
      (basis === 'all' && contact.forWhom === 'clients-in-general'))
  );
}

/**
 * Strict and all-modes counts of contacts.
 *
 * For: a team's or specialist's counts, from single contacts or from counts by kind.
 * Formula: every contact counts, also two with one employer on a day.
 * @param contacts contacts, or counts by kind, of one specialist or team in one window
 * @param basis as in isStrictContact
 * @returns both counts, strict never above all modes
 * @throws RangeError for a count that is not a whole number of 0 or more
 * Source: outcome definitions, section 8. Checked: property test.
 */
export function contactCounts(
  contacts: readonly EmployerContacts[],
  basis: ContactsBasis = 'all',
): ContactCounts {
  const counts = { strict: 0, allModes: 0 };
  for (const contact of contacts) {
    const count = contact.contacts ?? 1;
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(
        `contactCounts: contacts must be a whole number, 0 or more, not ${count}`,
      );
    }
    if (isStrictContact(contact, basis)) counts.strict += count;
    if (isAllModesContact(contact)) counts.allModes += count;
  }
  return counts;
}
