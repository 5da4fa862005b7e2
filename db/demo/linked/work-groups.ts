import type { LinkedPerson } from './people.ts';
import {
  engagements,
  sexes,
  substanceGroups,
  treatmentStatuses,
  twoAges,
  type PlannedPay,
  type PlannedWork,
} from './plan.ts';

/** A planned group with the places of its members in the list of those who worked. */
export interface WorkGroup<Plan extends PlannedWork> {
  planned: Plan;
  members: number[];
}

const youngest = (person: LinkedPerson) => person.groups.ageBand === '16 to 24';

function groupsBy<Plan extends PlannedWork>(
  workers: readonly LinkedPerson[],
  plans: readonly Plan[],
  groupOf: (person: LinkedPerson) => string | undefined,
): WorkGroup<Plan>[] {
  const groups = plans.map((planned): WorkGroup<Plan> => ({ planned, members: [] }));
  const byName = new Map(groups.map((group) => [group.planned.group, group]));
  for (const [place, person] of workers.entries()) {
    byName.get(groupOf(person) ?? '')?.members.push(place);
  }
  return groups;
}

/** The breakdowns by which the report prints payments. */
export function payGroups(workers: readonly LinkedPerson[]): WorkGroup<PlannedPay>[] {
  return [
    ...groupsBy(workers, substanceGroups, ({ groups }) => groups.substanceGroup),
    ...groupsBy(workers, sexes, ({ groups }) => groups.sex),
    ...groupsBy(workers, twoAges, (person) => twoAges[youngest(person) ? 0 : 1]?.group),
    ...groupsBy(workers, treatmentStatuses, ({ groups }) => groups.treatmentStatus),
  ];
}

/** The breakdowns by which it prints days. */
export function workGroups(workers: readonly LinkedPerson[]): WorkGroup<PlannedWork>[] {
  return [
    ...payGroups(workers),
    ...groupsBy(workers, engagements, ({ groups }) => groups.engagement),
  ];
}
