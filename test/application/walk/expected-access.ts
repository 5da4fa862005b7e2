import type { Variant } from './addresses.ts';

/** Everybody who walks. The team roles and the host representative belong to the "own" team. */
export const visitorNames = [
  'administrator',
  'reviewer 1',
  'reviewer 2',
  'team leader',
  'employment specialist',
  'host representative',
  'national reader',
  'national analyst',
  'disabled account',
  'nobody',
] as const;

export type VisitorName = (typeof visitorNames)[number];

export type Grant = Partial<Record<VisitorName, readonly Variant[]>>;

export interface Access {
  read: Grant;
  write?: Grant;
  /** Posts that are answered like one that came twice, and change nothing. */
  harmless?: Grant;
}

const to = (visitors: readonly VisitorName[], ...variants: Variant[]): Grant =>
  Object.fromEntries(visitors.map((visitor) => [visitor, variants]));

const signedIn = visitorNames.filter((name) => name !== 'nobody' && name !== 'disabled account');
const butHosts = signedIn.filter((name) => name !== 'host representative');
const reviewers = ['reviewer 1', 'reviewer 2'] as const;
const team = ['team leader', 'employment specialist'] as const;
const leader = ['team leader'] as const;
const host = ['host representative'] as const;
const administrator = ['administrator'] as const;
const analyst = ['national analyst'] as const;
const national = ['national reader', 'national analyst'] as const;
const nationalAndAdministrator = [...national, ...administrator];

const assigned = ['blind', 'submitted', 'own signed off'] as const;
const signedOff = ['own signed off', 'other signed off'] as const;
const ownRatings = ['own', 'own draft', 'own signed'] as const;
const otherRatings = ['other', 'other draft', 'other signed'] as const;
const anyPart = [
  'own record, other part',
  'own record, sibling part',
  'own record, no part',
] as const;

const everybody: Access = { read: to(visitorNames, 'plain') };
const ownTeam: Access = { read: to(team, 'own'), write: to(team, 'own') };
const ownLeader: Access = { read: to(leader, 'own'), write: to(leader, 'own') };
const teamAndThoseWhoSeeIt: Access = {
  read: {
    ...to([...team, ...reviewers], 'own'),
    ...to(nationalAndAdministrator, 'own', 'other'),
  },
};
const whoDecides: Grant = { ...to(leader, 'own'), ...to(administrator, 'own', 'other') };
const leaderAndAdministrator: Access = { read: whoDecides, write: whoDecides };
const scoring: Access = { read: to(reviewers, ...assigned), write: to(reviewers, ...assigned) };
const administration: Access = {
  read: to(administrator, 'own', 'other'),
  write: to(administrator, 'own', 'other'),
};

/**
 * Who may read and write each route, with whose identifiers: the project's requirements in a table, written without a
 * look at the policies. What does not stand here is refused.
 */
export const expectedAccess: Readonly<Record<string, Access>> = {
  'routes/home': { read: to(signedIn, 'plain') },
  'routes/sign-in': { ...everybody, write: to(visitorNames, 'plain') },
  'routes/sign-out': { ...everybody, write: to(visitorNames, 'plain') },
  'routes/account': { read: to(signedIn, 'plain'), write: to(signedIn, 'plain') },
  'routes/account/password': { read: to(signedIn, 'plain'), write: to(signedIn, 'plain') },
  'routes/accessibility': everybody,

  'routes/teams/list': { read: to(nationalAndAdministrator, 'plain') },
  'routes/teams/team': teamAndThoseWhoSeeIt,
  'routes/over-time/page': teamAndThoseWhoSeeIt,
  'routes/over-time/data-csv': teamAndThoseWhoSeeIt,
  'routes/over-time/data-json': teamAndThoseWhoSeeIt,
  'routes/over-time/new-baseline': leaderAndAdministrator,
  'routes/over-time/remove-baseline': leaderAndAdministrator,
  'routes/relations/page': { read: to(butHosts, 'plain') },
  'routes/relations/data-csv': { read: to(butHosts, 'plain') },
  'routes/relations/job-starts': { read: to(butHosts, 'plain') },
  'routes/relations/job-starts-csv': { read: to(butHosts, 'plain') },
  'routes/relations/job-starts-json': { read: to(butHosts, 'plain') },
  'routes/relations/figure-eight': { read: to(butHosts, 'plain') },
  'routes/relations/figure-eight-csv': { read: to(butHosts, 'plain') },
  'routes/relations/figure-eight-json': { read: to(butHosts, 'plain') },
  'routes/relations/case-mix': { read: to(butHosts, 'plain') },
  'routes/relations/case-mix-csv': { read: to(butHosts, 'plain') },
  'routes/relations/case-mix-json': { read: to(butHosts, 'plain') },

  'routes/outcomes/overview': { read: to([...reviewers, ...nationalAndAdministrator], 'plain') },
  'routes/outcomes/outcome': {
    read: to([...reviewers, ...nationalAndAdministrator], 'own', 'other'),
  },
  'routes/outcomes/file': {
    read: to([...reviewers, ...nationalAndAdministrator], 'own', 'other'),
  },

  'routes/reviews/list': { read: to(butHosts, 'plain') },
  'routes/reviews/new': {
    read: to([...reviewers, ...administrator], 'plain'),
    write: to([...reviewers, ...administrator], 'plain'),
  },
  'routes/reviews/review': {
    read: {
      ...to(reviewers, ...assigned),
      ...to(team, 'own signed off'),
      ...to(national, ...signedOff),
      ...to(administrator, 'blind', 'submitted', 'unassigned', ...signedOff),
    },
  },
  'routes/reviews/item': scoring,
  'routes/reviews/check': scoring,
  'routes/reviews/agree': scoring,
  // The first reviewer leads.
  'routes/reviews/sign-off': {
    read: to(['reviewer 1'], ...assigned),
    write: to(['reviewer 1'], ...assigned),
  },

  'routes/scale/scale': { read: to(butHosts, 'plain') },
  'routes/scale/publish': { read: to(administrator, 'plain'), write: to(administrator, 'plain') },

  'routes/contacts/list': ownTeam,
  'routes/contacts/new': ownTeam,
  'routes/contacts/edit': ownTeam,
  'routes/clients/list': { read: to(team, 'own') },
  'routes/clients/new': ownTeam,
  'routes/clients/client': { read: to(team, 'own') },
  'routes/clients/edit': ownTeam,
  'routes/clients/profile': ownTeam,
  'routes/clients/meetings': ownTeam,
  // By itself the address only leads back to the list, whatever meeting it names.
  'routes/clients/undo-meeting': { read: to(team, 'own', ...anyPart), write: to(team, 'own') },
  'routes/clients/clinic': ownTeam,
  'routes/job-entries/new': ownTeam,
  'routes/job-entries/edit': ownTeam,
  'routes/meeting-returns/list': { read: to(team, 'own') },
  'routes/meeting-returns/month': ownTeam,
  'routes/staff/list': { read: to(team, 'own') },
  'routes/staff/person': { read: to(team, 'own') },
  'routes/staff/new': ownLeader,
  'routes/staff/edit': ownLeader,
  'routes/staff/hours': ownLeader,
  'routes/staff/leave': ownLeader,
  'routes/staff/remove-hours': {
    read: to(leader, 'own', ...anyPart),
    write: to(leader, 'own'),
    harmless: to(leader, ...anyPart),
  },
  'routes/staff/remove-leave': {
    read: to(leader, 'own', ...anyPart),
    write: to(leader, 'own'),
    harmless: to(leader, ...anyPart),
  },
  'routes/import/team': ownLeader,
  'routes/import/national': { read: to(analyst, 'plain'), write: to(analyst, 'plain') },

  'routes/linkage/index': { read: to(analyst, 'plain') },
  'routes/linkage/import': { read: to(analyst, 'plain'), write: to(analyst, 'plain') },
  'routes/linkage/imported': {
    read: to(analyst, 'own', 'other'),
    write: to(analyst, 'own', 'other'),
  },
  'routes/linkage/bad-rows-csv': { read: to(analyst, 'own', 'other') },
  'routes/linkage/round': { read: to(analyst, 'own', 'other'), write: to(analyst, 'own', 'other') },
  'routes/linkage/layouts/list': { read: to(analyst, 'plain') },
  'routes/linkage/layouts/new': { read: to(analyst, 'plain'), write: to(analyst, 'plain') },
  'routes/linkage/layouts/layout': {
    read: to(analyst, 'own', 'other'),
    write: to(analyst, 'own', 'other'),
  },
  'routes/linkage/extract': { read: to(analyst, 'plain'), write: to(analyst, 'plain') },
  // Given to whoever made the extract and to nobody else; linkage.test.ts makes one.
  'routes/linkage/extract-csv': { read: {} },
  'routes/linkage/certificate': {
    read: to(analyst, 'own', 'other'),
    write: to(analyst, 'own', 'other'),
  },

  'routes/integration/list': {
    read: { ...to(team, 'own'), ...to(nationalAndAdministrator, 'own', 'other') },
  },
  'routes/integration/new': ownTeam,
  'routes/integration/rating': {
    read: {
      ...to(team, ...ownRatings),
      ...to(host, 'own', 'own signed'),
      ...to(nationalAndAdministrator, ...ownRatings, ...otherRatings),
    },
    write: { ...to(leader, ...ownRatings), ...to(host, 'own', 'own signed') },
  },
  'routes/integration/edit': { read: to(team, ...ownRatings), write: to(team, ...ownRatings) },
  'routes/integration/level': { read: to(team, ...ownRatings), write: to(team, ...ownRatings) },
  'routes/integration/host': { read: to(host, 'plain') },

  'routes/definitions': { read: to(butHosts, 'plain') },
  'routes/benchmarks/list': { read: to(analyst, 'plain') },
  'routes/benchmarks/new': {
    read: to(analyst, 'own', 'other'),
    write: to(analyst, 'own', 'other'),
  },
  'routes/benchmarks/edit': {
    read: to(analyst, 'own', 'other'),
    write: to(analyst, 'own', 'other'),
  },
  // "National reader: all teams, read only"; the notes of national meetings are read by both and written by one.
  'routes/meeting-notes/list': { read: to(national, 'plain') },
  'routes/meeting-notes/new': { read: to(analyst, 'plain'), write: to(analyst, 'plain') },
  'routes/meeting-notes/edit': {
    read: to(analyst, 'own', 'other'),
    write: to(analyst, 'own', 'other'),
  },

  'routes/admin/users/list': { read: to(administrator, 'plain') },
  'routes/admin/users/new': { read: to(administrator, 'plain'), write: to(administrator, 'plain') },
  'routes/admin/users/user': administration,
  'routes/admin/users/edit': administration,
  'routes/admin/users/password': administration,
  'routes/admin/audit': { read: to(administrator, 'plain') },
  'routes/admin/teams/list': { read: to(administrator, 'plain') },
  'routes/admin/teams/new': { read: to(administrator, 'plain'), write: to(administrator, 'plain') },
  'routes/admin/teams/edit': administration,

  'routes/not-found': { read: {} },
};

/** Routes with identifiers of reference data have no team; a reviewer chooses the team of a new review by its name. */
export const namesEveryTeam: Readonly<Record<string, readonly VisitorName[]>> = {
  'routes/reviews/new': reviewers,
};

export function allows(grant: Grant | undefined, visitor: VisitorName, variant: Variant): boolean {
  return grant?.[visitor]?.includes(variant) ?? false;
}
