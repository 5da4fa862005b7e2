import type { LinkedPeopleTable } from '../schema/national.ts';
import type { Identities } from './identities.ts';
import type { LinkedCohort } from './linked-people.ts';

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
  }));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
