import { isSmallCount, roundedCount } from './disclosed-count.ts';
import type { ShownFigure } from './disclosed-proportion.ts';
import type { DisclosurePolicy } from './disclosure-policy.ts';

/** Both ends of a range of whole numbers. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** Exact counts that a shown rate may stand for: any numerator of the one range with any denominator of the other. */
export interface CountsBehind {
  readonly numerator: CountRange;
  readonly denominator: CountRange;
}

/** Every count that is shown as this one. */
function countsShownAs(shown: number, policy: DisclosurePolicy): number[] {
  const near = Array.from({ length: 2 * policy.base + 1 }, (_, i) => shown - policy.base + i);
  return near.filter(
    (count) => count >= 0 && !isSmallCount(count, policy) && roundedCount(count, policy) === shown,
  );
}

/** Groups on either side of the size from which a whole percent is shown do not look the same. */
function denominatorsOf(figure: ShownFigure, policy: DisclosurePolicy): number[] {
  const all = countsShownAs(figure.denominator, policy);
  const isLarge = (count: number): boolean => count >= policy.smallestWholePercentGroup;
  if (figure.valueFrom === 'whole-percent') return all.filter(isLarge);
  return all.every(isLarge) ? all : all.filter((count) => !isLarge(count));
}

/** The numerators that, out of this denominator, are shown as the figure is. */
function numeratorsOutOf(
  denominator: number,
  numerators: readonly number[],
  figure: ShownFigure,
  policy: DisclosurePolicy,
): number[] {
  const isWholePercent = figure.valueFrom === 'whole-percent';
  return numerators.filter((numerator) => {
    if (numerator > denominator || isSmallCount(denominator - numerator, policy)) return false;
    return (
      !isWholePercent ||
      Math.round((100 * numerator) / denominator) === Math.round(100 * figure.value)
    );
  });
}

function rangeOf(counts: readonly number[]): CountRange {
  return { least: Math.min(...counts), most: Math.max(...counts) };
}

/**
 * What somebody who knows the rounding rule can take for the exact counts behind a shown rate.
 *
 * For: hasRoomForHidden. Formula: counts that round to the shown ones, neither with nor without the outcome few. Where
 * not every pair of those goes together (almost everybody has the outcome, or a whole percent is shown) a smaller box of
 * pairs is taken, all of which do: what is found in it is never more than the reader cannot exclude.
 * @param figure a rate as others see it, rounded
 * @param policy threshold, base and zero rule
 * @returns a range for each count; every pair of them would be shown as this figure
 * Errors: none of its own.
 * Source: follows from disclosedProportion. Checked: every pair of the box put back, for every figure up to 60.
 */
export function countsBehind(figure: ShownFigure, policy: DisclosurePolicy): CountsBehind {
  const numerators = countsShownAs(figure.numerator, policy);
  const denominators = denominatorsOf(figure, policy);
  const choices = denominators.map((denominator) =>
    numeratorsOutOf(denominator, numerators, figure, policy),
  );
  if (figure.valueFrom !== 'whole-percent' && figure.numerator !== figure.denominator) {
    // The more people in the group, the more numerators go with them: those of the smallest go with all.
    const first = choices.findIndex((choice) => choice.length > 0);
    return {
      numerator: rangeOf(choices[first] ?? []),
      denominator: rangeOf(denominators.slice(first)),
    };
  }
  const widest = choices.reduce((best, choice) => (choice.length > best.length ? choice : best));
  const denominator = denominators[choices.indexOf(widest)] ?? 0;
  return { numerator: rangeOf(widest), denominator: { least: denominator, most: denominator } };
}
