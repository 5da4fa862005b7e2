import { isSmallCount } from '#scoring/disclosure/disclosed-count.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';

/**
 * The counts of people of a group that its tables print, or that follow from them: first those with the main outcome and
 * those without, who together are the group; then any others. Every group of a breakdown has the same counts in the
 * same order.
 */
export type GroupPeople = readonly number[];

/** A reader who knows the rule must be left with this many values for every hidden count. */
export const VALUES_LEFT = 3;

/**
 * Where among these counts those stand that tables about starting a job tell: who started one, who did not, and who has the main
 * outcome without having started one.
 */
export interface StartPlaces {
  readonly started: number;
  readonly notStarted: number;
  readonly withoutStart: number;
}

/** What is left of the counts where no table about starting a job is shown. */
export function withoutStarts(people: GroupPeople, starts: StartPlaces): GroupPeople {
  const places = Object.values(starts);
  return people.filter((_, place) => !places.includes(place));
}

export function clientsOf([withOutcome = 0, without = 0]: GroupPeople): number {
  return withOutcome + without;
}

export function together(groups: readonly GroupPeople[]): GroupPeople {
  const [first = []] = groups;
  return first.map((_, place) => groups.reduce((sum, group) => sum + (group[place] ?? 0), 0));
}

export function without(whole: GroupPeople, part: GroupPeople): GroupPeople {
  return whole.map((count, place) => count - (part[place] ?? 0));
}

/** Whether any count of a group is too small to be shown. A group nobody is in is not: it is told as empty. */
export function isSmall(people: GroupPeople, policy: DisclosurePolicy): boolean {
  return clientsOf(people) > 0 && people.some((count) => isSmallCount(count, policy));
}

function isEnough(count: number, groups: number): boolean {
  return count >= groups + VALUES_LEFT - 1;
}

/** Whether hidden groups share enough people with and without the main outcome. */
export function haveRoom(sum: GroupPeople, groups: number): boolean {
  const [withOutcome = 0, rest = 0] = sum;
  return isEnough(withOutcome, groups) && isEnough(rest, groups) && haveRoomOrNobody(sum, groups);
}

/** The same where a count may be nobody's: that nobody is in a part of a whole is no small number. */
export function haveRoomOrNobody(sum: GroupPeople, groups: number): boolean {
  return sum.every((count) => count === 0 || isEnough(count, groups));
}
