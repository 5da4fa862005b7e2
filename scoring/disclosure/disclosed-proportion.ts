import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';
import { isSmallCount, roundedCount } from './disclosed-count.ts';
import {
  requireDisclosurePolicy,
  requirePeople,
  type DisclosurePolicy,
} from './disclosure-policy.ts';

export interface ShownFigure {
  readonly status: 'shown';
  readonly numerator: number;
  readonly denominator: number;
  /** Rate, 0 to 1. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** True where the counts are rounded; a page then says so. */
  readonly rounded: boolean;
  /** What the value was worked out from; the interval and the counts are rounded together. */
  readonly valueFrom: 'exact-counts' | 'rounded-counts' | 'whole-percent';
}

interface NoFigure {
  readonly numerator: null;
  readonly denominator: null;
  readonly value: null;
  readonly lower: null;
  readonly upper: null;
  readonly rounded: boolean;
  readonly valueFrom: null;
}

/** Too few people to be shown. There is one reason only: a finer one would say which count is small. */
export interface HiddenFigure extends NoFigure {
  readonly status: 'hidden';
  readonly reason: 'small-numbers';
}

/** Nobody in the group: there is no rate to show or to hide. */
export interface EmptyFigure extends NoFigure {
  readonly status: 'none';
  readonly reason: 'nobody-in-group';
}

/** A proportion as a page gets it; one shape whoever looks. */
export type Figure = ShownFigure | HiddenFigure | EmptyFigure;

const nothing = {
  numerator: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  valueFrom: null,
};

export const hiddenFigure: HiddenFigure = {
  status: 'hidden',
  reason: 'small-numbers',
  ...nothing,
  rounded: true,
};

export const emptyFigure: EmptyFigure = {
  status: 'none',
  reason: 'nobody-in-group',
  ...nothing,
  rounded: false,
};

/** Refuses counts that are not 0 <= numerator <= denominator. */
export function requireProportion(caller: string, numerator: number, denominator: number): void {
  requirePeople(caller, 'numerator', numerator);
  requirePeople(caller, 'denominator', denominator);
  if (numerator > denominator) {
    throw new RangeError(`${caller}: the numerator must not exceed the denominator`);
  }
}

export interface DisclosedProportionOptions {
  /** A group of the linked cohort, whose larger groups show a whole percent as the published report does. */
  readonly linkedCohort?: boolean;
}

/**
 * A proportion of people as everybody but the team itself may see it.
 *
 * For: job-entry rates and shares of clients on pages, in charts and in downloads.
 * Formula: shown only if x and n - x are each 0 or at least 8; value = rounded x / rounded n; the interval is
 * Wilson's from those rounded figures, because an exact interval would give x and n away. Rounding keeps
 * order, so rounded x never exceeds rounded n. A linked-cohort group of at least 100 shows the whole percent
 * (halves upwards) of the unrounded figures, beside the rounded counts and their interval.
 * @param numerator people with the outcome, 0 to denominator
 * @param denominator people in the group
 * @param policy threshold, base, zero rule, group size for whole percents
 * @param options whether the group is one of the linked cohort
 * @returns 'shown' with counts, value 0 to 1 and interval; 'hidden'; 'none' where the group is empty
 * @throws RangeError for counts that are not 0 <= numerator <= denominator, or settings that make no sense
 * Source: small-number rule (ours). Checked: by hand, and property tests over random counts.
 */
export function disclosedProportion(
  numerator: number,
  denominator: number,
  policy: DisclosurePolicy,
  options: DisclosedProportionOptions = {},
): Figure {
  requireDisclosurePolicy('disclosedProportion', policy);
  requireProportion('disclosedProportion', numerator, denominator);
  if (denominator === 0) return policy.isZeroShown ? emptyFigure : hiddenFigure;
  if (isSmallCount(numerator, policy) || isSmallCount(denominator - numerator, policy)) {
    return hiddenFigure;
  }
  const shownNumerator = roundedCount(numerator, policy);
  const shownDenominator = roundedCount(denominator, policy);
  const isWholePercent =
    options.linkedCohort === true && denominator >= policy.smallestWholePercentGroup;
  return {
    status: 'shown',
    numerator: shownNumerator,
    denominator: shownDenominator,
    value: isWholePercent
      ? Math.round((100 * numerator) / denominator) / 100
      : shownNumerator / shownDenominator,
    ...wilsonInterval(shownNumerator, shownDenominator, policy.level),
    rounded: true,
    valueFrom: isWholePercent ? 'whole-percent' : 'rounded-counts',
  };
}
