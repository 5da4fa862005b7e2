import { sustainedDays } from '#scoring/outcomes/spells/client-outcomes.ts';

import { shuffled, type SeededRandom } from '../draw.ts';
import type { LinkedPerson } from './people.ts';
import { COHORT } from './plan.ts';
import { workGroups } from './work-groups.ts';

/** Days on which a new job can be held: from the first one found, or all for those who found none. */
export function roomOf({ firstJob, followUpDays }: LinkedPerson): number {
  return followUpDays - (firstJob?.days ?? 0);
}

interface SearchedGroup {
  isMember: (place: number) => boolean;
  /** Too many held a job for 13 weeks, or too few. */
  off: number;
}

function searchedGroups(
  workers: readonly LinkedPerson[],
  isSustained: readonly boolean[],
): SearchedGroup[] {
  const complete = {
    planned: { sustained: COHORT.sustainedComplete },
    members: [...workers.keys()].filter((place) => workers[place]?.isComplete),
  };
  return [...workGroups(workers), complete].flatMap(({ planned, members }) => {
    if (planned.sustained === null) return [];
    const own = new Set(members);
    const held = members.filter((place) => isSustained[place]).length;
    return [{ isMember: (place: number) => own.has(place), off: held - planned.sustained }];
  });
}

/**
 * Who of those who worked held one job for 13 weeks: drawn among those with room for it, then exchanged until every
 * group has as many as planned.
 */
export function sustainedWorkers(
  random: SeededRandom,
  workers: readonly LinkedPerson[],
): boolean[] {
  const hasRoom = workers.map((person) => roomOf(person) >= sustainedDays);
  const drawn = shuffled(
    random,
    [...workers.keys()].filter((place) => hasRoom[place]),
  ).slice(0, COHORT.sustained);
  const isSustained = workers.map(() => false);
  for (const place of drawn) isSustained[place] = true;
  const groups = searchedGroups(workers, isSustained);
  while (groups.some(({ off }) => off !== 0)) {
    const [leaves, joins] = [random.integer(workers.length), random.integer(workers.length)];
    if (isSustained[leaves] !== true || isSustained[joins] === true) continue;
    if (hasRoom[joins] !== true) continue;
    let farther = 0;
    const changes = groups.map(({ isMember, off }) => {
      const change = Number(isMember(joins)) - Number(isMember(leaves));
      farther += Math.abs(off + change) - Math.abs(off);
      return change;
    });
    if (farther > 0) continue;
    isSustained[leaves] = false;
    isSustained[joins] = true;
    for (const [place, group] of groups.entries()) group.off += changes[place] ?? 0;
  }
  return isSustained;
}
