import {
  hiddenFigure,
  requireProportion,
  type DisclosedProportionOptions,
  type Figure,
} from './disclosed-proportion.ts';
import {
  requireDisclosurePolicy,
  type DisclosurePolicy,
  type Viewer,
} from './disclosure-policy.ts';
import { figureFor } from './figure-for.ts';
import { hiddenGroups, isSmallGroup, wholeOf, type GroupCounts } from './hidden-groups.ts';
import { hasRoomForHidden, type KnownGroup } from './room-for-hidden.ts';

export type { GroupCounts } from './hidden-groups.ts';

export interface GroupFigures {
  readonly groups: readonly Figure[];
  /** Everybody in the groups together. */
  readonly total: Figure;
}

export interface GroupOptions extends DisclosedProportionOptions {
  /** Groups hidden for another release's sake, by their place. */
  readonly alsoHidden?: ReadonlySet<number>;
  /** Groups have at least this many people, and readers know it. */
  readonly smallestGroup?: number;
  /** The groups whose exact counts the reader knows, by their place: a team knows its own, a reviewer may know several. */
  readonly known?: number | readonly number[] | undefined;
}

/** What a reader who knows the counts of one group knows of it beside the picture. */
function knownGroup(
  groups: readonly GroupCounts[],
  hidden: readonly boolean[],
  known: number,
  policy: DisclosurePolicy,
): KnownGroup[] {
  const counts = groups[known];
  if (counts === undefined) return [];
  const isHidden = hidden[known] === true;
  const before = groups.slice(0, known);
  const isShown = (group: GroupCounts, index: number): boolean =>
    hidden[index] !== true && group.denominator > 0;
  return [
    {
      counts,
      shownAt: isHidden || counts.denominator === 0 ? null : before.filter(isShown).length,
      isHiddenForAnother: isHidden && !isSmallGroup(counts, policy),
    },
  ];
}

/**
 * The rates of groups that together make up a whole, and the rate of the whole, as the person who looks may
 * see them: a single hidden group could otherwise be worked out from the whole.
 *
 * For: teams of a level of integration, levels, breakdowns by substance, sex, age, site.
 * Rule: small groups are hidden, a single one takes a second with it (hiddenGroups); the rate of the whole is
 * hidden where it is small itself, and where it would leave a hidden count fewer than three values (hasRoomForHidden).
 * Which groups are hidden is the same for every reader; the whole may be hidden from a reader who knows some groups.
 * @param viewer the team itself (and reviewers of its open review), or others
 * @param groups counts of each group; the groups do not overlap and leave nobody out
 * @param policy small-number settings
 * @param options linked cohort, groups hidden elsewhere, smallest size of a group, the groups that the reader knows
 * @returns a figure for each group, in order, and one for the whole
 * @throws RangeError for counts that are not 0 <= numerator <= denominator, settings that make no sense
 * Source: small-number rule (ours). Checked: by hand; every set of two and three small groups tried by a reader who
 * knows the rule; 50 random groups.
 */
export function figuresForGroups(
  viewer: Viewer,
  groups: readonly GroupCounts[],
  policy: DisclosurePolicy,
  options: GroupOptions = {},
): GroupFigures {
  requireDisclosurePolicy('figuresForGroups', policy);
  for (const { numerator, denominator } of groups) {
    requireProportion('figuresForGroups', numerator, denominator);
  }
  const { alsoHidden, known = [], smallestGroup = 1 } = options;
  const places = [known].flat();
  const figure = ({ numerator, denominator }: GroupCounts): Figure =>
    figureFor(viewer, numerator, denominator, policy, options);
  const total = figure(wholeOf(groups));
  if (viewer === 'own-team') return { groups: groups.map(figure), total };
  const hidden = hiddenGroups(groups, policy, alsoHidden);
  const figures = groups.map((group, index) =>
    hidden[index] === true ? hiddenFigure : figure(group),
  );
  if (total.status !== 'shown') return { groups: figures, total };
  const unknown = hidden.filter((isHidden, index) => isHidden && !places.includes(index)).length;
  // A single one, for which no second was found, could be worked out from the whole.
  const isSingle = hidden.filter(Boolean).length === 1;
  const hasRoom =
    !isSingle &&
    hasRoomForHidden(
      {
        whole: total,
        shown: figures.filter((each) => each.status === 'shown'),
        hidden: unknown,
        smallestGroup,
        known: places.flatMap((place) => knownGroup(groups, hidden, place, policy)),
      },
      policy,
    );
  return { groups: figures, total: hasRoom ? total : hiddenFigure };
}
