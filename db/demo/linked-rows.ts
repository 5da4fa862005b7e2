import { sustainedDays } from '#scoring/outcomes/spells/client-outcomes.ts';

import type { LinkedPeopleTable } from '../schema/national.ts';
import type { Identities } from './identities.ts';
import type { LinkedCohort, LinkedPerson } from './linked-people.ts';

/** The cohort as rows, in the order of their random ids: the order people were drawn in says who worked. */
export function linkedPeopleRows(
  { people }: LinkedCohort,
  roundId: string,
  ids: Identities,
): LinkedPeopleTable[] {
  const rows = people.map((person, place) => ({
    id: ids.linkedPerson(place),
    roundId,
    siteId: ids.linkedSite(person.groups.site ?? ''),
    enrolmentYear: person.enrolmentYear,
    followUpDays: person.followUpDays,
    followUpMonths: Math.min(18, Math.ceil(person.followUpDays / 30.5)),
    followUpComplete: person.isComplete ? 1 : 0,
    substanceGroup: person.groups.substanceGroup ?? null,
    sex: person.groups.sex ?? null,
    ageBand: person.groups.ageBand ?? null,
    treatmentStatus: person.groups.treatmentStatus ?? null,
    timeInTreatment: person.groups.timeInTreatment ?? null,
    engagement: person.groups.engagement ?? null,
    deprivationQuintile: Number(person.groups.deprivationQuintile),
    worked: person.worked ? 1 : 0,
    startedJob: person.firstJob === null ? 0 : 1,
    daysToFirstJob: person.firstJob?.days ?? null,
    firstJobMonth: person.firstJob?.month ?? null,
    ...heldJobs(person),
  }));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One job from the first day found to the end of follow-up. */
function heldJobs({ worked, firstJob, followUpDays }: LinkedPerson) {
  const days = worked ? Math.max(1, followUpDays - (firstJob?.days ?? 0)) : 0;
  return {
    daysEmployed: days,
    longestJobDays: days,
    sustained13Weeks: days >= sustainedDays ? 1 : 0,
    jobs: worked ? 1 : 0,
    incomeTaxPence: null,
    nationalInsurancePence: null,
  };
}
