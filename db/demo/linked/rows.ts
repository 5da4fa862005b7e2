import { keptFollowUp, type KeptFollowUp } from '#scoring/outcomes/cohort/kept-follow-up.ts';
import {
  cohortMember,
  type FollowedClient,
  type LinkedRecord,
} from '#scoring/outcomes/cohort/linked-cohort.ts';

import type { LinkedPeopleTable } from '../../schema/national.ts';
import type { Identities } from '../identities.ts';
import type { LinkageRound } from './rounds.ts';

export interface RoundRows {
  /** In the order of their random ids: the order they were drawn in says who worked. */
  people: LinkedPeopleTable[];
  followUp: KeptFollowUp;
}

/** What is kept of a round. */
export function roundRows(
  records: readonly LinkedRecord[],
  { linkageDate, rules }: LinkageRound,
  ids: Identities,
): RoundRows {
  const roundId = ids.linkedRound(linkageDate);
  const members = records.flatMap((record, place) => {
    const member = cohortMember(record, linkageDate, rules);
    const id = ids.linkedPerson(`${linkageDate}/${place}`);
    return member.status === 'left-out' ? [] : [{ id, client: member.client }];
  });
  return {
    people: members
      .map(({ id, client }) => linkedPersonRow(client, id, roundId, ids))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    followUp: keptFollowUp(members.map(({ client }) => client)),
  };
}

function linkedPersonRow(
  { isFollowUpComplete, followUpDays: _days, site, ...client }: FollowedClient,
  id: string,
  roundId: string,
  ids: Identities,
): LinkedPeopleTable {
  return {
    id,
    roundId,
    siteId: site === null ? null : ids.linkedSite(site),
    ...client,
    followUpComplete: isFollowUpComplete ? 1 : 0,
    worked: client.worked ? 1 : 0,
    startedJob: client.startedJob ? 1 : 0,
    sustained13Weeks: client.sustained13Weeks ? 1 : 0,
  };
}
