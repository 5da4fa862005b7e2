import {
  hostRatings,
  ratingList,
  ratingOfOwnTeam,
  ratingPage,
} from './integration-rules.server.ts';
import {
  assignedReviewer,
  leadReviewer,
  readsSignedOffReview,
  setsUpReviews,
} from './review-rules.server.ts';
import {
  administrator,
  analyst,
  assessorsOfProgramme,
  everybodyButHosts,
  national,
  nationalAndAdministrator,
} from './role-rules.server.ts';
import { anybody, anyOf, anyoneSignedIn, ownTeam, type Policy } from './rules.server.ts';
import { leadsTeam, readsTeam } from './team-rules.server.ts';

/**
 * Who may read and write each route, by route id (its file under app/, without extension). The server refuses
 * to start while a route is missing here; what is not allowed is denied.
 */
export const policies: Record<string, Policy> = {
  root: { read: anybody },
  'routes/home': { read: anyoneSignedIn },

  // Signing in and out, the own account
  'routes/sign-in': { read: anybody, write: anybody },
  'routes/sign-out': { read: anybody, write: anybody },
  'routes/account': { read: anyoneSignedIn, write: anyoneSignedIn },
  'routes/account/password': { read: anyoneSignedIn, write: anyoneSignedIn },

  // Teams, and how service quality relates to job entry
  'routes/teams/list': { read: nationalAndAdministrator },
  'routes/teams/team': { read: readsTeam },
  'routes/over-time/page': { read: readsTeam },
  'routes/over-time/data-csv': { read: readsTeam },
  'routes/over-time/data-json': { read: readsTeam },
  'routes/over-time/new-baseline': { read: leadsTeam, write: leadsTeam },
  'routes/over-time/remove-baseline': { read: leadsTeam, write: leadsTeam },
  'routes/relations/page': { read: everybodyButHosts },
  'routes/relations/data-csv': { read: everybodyButHosts },
  'routes/relations/job-starts': { read: everybodyButHosts },
  'routes/relations/job-starts-csv': { read: everybodyButHosts },
  'routes/relations/job-starts-json': { read: everybodyButHosts },
  'routes/relations/figure-eight': { read: everybodyButHosts },
  'routes/relations/figure-eight-csv': { read: everybodyButHosts },
  'routes/relations/figure-eight-json': { read: everybodyButHosts },
  'routes/relations/case-mix': { read: everybodyButHosts },
  'routes/relations/case-mix-csv': { read: everybodyButHosts },
  'routes/relations/case-mix-json': { read: everybodyButHosts },

  // The linked cohort, before its publication: those who assess the programme; teams read what is published
  'routes/outcomes/overview': { read: assessorsOfProgramme },
  'routes/outcomes/outcome': { read: assessorsOfProgramme },
  'routes/outcomes/file': { read: assessorsOfProgramme },

  // Fidelity reviews: their reviewers; once signed off also the team and the national roles
  'routes/reviews/list': { read: everybodyButHosts },
  'routes/reviews/new': { read: setsUpReviews, write: setsUpReviews },
  'routes/reviews/review': { read: anyOf(assignedReviewer, readsSignedOffReview, administrator) },
  'routes/reviews/item': { read: assignedReviewer, write: assignedReviewer },
  'routes/reviews/check': { read: assignedReviewer, write: assignedReviewer },
  'routes/reviews/agree': { read: assignedReviewer, write: assignedReviewer },
  'routes/reviews/sign-off': { read: leadReviewer, write: leadReviewer },

  // The scale that reviews are scored on
  'routes/scale/scale': { read: everybodyButHosts },
  'routes/scale/publish': { read: administrator, write: administrator },

  // Daily work of a team: its own leader and specialists
  'routes/contacts/list': { read: ownTeam(), write: ownTeam() },
  'routes/contacts/new': { read: ownTeam(), write: ownTeam() },
  'routes/contacts/edit': { read: ownTeam(), write: ownTeam() },
  'routes/clients/list': { read: ownTeam() },
  'routes/clients/new': { read: ownTeam(), write: ownTeam() },
  'routes/clients/client': { read: ownTeam() },
  'routes/clients/edit': { read: ownTeam(), write: ownTeam() },
  'routes/clients/profile': { read: ownTeam(), write: ownTeam() },
  'routes/clients/meetings': { read: ownTeam(), write: ownTeam() },
  'routes/clients/undo-meeting': { read: ownTeam(), write: ownTeam() },
  'routes/clients/clinic': { read: ownTeam(), write: ownTeam() },
  'routes/job-entries/new': { read: ownTeam(), write: ownTeam() },
  'routes/job-entries/edit': { read: ownTeam(), write: ownTeam() },
  'routes/meeting-returns/list': { read: ownTeam() },
  'routes/meeting-returns/month': { read: ownTeam(), write: ownTeam() },
  // Both see who works when; the leader alone changes it.
  'routes/staff/list': { read: ownTeam() },
  'routes/staff/person': { read: ownTeam() },
  'routes/staff/new': { read: ownTeam('team-leader'), write: ownTeam('team-leader') },
  'routes/staff/edit': { read: ownTeam('team-leader'), write: ownTeam('team-leader') },
  'routes/staff/hours': { read: ownTeam('team-leader'), write: ownTeam('team-leader') },
  'routes/staff/remove-hours': { read: ownTeam('team-leader'), write: ownTeam('team-leader') },
  'routes/staff/leave': { read: ownTeam('team-leader'), write: ownTeam('team-leader') },
  'routes/staff/remove-leave': { read: ownTeam('team-leader'), write: ownTeam('team-leader') },
  'routes/import/team': { read: ownTeam('team-leader'), write: ownTeam('team-leader') },
  'routes/import/national': { read: analyst, write: analyst },

  // The data linkage
  'routes/linkage/index': { read: analyst },
  'routes/linkage/import': { read: analyst, write: analyst },
  'routes/linkage/imported': { read: analyst, write: analyst },
  'routes/linkage/bad-rows-csv': { read: analyst },
  'routes/linkage/round': { read: analyst, write: analyst },
  'routes/linkage/layouts/list': { read: analyst },
  'routes/linkage/layouts/new': { read: analyst, write: analyst },
  'routes/linkage/layouts/layout': { read: analyst, write: analyst },
  'routes/linkage/extract': { read: analyst, write: analyst },
  'routes/linkage/extract-csv': { read: analyst },
  'routes/linkage/certificate': { read: analyst, write: analyst },

  // Integration ratings: the team's own, read nationally; the host service reads and signs from the level on
  'routes/integration/list': ratingList,
  'routes/integration/new': ratingOfOwnTeam,
  'routes/integration/rating': ratingPage,
  'routes/integration/edit': ratingOfOwnTeam,
  'routes/integration/level': ratingOfOwnTeam,
  'routes/integration/host': hostRatings,

  // Definitions and what is kept for the nation
  'routes/definitions': { read: everybodyButHosts },
  'routes/benchmarks/list': { read: analyst },
  'routes/benchmarks/new': { read: analyst, write: analyst },
  'routes/benchmarks/edit': { read: analyst, write: analyst },
  'routes/meeting-notes/list': { read: national },
  'routes/meeting-notes/new': { read: analyst, write: analyst },
  'routes/meeting-notes/edit': { read: analyst, write: analyst },

  // Administration
  'routes/admin/users/list': { read: administrator },
  'routes/admin/users/new': { read: administrator, write: administrator },
  'routes/admin/users/user': { read: administrator, write: administrator },
  'routes/admin/users/edit': { read: administrator, write: administrator },
  'routes/admin/users/password': { read: administrator, write: administrator },
  'routes/admin/audit': { read: administrator },
  'routes/admin/teams/list': { read: administrator },
  'routes/admin/teams/new': { read: administrator, write: administrator },
  'routes/admin/teams/edit': { read: administrator, write: administrator },

  // About the product
  'routes/accessibility': { read: anybody },
  'routes/not-found': { read: anybody, write: anybody },
};
