import { randomUUID } from 'node:crypto';

import type { LinkedPeopleTable } from '#db/schema/national.ts';
import { groupFields } from '#scoring/outcomes/cohort/group-fields.ts';
import { keptFollowUp, type KeptFollowUp } from '#scoring/outcomes/cohort/kept-follow-up.ts';
import { cohortMember, type FollowedClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import type { FollowUpExclusion, FollowUpRules } from '#scoring/outcomes/follow-up.ts';

import type { ReturnedPerson } from './read-return.server.ts';

export interface Round {
  linkageDate: string;
  rules: FollowUpRules;
  /** The site of each area; null for a team of none. */
  areas: ReadonlyMap<string, string | null>;
  /** False where no payments were linked: amounts are then not known, and not nothing. */
  hasContributions: boolean;
}

export type NewLinkedPerson = Omit<LinkedPeopleTable, 'roundId'>;

export interface CohortRows {
  /** In the order of their random ids, so that where a row lies says nothing of the file it came from. */
  rows: NewLinkedPerson[];
  followUp: KeptFollowUp;
  leftOut: FollowUpExclusion[];
}

/**
 * The outcomes of everybody in the follow-up: no id of the return and no date is in them. People leave the map as they are
 * worked out, so that a hundred thousand of them and their rows need not be in memory together.
 */
export function cohortRows(
  people: Map<string, ReturnedPerson>,
  { linkageDate, rules, areas, hasContributions }: Round,
): CohortRows {
  const rows: NewLinkedPerson[] = [];
  const followed: Pick<FollowedClient, 'followUpDays' | 'isFollowUpComplete'>[] = [];
  const leftOut: FollowUpExclusion[] = [];
  for (const [id, { client, groups, spells, contributions }] of people) {
    people.delete(id);
    const payments = hasContributions ? contributions : null;
    const member = cohortMember({ client, spells, contributions: payments }, linkageDate, rules);
    if (member.status === 'left-out') leftOut.push(member.reason);
    else {
      const { followUpDays, isFollowUpComplete } = member.client;
      followed.push({ followUpDays, isFollowUpComplete });
      const siteId = client.team === null ? null : (areas.get(client.team) ?? null);
      rows.push(rowOf({ ...member.client, ...(groups ?? groupFields(client)) }, siteId));
    }
  }
  return {
    rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    followUp: keptFollowUp(followed),
    leftOut,
  };
}

function rowOf(
  { site: _site, followUpDays: _days, ...member }: FollowedClient,
  siteId: string | null,
): NewLinkedPerson {
  const { isFollowUpComplete, worked, startedJob, sustained13Weeks, ...rest } = member;
  return {
    id: randomUUID(),
    siteId,
    ...rest,
    followUpComplete: isFollowUpComplete ? 1 : 0,
    worked: worked ? 1 : 0,
    startedJob: startedJob ? 1 : 0,
    sustained13Weeks: sustained13Weeks ? 1 : 0,
  };
}
