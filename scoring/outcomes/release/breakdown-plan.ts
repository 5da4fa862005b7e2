import {
  requireDisclosurePolicy,
  type DisclosurePolicy,
} from '#scoring/disclosure/disclosure-policy.ts';
import {
  clientsOf,
  haveRoom,
  haveRoomOrNobody,
  isSmall,
  together,
  without,
  withoutStarts,
  type GroupPeople,
  type StartPlaces,
} from './group-people.ts';
import { hasRoomForStarts } from './room-for-starts.ts';

/** A group among everybody and among those whose follow-up is complete; who is left has a shorter one. */
export interface NestedGroup {
  readonly full: GroupPeople;
  readonly complete: GroupPeople;
}

/** Why a group is hidden; for analysts before a release, never beside it. */
export type HidingReason = 'few-people' | 'not-publishable' | 'goes-with-another';

/** Whether the groups that are shown are shown among the complete too, and whether with tables about starting a job. */
export type CompleteShown = 'all' | 'without-starts' | 'none';

export interface BreakdownPlan {
  /** Group by group: why its figures are hidden, in every table of the breakdown; null where they are shown. */
  readonly hidden: readonly (HidingReason | null)[];
  readonly complete: CompleteShown;
}

export interface PlanOptions {
  /** Whether the complete are shown as a whole: then readers know how many are not. */
  readonly isCompleteReleased: boolean;
  /** Groups that are not published for another reason, by place. */
  readonly notPublishable?: ReadonlySet<number>;
  /** Where the counts about starting a job stand, of a breakdown that has tables about it. */
  readonly starts?: StartPlaces;
}

/** The group with the fewest clients of those still shown, the later one of equals. */
function nextToHide(
  groups: readonly NestedGroup[],
  hidden: readonly (HidingReason | null)[],
): number | undefined {
  let smallest: number | undefined;
  let fewest = Infinity;
  for (const [place, { full }] of groups.entries()) {
    const clients = clientsOf(full);
    if (hidden[place] !== null || clients === 0 || clients > fewest) continue;
    smallest = place;
    fewest = clients;
  }
  return smallest;
}

/**
 * Which groups of a breakdown are hidden, once for all its tables.
 *
 * For: the outcomes release. Full, complete and incomplete follow-up nest, and so do the outcomes of one
 * breakdown: they are one table, and one decision.
 * Rule: a group is hidden where any of its counts among everybody is small. A hidden group takes the next one with the
 * fewest clients with it until there are two and they share, h being their number, at least h + 2 people with the main outcome, as many
 * without, and of every other count nobody or as many. The complete are shown by group only where no shown group has a
 * small count among them or among the incomplete, and the hidden ones share nobody or h + 2 people of every count in both. Where that
 * fails for counts about starting a job alone and no group is hidden, they are shown without the tables about it, if
 * hasRoomForStarts.
 *
 * Why that leaves three values, even to a reader who knows the whole and every shown group exactly. Among everybody: give one
 * hidden group 1, 2 or 3 people with the main outcome, the others 1, and the last what is left, with one person without it. All
 * are small for that alone, so the same groups are hidden whatever their other counts, which can move between the last and the
 * others. The complete, where their groups are hidden: everybody's counts of a shown group are nobody's or at least the
 * threshold, and so are those of all complete and all incomplete; so the complete of one group can be any of more than three
 * numbers that make a count of some group small. Small for more than starting, they are hidden whatever hasRoomForStarts says.
 * @param groups they do not overlap and leave nobody out
 * @param policy small-number settings
 * @param options whether the whole of the complete is shown, groups not published anyway
 * @returns for each group why it is hidden or null, and what of the complete is shown by group
 * @throws RangeError for settings that make no sense
 * Source: small-number rule, section 6 of the outcome definitions; the method is ours. Checked: an attacker who knows the rule
 * and all that is shown exactly, over random small cohorts (property test); by hand.
 */
export function breakdownPlan(
  groups: readonly NestedGroup[],
  policy: DisclosurePolicy,
  { isCompleteReleased, notPublishable = new Set(), starts }: PlanOptions,
): BreakdownPlan {
  requireDisclosurePolicy('breakdownPlan', policy);
  const hidden = groups.map(({ full }, place): HidingReason | null => {
    if (isSmall(full, policy)) return 'few-people';
    return notPublishable.has(place) && clientsOf(full) > 0 ? 'not-publishable' : null;
  });
  const isHidden = (_: NestedGroup, place: number): boolean => hidden[place] !== null;
  const areSafe = (): boolean => {
    const chosen = groups.filter(isHidden);
    const sum = together(chosen.map(({ full }) => full));
    return chosen.length === 0 || (chosen.length > 1 && haveRoom(sum, chosen.length));
  };
  while (!areSafe()) {
    const next = nextToHide(groups, hidden);
    if (next === undefined) break;
    hidden[next] = 'goes-with-another';
  }
  const shown = groups.filter((_, place) => hidden[place] === null);
  const chosen = groups.filter(isHidden);
  const isCompleteSafe = (told: (people: GroupPeople) => GroupPeople): boolean => {
    const parts = ({ full, complete }: NestedGroup) => [
      told(complete),
      told(without(full, complete)),
    ];
    return (
      shown.every((group) => parts(group).every((part) => !isSmall(part, policy))) &&
      [0, 1].every((which) =>
        haveRoomOrNobody(together(chosen.map((group) => parts(group)[which] ?? [])), chosen.length),
      )
    );
  };
  const completeShown = (): CompleteShown => {
    if (!isCompleteReleased || !areSafe()) return 'none';
    if (isCompleteSafe((people) => people)) return 'all';
    return starts !== undefined &&
      chosen.length === 0 &&
      isCompleteSafe((people) => withoutStarts(people, starts)) &&
      hasRoomForStarts(groups, starts, policy)
      ? 'without-starts'
      : 'none';
  };
  return { hidden, complete: completeShown() };
}
