import { roundedCount } from './disclosed-count.ts';
import {
  requireDisclosurePolicy,
  requirePeople,
  type DisclosurePolicy,
} from './disclosure-policy.ts';

/**
 * How many people were left out between two wholes that are both shown, as everybody may see it.
 *
 * For: clients of whom an answer is not known, beside all clients and those with every answer.
 * Formula: 0 is 0; under twice the base it is not said; else rounded to the base. The rounded wholes leave at most nine numbers for
 * who lies between them (base 5), as 6 to 14: "hidden, so 1 to 7" would leave two of them.
 * @param count people left out
 * @param policy base of the rounding
 * @returns the rounded number, or null
 * @throws RangeError for a count that is none, or settings that make no sense
 * Source: small-number rule (ours). Checked: every difference of two rounded wholes leaves three numbers or more.
 */
export function disclosedLeftOut(count: number, policy: DisclosurePolicy): number | null {
  requireDisclosurePolicy('disclosedLeftOut', policy);
  requirePeople('disclosedLeftOut', 'count', count);
  if (count === 0) return 0;
  return count < 2 * policy.base ? null : roundedCount(count, policy);
}
