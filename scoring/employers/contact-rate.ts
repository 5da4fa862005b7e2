/** Below this many working weeks no rate is given. */
export const leastWorkingWeeks = 0.5;

/** Allowance for the computer's own arithmetic, so that ten tenths are not less than one. */
const allowance = 1e-9;

export interface ContactRateResult {
  status: 'rate';
  contacts: number;
  workingWeeks: number;
  contactsPerWeek: number;
}

export interface TooFewWorkingWeeks {
  status: 'too-few';
  contacts: number;
  workingWeeks: number;
  reason: string;
}

export type ContactRate = ContactRateResult | TooFewWorkingWeeks;

/**
 * Employer contacts per working week.
 *
 * For: a specialist or a team in one window.
 * Formula: contacts / working weeks; no rate under 0.5 working weeks. For a team both are sums over its
 * specialists, so that a specialist on leave weighs little.
 * @param contacts whole number, 0 or more
 * @param workingWeeks full-time working weeks, 0 or more
 * @returns contacts a week, or 'too-few' with a reason a page can print
 * @throws RangeError for contacts that are not whole or below 0, or working weeks below 0
 * Source: outcome definitions, section 8. Checked: its example, 11 contacts in 1.88 weeks = 5.85 a week.
 */
export function contactRate(contacts: number, workingWeeks: number): ContactRate {
  if (!Number.isInteger(contacts) || contacts < 0) {
    throw new RangeError(
      `contactRate: contacts must be a whole number, 0 or more, not ${contacts}`,
    );
  }
  if (!(Number.isFinite(workingWeeks) && workingWeeks >= 0)) {
    throw new RangeError(`contactRate: working weeks must be 0 or more, not ${workingWeeks}`);
  }
  if (workingWeeks < leastWorkingWeeks - allowance) {
    const reason = `No rate: fewer than ${leastWorkingWeeks} working weeks in this window.`;
    return { status: 'too-few', contacts, workingWeeks, reason };
  }
  return { status: 'rate', contacts, workingWeeks, contactsPerWeek: contacts / workingWeeks };
}
