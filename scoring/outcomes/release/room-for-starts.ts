import { isSmallCount } from '#scoring/disclosure/disclosed-count.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { Range } from '../published/range.ts';
import type { NestedGroup } from './breakdown-plan.ts';
import { VALUES_LEFT, type StartPlaces } from './group-people.ts';

/** All that is told of a group where tables about starting a job are shown of everybody, and not of the complete. */
interface Told {
  /** People of everybody with the main outcome and without a start. */
  readonly withoutStart: number;
  /** With the main outcome and without it, among the complete and among the incomplete. */
  readonly complete: readonly [withOutcome: number, rest: number];
  readonly incomplete: readonly [withOutcome: number, rest: number];
}

function toldOf({ full, complete }: NestedGroup, starts: StartPlaces): Told {
  const [all = 0, allOthers = 0] = full;
  const [own = 0, others = 0] = complete;
  return {
    withoutStart: full[starts.withoutStart] ?? 0,
    complete: [own, others],
    incomplete: [all - own, allOthers - others],
  };
}

/** How many of the complete may be without a start, as far as the group itself tells. */
function fewest({ withoutStart, incomplete: [outcome] }: Told): number {
  return Math.max(0, withoutStart - outcome);
}

function most({ withoutStart, complete: [outcome] }: Told): number {
  return Math.min(withoutStart, outcome);
}

/** Whether a count that tables about starting would tell were small, with this many of the complete without a start. */
function isAnySmall(
  { withoutStart, complete, incomplete }: Told,
  ofComplete: number,
  policy: DisclosurePolicy,
): boolean {
  const ofIncomplete = withoutStart - ofComplete;
  return [
    ...[ofComplete, complete[0] - ofComplete, complete[1] + ofComplete],
    ...[ofIncomplete, incomplete[0] - ofIncomplete, incomplete[1] + ofIncomplete],
  ].some((count) => isSmallCount(count, policy));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** What a group may have of a number that all these groups share: no other group takes fewer or more than it can. */
function shareOf(group: Told, others: readonly Told[], total: number): Range {
  return {
    low: Math.max(fewest(group), total - sum(others.map(most))),
    high: Math.min(most(group), total - sum(others.map(fewest))),
  };
}

/** The first numbers of a range that fulfil a condition, up to as many as are asked for. */
function found({ low, high }: Range, asked: number, isRight: (count: number) => boolean): number {
  let right = 0;
  for (let count = low; count <= high && right < asked; count += 1) {
    if (isRight(count)) right += 1;
  }
  return right;
}

/**
 * Whether the complete can be shown by group with no table about starting a job, and who of them started one stays hidden.
 *
 * For: breakdownPlan, where tables about starting would tell a few who have the main outcome without a start: those already
 * in work. Rule: nothing is looked at but what stays shown, so that groups which look the same share the answer. How many of the complete
 * of a group are without a start lies between what is left when as many of them as possible, or as few, are among the incomplete;
 * and what the total leaves when the other groups take as many, or as few, as they can. For each group at least three numbers of
 * that range must go with a small count in it or in another: then a reader who knows the rule cannot exclude any of them, since
 * tables about starting would be hidden for each. A group in which nobody is without a start tells nothing more.
 * The argument rests on what stays shown about starts being no finer than it is: curves by group of everybody are in whole percents.
 * Shares with more digits, which depend on who of them was censored when, could tell the incomplete from the complete.
 * @param groups all groups of a breakdown none of which is hidden; they leave nobody out
 * @param starts where the counts about starting stand
 * @param policy small-number settings
 * @returns true where three numbers are left in every group
 * Errors: none of its own. Source: small-number rule, section 6 of the outcome definitions; the method is ours. Checked: an attacker
 * who knows the rule and all that is shown exactly, over random small cohorts (property test); by hand.
 */
export function hasRoomForStarts(
  groups: readonly NestedGroup[],
  starts: StartPlaces,
  policy: DisclosurePolicy,
): boolean {
  const told = groups.map((group) => toldOf(group, starts));
  const total = sum(groups.map(({ complete }) => complete[starts.withoutStart] ?? 0));
  return told.every((group) => {
    if (group.withoutStart === 0) return true;
    const others = told.filter((other) => other !== group);
    const goesWithSmall = (count: number): boolean =>
      isAnySmall(group, count, policy) ||
      others.some((other) => {
        const rest = others.filter((one) => one !== other);
        const isSmall = (own: number) => isAnySmall(other, own, policy);
        return found(shareOf(other, rest, total - count), 1, isSmall) === 1;
      });
    return found(shareOf(group, others, total), VALUES_LEFT, goesWithSmall) === VALUES_LEFT;
  });
}
