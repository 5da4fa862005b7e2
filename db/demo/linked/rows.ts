import {
  cohortMember,
  type CohortClient,
  type LinkedRecord,
} from '#scoring/outcomes/cohort/linked-cohort.ts';

import type { LinkedPeopleTable } from '../../schema/national.ts';
import type { Identities } from '../identities.ts';
import type { LinkageRound } from './rounds.ts';

/** The people of a round as rows, in the order of their random ids: the order they were drawn in says who worked. */
export function linkedPeopleRows(
  records: readonly LinkedRecord[],
  { linkageDate, rules }: LinkageRound,
  ids: Identities,
): LinkedPeopleTable[] {
  const roundId = ids.linkedRound(linkageDate);
  const rows = records.flatMap((record, place) => {
    const member = cohortMember(record, linkageDate, rules);
    if (member.status === 'left-out') return [];
    return [
      linkedPersonRow(member.client, ids.linkedPerson(`${linkageDate}/${place}`), roundId, ids),
    ];
  });
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function linkedPersonRow(
  { isFollowUpComplete, site, ...client }: CohortClient,
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
