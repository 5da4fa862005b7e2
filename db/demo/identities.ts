import { identifiersOf, numberedIdentifiersOf } from '../identifiers.ts';

/** Identifiers of every kind of row of one seed. */
export function identities(seed: number) {
  const of = (kind: string) => identifiersOf(seed, kind);
  const numbered = (kind: string) => numberedIdentifiersOf(seed, kind);
  return {
    hostService: of('host service'),
    site: of('site'),
    team: of('team'),
    localAuthority: of('local authority'),
    user: of('user'),
    specialist: of('specialist'),
    pattern: of('working pattern'),
    leave: of('leave'),
    employer: of('employer'),
    contact: numbered('employer contact'),
    meetingReturn: of('meeting return'),
    client: numbered('client'),
    meeting: numbered('client meeting'),
    jobEntry: numbered('job entry'),
    review: of('fidelity review'),
    reviewer: of('reviewer of a review'),
    itemScore: of('item score'),
    evidence: of('item evidence'),
    agreedScore: of('agreed score'),
    rating: of('integration rating'),
    criterion: of('integration criterion'),
    meetingNote: of('meeting note'),
    chartBaseline: of('chart baseline'),
    linkedRound: of('linked round'),
    linkedSite: of('linked site'),
    linkedPerson: of('linked person'),
    evaluationTeam: of('evaluation team'),
    evaluationClient: of('evaluation client'),
  };
}

export type Identities = ReturnType<typeof identities>;
