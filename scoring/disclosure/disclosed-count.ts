import {
  requireDisclosurePolicy,
  requirePeople,
  type DisclosurePolicy,
} from './disclosure-policy.ts';

export interface DisclosedCount {
  /** What a page may print; null where the count is hidden. */
  readonly shown: number | null;
  /** The same as a page prints it: a number, or * where hidden. */
  readonly text: string;
  /** False only where the exact count is given. */
  readonly rounded: boolean;
}

/** How a hidden count is printed, and how one is told apart from a zero. */
export const hiddenCount: DisclosedCount = { shown: null, text: '*', rounded: true };

/** Whether the size of a count alone hides it (before any other cell of its table is looked at). */
export function isSmallCount(count: number, policy: DisclosurePolicy): boolean {
  return count === 0 ? !policy.isZeroShown : count < policy.smallestShown;
}

/** A count rounded to the base, halves upwards: 5 * floor((v + 2.5) / 5) for a base of 5. */
export function roundedCount(count: number, { base }: Pick<DisclosurePolicy, 'base'>): number {
  return base * Math.floor((count + base / 2) / base);
}

/**
 * A count of people as everybody but the team itself may see it.
 *
 * For: clients, starts, sustained jobs, members of a group; never for teams, specialists, employers,
 * contacts, meetings, items or reviews, which are no people and stay as they are.
 * Formula: 0 is shown (a setting), 1 to 7 is hidden, else base * floor((v + base / 2) / base).
 * @param count people, a whole number of at least 0
 * @param policy threshold, base and zero rule
 * @returns the number to show or null, its text, and that it is rounded
 * @throws RangeError for a count that is none, or settings that make no sense
 * Source: small-number rule (ours, after the NHS hospital statistics scheme).
 * Checked: every count from 0 to 30 written out by hand in the test.
 */
export function disclosedCount(count: number, policy: DisclosurePolicy): DisclosedCount {
  requireDisclosurePolicy('disclosedCount', policy);
  requirePeople('disclosedCount', 'count', count);
  if (isSmallCount(count, policy)) return hiddenCount;
  const shown = roundedCount(count, policy);
  return { shown, text: String(shown), rounded: true };
}
