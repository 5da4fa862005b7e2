import { streamOf, type SeededRandom } from '../draw.ts';
import { assignEnrolment } from './enrolment.ts';
import { assignFirstJobs } from './first-jobs.ts';
import {
  ageBands,
  COHORT,
  engagements,
  quintiles,
  sexes,
  substanceGroups,
  timesInTreatment,
  treatmentStatuses,
  type PlannedGroup,
} from './plan.ts';
import { siteCounts } from './sites.ts';

/** A person before ids: `severity` makes like go with like and is not kept. */
export interface LinkedPerson {
  worked: boolean;
  severity: number;
  groups: Record<string, string>;
  isComplete: boolean;
  /** ISO day. */
  enrolmentDate: string;
  followUpDays: number;
  firstJob: { month: number; days: number } | null;
}

/**
 * Gives each person a group so that the counts come out exactly, among those who worked and among those who did not.
 * Who gets which leans on severity: groups are listed from the heaviest to the lightest.
 */
function assignGroups(
  random: SeededRandom,
  people: readonly LinkedPerson[],
  name: string,
  counts: readonly PlannedGroup[],
  leaning: number,
): void {
  for (const worked of [true, false]) {
    const ranked = people
      .filter((person) => person.worked === worked)
      .map((person) => ({
        person,
        rank: leaning * person.severity + (1 - leaning) * random.normal(),
      }))
      .sort((a, b) => b.rank - a.rank);
    let next = 0;
    for (const { group, people: all, worked: ofWhomWorked } of counts) {
      const size = worked ? ofWhomWorked : all - ofWhomWorked;
      for (const { person } of ranked.slice(next, next + size)) person.groups[name] = group;
      next += size;
    }
  }
}

const breakdowns = [
  ['substanceGroup', substanceGroups, 0.6],
  ['timeInTreatment', timesInTreatment, 0.5],
  ['treatmentStatus', treatmentStatuses, 0.35],
  ['ageBand', ageBands, 0.2],
  ['sex', sexes, 0.15],
  ['engagement', engagements, 0.15],
  ['deprivationQuintile', quintiles, 0.25],
] as const;

/** 6,080 people with groups, enrolment and first job as planned, and the names of their sites. */
export function linkedPeople(seed: number): { people: LinkedPerson[]; sites: string[] } {
  const random = streamOf(seed, 'linked people');
  const people = Array.from({ length: COHORT.matched }, (_, place): LinkedPerson => {
    const person = { worked: place < COHORT.worked, severity: random.normal(), groups: {} };
    return { ...person, isComplete: false, enrolmentDate: '', followUpDays: 0, firstJob: null };
  });
  for (const [name, groups, leaning] of breakdowns) {
    assignGroups(random, people, name, groups, leaning);
  }
  const sites = siteCounts(seed);
  assignGroups(random, people, 'site', sites, 0);
  assignEnrolment(streamOf(seed, 'linked enrolment'), people);
  assignFirstJobs(streamOf(seed, 'linked first jobs'), people);
  return { people, sites: sites.map(({ group }) => group) };
}
