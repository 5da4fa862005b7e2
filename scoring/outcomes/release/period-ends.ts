import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { isSmallCount } from '#scoring/disclosure/disclosed-count.ts';
import { haveRoomOrNobody, together } from './group-people.ts';

/** Last months of the periods that starts are told in, finest first; each follows from those before it. */
export const periodChoices: readonly (readonly number[])[] = [
  [3, 6, 9, 12, 15, 18],
  [3, 6, 9, 18],
  [9, 18],
];

/** Starts of one group by follow-up month, of everybody or of each part of everybody that is told or follows. */
export interface CountedStarts {
  readonly isHidden: boolean;
  readonly parts: readonly (readonly number[])[];
}

/** Starts by month added up to periods. */
export function inPeriods(started: readonly number[], ends: readonly number[]): number[] {
  return ends.map((end, place) =>
    started.slice(ends[place - 1] ?? 0, end).reduce((sum, count) => sum + count, 0),
  );
}

/**
 * The finest periods in which first jobs of groups can be shown.
 *
 * For: first jobs by group. By months most groups have a few starts somewhere; the later the fewer. Rule: all groups in the same
 * periods, the finest of periodChoices in which no shown group has a small count in any part, and the h hidden ones together nobody or
 * h + 2 people in each period.
 *
 * Why that leaves three values for each count of a finer period, even to a reader who knows all that is shown exactly, the totals by
 * month among it: take two groups and two finer periods of one that is shown, whose totals are nobody's or at least the threshold t
 * either way. A count in them can be any of more than t numbers, the other three making up for it, and those near both ends make it or
 * one of the three small: for each of them the same periods are chosen.
 * @param groups all groups of a breakdown
 * @param policy small-number settings
 * @returns last months of the periods; null where even the coarsest would tell a few
 * Errors: none of its own. Source: small-number rule, section 6 of the outcome definitions; the method is ours. Checked: an attacker
 * who knows all starts that are shown exactly, over random small tables of two or three groups, of which none is hidden and none has
 * parts (property test, which exchanges starts of two groups in two quarters); hidden groups and parts by hand. The shares beside
 * the starts, whole percents, are in neither.
 */
export function periodEnds(
  groups: readonly CountedStarts[],
  policy: DisclosurePolicy,
): readonly number[] | null {
  const shown = groups.filter(({ isHidden }) => !isHidden);
  const hidden = groups.filter(({ isHidden }) => isHidden);
  const parts = groups[0]?.parts ?? [];
  const areSafe = (ends: readonly number[]): boolean =>
    shown.every((group) =>
      group.parts.every((part) =>
        inPeriods(part, ends).every((count) => !isSmallCount(count, policy)),
      ),
    ) &&
    parts.every((_, which) =>
      haveRoomOrNobody(
        together(hidden.map((group) => inPeriods(group.parts[which] ?? [], ends))),
        hidden.length,
      ),
    );
  return periodChoices.find(areSafe) ?? null;
}
