import { roundedCount } from '#scoring/disclosure/disclosed-count.ts';
import { disclosedProportion } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { OutcomeFigure } from '../tables/outcome-figure.ts';
import type { OutcomeMeasure } from '../tables/outcome-measures.ts';

/** A figure as everybody may see it. */
export interface ReleasedFigure {
  readonly status: 'shown' | 'hidden' | 'none';
  /** Clients of the base, rounded. */
  readonly base: number | null;
  /** Those with the outcome, rounded; null for a mean. */
  readonly count: number | null;
  /** Share 0 to 1, or mean in the outcome's unit as printed. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const nothing = { base: null, count: null, value: null, lower: null, upper: null };
export const hiddenReleased: ReleasedFigure = { status: 'hidden', ...nothing };
export const emptyReleased: ReleasedFigure = { status: 'none', ...nothing };

/** Days and pounds are printed whole, jobs to one decimal: more would give sums, and with them counts, away. */
export function printedMean(measure: OutcomeMeasure, value: number): number {
  const tenths = measure.kind === 'mean' && measure.unit === 'jobs' ? 10 : 1;
  return Math.round(value * tenths) / tenths;
}

/**
 * A share of people of the linked cohort as everybody may see it.
 *
 * @param numerator, denominator exact counts
 * @param policy small-number settings
 * @returns rounded counts with the interval that follows from them, and a whole percent from 100 people on
 * For: the outcomes release. Errors: as disclosedProportion. Source: small-number rule. Checked: by hand.
 */
export function releasedShare(
  numerator: number,
  denominator: number,
  policy: DisclosurePolicy,
): ReleasedFigure {
  const figure = disclosedProportion(numerator, denominator, policy, { linkedCohort: true });
  if (figure.status !== 'shown') return figure.status === 'none' ? emptyReleased : hiddenReleased;
  const { value, lower, upper } = figure;
  return {
    status: 'shown',
    base: figure.denominator,
    count: figure.numerator,
    value,
    lower,
    upper,
  };
}

/**
 * A figure of a group that is shown.
 *
 * @param measure the outcome
 * @param figure exact
 * @param policy small-number settings
 * @returns what may be printed; hidden where the figure alone is about too few
 * For: the outcomes release. Errors: as disclosedProportion. Source: small-number rule. Checked: by hand.
 */
export function releasedFigure(
  measure: OutcomeMeasure,
  figure: OutcomeFigure,
  policy: DisclosurePolicy,
): ReleasedFigure {
  const { numerator, denominator, value, lower, upper } = figure;
  if (measure.kind === 'proportion') return releasedShare(numerator, denominator, policy);
  if (value === null) return emptyReleased;
  if (denominator < policy.smallestShown) return hiddenReleased;
  const printed = (exact: number | null) => (exact === null ? null : printedMean(measure, exact));
  return {
    status: 'shown',
    base: roundedCount(denominator, policy),
    count: null,
    value: printed(value),
    lower: printed(lower),
    upper: printed(upper),
  };
}
