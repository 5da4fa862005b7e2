import { sustainedDays } from '#scoring/outcomes/spells/client-outcomes.ts';

import { isDrawn, weighted, type SeededRandom } from '../draw.ts';
import type { LinkedPerson } from './people.ts';
import { rakedWithin, wholeNumbers } from './raking.ts';
import { roomOf, sustainedWorkers } from './sustained.ts';
import { workGroups } from './work-groups.ts';

/** What a person's jobs shall come to in follow-up. */
export interface WorkTarget {
  jobs: number;
  longestJobDays: number;
  /** Days employed beyond those of the longest job. */
  furtherDays: number;
}

interface Draft {
  jobs: number;
  /** The longest job lasts to the end of follow-up, and nothing can lie beside it. */
  isToTheEnd: boolean;
  low: number;
  high: number;
}

const jobsOfStarters = weighted({ '1': 42, '2': 28, '3': 15, '4': 8, '5': 4, '6': 3 });
/** Whoever starts none has only jobs that were running at enrolment: rarely two. */
const jobsOfOthers = weighted({ '1': 85, '2': 15 });

function draftOf(random: SeededRandom, person: LinkedPerson, isSustained: boolean): Draft {
  const room = roomOf(person);
  const isStarter = person.firstJob !== null;
  const jobs = Number((isStarter ? jobsOfStarters : jobsOfOthers)(random));
  const isBroken = isStarter && jobs > 1;
  const isToTheEnd = isSustained && isDrawn(random, isBroken ? 0.1 : 0.6);
  if (isToTheEnd) return { jobs, isToTheEnd, low: room, high: room };
  if (!isSustained) return { jobs, isToTheEnd, low: 1, high: Math.min(sustainedDays - 1, room) };
  // Several jobs one after the other leave the longest less than all the room.
  const left = Math.floor((room - sustainedDays) * (isBroken ? 0.85 : 1));
  return { jobs, isToTheEnd, low: sustainedDays, high: sustainedDays + left };
}

/** Days of the longest job: short ones most often short, others anywhere in their bounds, and groups as planned. */
function longestJobs(
  random: SeededRandom,
  workers: readonly LinkedPerson[],
  drafts: readonly Draft[],
): number[] {
  const start = drafts.map(({ low, high }) => {
    const share = low === 1 ? random.uniform() * random.uniform() : random.uniform();
    return low + share * (high - low);
  });
  const margins = workGroups(workers).map(({ members, planned }) => ({
    members,
    sum: planned.longestJobDays,
  }));
  return wholeNumbersWithin(rakedWithin(start, drafts, margins), drafts);
}

/** Days employed beyond the longest job's, for those whose other jobs have room beside it. */
function furtherDays(
  random: SeededRandom,
  workers: readonly LinkedPerson[],
  drafts: readonly Draft[],
  longest: readonly number[],
): number[] {
  const bounds = workers.map((person, place) => {
    const days = longest[place] ?? 0;
    const others = person.firstJob === null ? 0 : (drafts[place]?.jobs ?? 1) - 1;
    return { low: 0, high: Math.min(roomOf(person) - days, others * days) };
  });
  const start = bounds.map(({ high }) => high * random.uniform());
  const margins = workGroups(workers).map(({ members, planned }) => ({
    members,
    sum: planned.daysEmployed - members.reduce((sum, place) => sum + (longest[place] ?? 0), 0),
  }));
  return wholeNumbersWithin(rakedWithin(start, bounds, margins), bounds);
}

function wholeNumbersWithin(
  values: readonly number[],
  bounds: readonly { low: number; high: number }[],
): number[] {
  return wholeNumbers(values).map((value, place) => {
    const { low, high } = bounds[place] ?? { low: 0, high: 0 };
    return Math.min(high, Math.max(low, value));
  });
}

/** Jobs and days of everybody who worked, such that every group's means come out as planned. */
export function workTargets(random: SeededRandom, workers: readonly LinkedPerson[]): WorkTarget[] {
  const isSustained = sustainedWorkers(random, workers);
  const drafts = workers.map((person, place) =>
    draftOf(random, person, isSustained[place] === true),
  );
  const longest = longestJobs(random, workers, drafts);
  const further = furtherDays(random, workers, drafts, longest);
  return drafts.map(({ jobs }, place) => ({
    jobs,
    longestJobDays: longest[place] ?? 0,
    furtherDays: further[place] ?? 0,
  }));
}
