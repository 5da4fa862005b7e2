import type { LinkedPeopleTable } from '../schema/national.ts';
import { between, shuffled, streamOf, type SeededRandom } from './draw.ts';
import type { Identities } from './identities.ts';
import { assignFirstJobs } from './linked-first-jobs.ts';
import { groupCounts, type GroupCounts } from './linked-margins.ts';
import {
  ageBands,
  COHORT,
  engagements,
  quintiles,
  sexes,
  substanceGroups,
  timesInTreatment,
  treatmentStatuses,
} from './linked-published.ts';
import { siteCounts } from './linked-sites.ts';

/** A person before ids: `severity` makes like go with like and is not kept. */
export interface LinkedPerson {
  worked: boolean;
  severity: number;
  groups: Record<string, string>;
  isComplete: boolean;
  followUpDays: number;
  enrolmentYear: number;
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
  counts: readonly GroupCounts[],
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

function assignFollowUp(random: SeededRandom, people: readonly LinkedPerson[]): void {
  for (const worked of [true, false]) {
    const stratum = shuffled(
      random,
      people.filter((person) => person.worked === worked),
    );
    const complete = worked
      ? COHORT.workedComplete
      : COHORT.followUpComplete - COHORT.workedComplete;
    for (const person of stratum.slice(0, complete)) person.isComplete = true;
  }
  const incomplete = people.filter(({ isComplete }) => !isComplete);
  for (const person of people) {
    // Eighteen calendar months are 546 to 550 days; the others enrolled from June 2023 to February 2024.
    person.followUpDays = person.isComplete
      ? between(random, 547, 549)
      : 291 + Math.floor(256 * random.uniform() ** 0.83);
  }
  const wanted = COHORT.meanDaysIncomplete * incomplete.length;
  let rest = wanted - incomplete.reduce((sum, { followUpDays }) => sum + followUpDays, 0);
  while (rest !== 0) {
    const person = incomplete[random.integer(incomplete.length)];
    if (person === undefined) break;
    const next = person.followUpDays + Math.sign(rest);
    if (next < 291 || next > 546) continue;
    person.followUpDays = next;
    rest -= Math.sign(rest);
  }
}

/** Most of those with complete follow-up enrolled in 2022 and early 2023, as services joined. */
function enrolmentYear(random: SeededRandom, { isComplete, followUpDays }: LinkedPerson): number {
  if (!isComplete) return followUpDays >= 350 ? 2023 : 2024;
  const drawn = random.uniform();
  return drawn < 0.02
    ? 2019
    : drawn < 0.08
      ? 2020
      : drawn < 0.25
        ? 2021
        : drawn < 0.7
          ? 2022
          : 2023;
}

export interface LinkedCohort {
  people: LinkedPerson[];
  sites: GroupCounts[];
}

/** 6,080 people whose every published job-entry figure comes back within its rounding. */
export function linkedCohort(seed: number): LinkedCohort {
  const random = streamOf(seed, 'linked people');
  const people = Array.from({ length: COHORT.matched }, (_, place): LinkedPerson => {
    const person = { worked: place < COHORT.worked, severity: random.normal(), groups: {} };
    return { ...person, isComplete: false, followUpDays: 0, enrolmentYear: 0, firstJob: null };
  });
  const size = { people: COHORT.matched, worked: COHORT.worked };
  for (const [name, groups, leaning] of breakdowns) {
    assignGroups(random, people, name, groupCounts(groups, size), leaning);
  }
  const sites = siteCounts(seed);
  assignGroups(random, people, 'site', sites, 0);
  assignFollowUp(random, people);
  for (const person of people) person.enrolmentYear = enrolmentYear(random, person);
  assignFirstJobs(streamOf(seed, 'linked first jobs'), people);
  return { people, sites };
}

export function linkedPeopleRows(
  { people }: LinkedCohort,
  roundId: string,
  ids: Identities,
): LinkedPeopleTable[] {
  const rows = people.map((person, place) => ({
    id: ids.linkedPerson(place),
    roundId,
    siteId: ids.linkedSite(person.groups['site'] ?? ''),
    enrolmentYear: person.enrolmentYear,
    followUpDays: person.followUpDays,
    followUpComplete: person.isComplete ? 1 : 0,
    substanceGroup: person.groups['substanceGroup'] ?? null,
    sex: person.groups['sex'] ?? null,
    ageBand: person.groups['ageBand'] ?? null,
    treatmentStatus: person.groups['treatmentStatus'] ?? null,
    timeInTreatment: person.groups['timeInTreatment'] ?? null,
    engagement: person.groups['engagement'] ?? null,
    deprivationQuintile: Number(person.groups['deprivationQuintile']),
    worked: person.worked ? 1 : 0,
    startedJob: person.firstJob === null ? 0 : 1,
    daysToFirstJob: person.firstJob?.days ?? null,
    firstJobMonth: person.firstJob?.month ?? null,
  }));
  // In the order of their random ids: the order people were drawn in says who worked.
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
