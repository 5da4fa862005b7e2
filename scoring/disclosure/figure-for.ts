import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';
import { disclosedCount, type DisclosedCount } from './disclosed-count.ts';
import {
  disclosedProportion,
  emptyFigure,
  requireProportion,
  type DisclosedProportionOptions,
  type Figure,
} from './disclosed-proportion.ts';
import {
  requireDisclosurePolicy,
  requirePeople,
  type DisclosurePolicy,
  type Viewer,
} from './disclosure-policy.ts';

/**
 * A proportion as the person who looks may see it: the one way from counts to a page, so that a page cannot
 * forget the small-number rule. Groups that stand beside each other go through figuresForGroups instead.
 *
 * Formula: for the team itself x / n with Wilson's interval; for others disclosedProportion.
 * @param viewer the team itself (and reviewers of its open review), or others
 * @param numerator people with the outcome, 0 to denominator
 * @param denominator people in the group
 * @param policy small-number settings
 * @param options whether the group is one of the linked cohort
 * @returns one shape for both: status, numerator, denominator, value 0 to 1, lower, upper, rounded
 * @throws RangeError for counts that are not 0 <= numerator <= denominator, or settings that make no sense
 * Source: small-number rule (ours). Checked: by example; same keys for every viewer over random counts.
 */
export function figureFor(
  viewer: Viewer,
  numerator: number,
  denominator: number,
  policy: DisclosurePolicy,
  options: DisclosedProportionOptions = {},
): Figure {
  if (viewer !== 'own-team') return disclosedProportion(numerator, denominator, policy, options);
  requireDisclosurePolicy('figureFor', policy);
  requireProportion('figureFor', numerator, denominator);
  if (denominator === 0) return emptyFigure;
  return {
    status: 'shown',
    numerator,
    denominator,
    value: numerator / denominator,
    ...wilsonInterval(numerator, denominator, policy.level),
    rounded: false,
    valueFrom: 'exact-counts',
  };
}

/**
 * A count of people as the person who looks may see it; the way from a single count to a page.
 *
 * @param viewer the team itself (and reviewers of its open review), or others
 * @param count people, a whole number of at least 0
 * @param policy small-number settings
 * @returns the number to show or null, its text, whether it is rounded
 * @throws RangeError for a count that is none, or settings that make no sense
 * For: clients, starts. Formula: disclosedCount for others. Source: small-number rule (ours).
 * Checked: by example.
 */
export function countFor(viewer: Viewer, count: number, policy: DisclosurePolicy): DisclosedCount {
  if (viewer !== 'own-team') return disclosedCount(count, policy);
  requirePeople('countFor', 'count', count);
  return { shown: count, text: String(count), rounded: false };
}
