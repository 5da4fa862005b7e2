import { countsBehind, type CountRange, type CountsBehind } from './counts-behind.ts';
import type { ShownFigure } from './disclosed-proportion.ts';
import type { DisclosurePolicy } from './disclosure-policy.ts';
import { wholeOf, type GroupCounts } from './hidden-groups.ts';

/** A reader who knows the rule must be left with this many values for every hidden count. */
const VALUES_LEFT = 3;

/** What everybody sees of groups that make up a whole, were the rate of the whole shown. */
export interface GroupsPicture {
  readonly whole: ShownFigure;
  readonly shown: readonly ShownFigure[];
  /** How many groups are hidden. */
  readonly hidden: number;
  /** Groups have at least this many people, and readers know it. */
  readonly smallestGroup: number;
  /** What a reader knows beside the picture: counts of groups, as a team knows its own, a reviewer those of several. */
  readonly known?: readonly KnownGroup[];
}

export interface KnownGroup {
  readonly counts: GroupCounts;
  /** Its place among the shown rates, or null where it is a hidden group and not counted in `hidden`. */
  readonly shownAt: number | null;
  /** It was hidden though it is not small: then no shown group has fewer people with the outcome. */
  readonly isHiddenForAnother: boolean;
}

const exactly = (count: number): CountRange => ({ least: count, most: count });

/** The counts behind the shown rates, narrowed by what the reader knows. */
function shownCounts(
  { shown, known = [] }: GroupsPicture,
  policy: DisclosurePolicy,
): CountsBehind[] {
  const passedOver = known.filter(({ isHiddenForAnother }) => isHiddenForAnother);
  return shown.map((figure, index) => {
    const own = known.find(({ shownAt }) => shownAt === index)?.counts;
    if (own !== undefined) {
      return { numerator: exactly(own.numerator), denominator: exactly(own.denominator) };
    }
    const counts = countsBehind(figure, policy);
    const { least, most } = counts.numerator;
    if (passedOver.length === 0 || most === 0) return counts;
    const more = passedOver.map((group) => group.counts.numerator + 1);
    const fewest = Math.min(most, Math.max(least, ...more));
    return { ...counts, numerator: { least: fewest, most } };
  });
}

/** What is left of the whole for the hidden groups together. */
function rangeLeft(whole: CountRange, shown: readonly CountRange[], known: number): CountRange {
  return {
    least: shown.reduce((left, { most }) => left - most, whole.least - known),
    most: shown.reduce((left, { least }) => left - least, whole.most - known),
  };
}

/**
 * Whether the rate of a whole may stand beside the rates of its groups, some of them hidden: whether a reader who
 * knows the rule, and perhaps the exact counts of some groups, is left with at least three values for every hidden count.
 *
 * For: figuresForGroups. It looks at nothing but what is printed (and what that reader knows anyway), so groups that look
 * the same get the same answer, and the answer tells a reader nothing that the picture does not.
 *
 * Rule, with h hidden groups, base b (5) and u = h + 3 - 1 + b: of the people with the outcome that the
 * printed figures leave for the hidden groups some number X of at least u must be possible, and with the most people left
 * in all, N, also N - X of at least u (h groups of the smallest size, + 2 + b, where that is more).
 *
 * Why what is shown is safe. Give one hidden group 1, 2 or 3 people with the outcome, a second group all that is left, every
 * other one 1; the second gets few people without the outcome if it has many with it. All are small, so all are hidden
 * for themselves and, being two or more, hide no other group; the shown groups and the whole take the counts for which X and
 * N were found. So each of these tables would be printed as this one is. The same with the two outcomes exchanged, or
 * with people without the outcome moved from one hidden group to another, gives three values for the other counts.
 *
 * Why hiding the whole is safe too. A reader could conclude that there was no room. Take the shown groups at
 * their least, one hidden group with 1, 2 or 3 people with the outcome and the others with 1: at most h + 2 in all,
 * which after rounding up the whole look like at most h + 2 + b - 1 < u. So the whole is hidden in each of these tables as
 * well, whatever the people without the outcome. That is what the margin b is for.
 *
 * A single hidden group (beside those that the reader knows) has no second one to take up the rest: then
 * 1, 2 and 3 must be possible themselves, with the same margin above.
 * @param picture the printed figures, how many groups are hidden, what a reader knows
 * @param policy threshold, base and zero rule; a threshold under 4 leaves fewer than three small counts anyway
 * @returns true where the rate of the whole may be shown
 * Errors: none of its own.
 * Source: test that the small-number rule sets itself; the method is ours. Checked: every set of two and three small
 * groups tried, for readers who know nothing and for readers who know any one group; of three, any two.
 */
export function hasRoomForHidden(picture: GroupsPicture, policy: DisclosurePolicy): boolean {
  const { hidden, smallestGroup, known = [] } = picture;
  if (hidden === 0) return true;
  const whole = countsBehind(picture.whole, policy);
  const shown = shownCounts(picture, policy);
  const own = wholeOf(known.filter(({ shownAt }) => shownAt === null).map(({ counts }) => counts));
  const outcome = rangeLeft(
    whole.numerator,
    shown.map(({ numerator }) => numerator),
    own.numerator,
  );
  const people = rangeLeft(
    whole.denominator,
    shown.map(({ denominator }) => denominator),
    own.denominator,
  );
  const margin = VALUES_LEFT - 1 + policy.base;
  const withoutNeeded = Math.max(1, smallestGroup) * hidden + margin;
  if (hidden === 1) {
    const { least, most } = people;
    return (
      outcome.least <= 1 &&
      outcome.most >= 1 + margin &&
      most - VALUES_LEFT >= withoutNeeded &&
      most - least >= VALUES_LEFT - 1
    );
  }
  const withOutcome = Math.max(outcome.least, hidden + margin);
  return withOutcome <= outcome.most && people.most - withOutcome >= withoutNeeded;
}
