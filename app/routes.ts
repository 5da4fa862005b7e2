import { index, route, type RouteConfig } from '@remix-run/route-config';

/**
 * Every address of the product, in one list by subject. A new one needs a policy under its file's name (without the
 * extension) in app/permissions/policies.server.ts, or the server refuses to start.
 */
export default [
  index('routes/home.tsx'),

  // Signing in and out, the own account
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('account', 'routes/account.tsx'),
  route('account/password', 'routes/account/password.tsx'),

  // About the product
  route('accessibility', 'routes/accessibility.tsx'),

  // Teams, and how service quality relates to job entry
  route('teams', 'routes/teams/list.tsx'),
  route('teams/:teamId', 'routes/teams/team.tsx'),
  route('teams/:teamId/over-time', 'routes/over-time/page.tsx'),
  route('teams/:teamId/over-time.csv', 'routes/over-time/data-csv.ts'),
  route('teams/:teamId/over-time.json', 'routes/over-time/data-json.ts'),
  route('teams/:teamId/over-time/baselines/new', 'routes/over-time/new-baseline.tsx'),
  route(
    'teams/:teamId/over-time/baselines/:baselineId/remove',
    'routes/over-time/remove-baseline.ts',
  ),
  route('relations', 'routes/relations/page.tsx'),
  route('relations/data.csv', 'routes/relations/data-csv.ts'),
  route('relations/job-starts', 'routes/relations/job-starts.tsx'),
  route('relations/job-starts.csv', 'routes/relations/job-starts-csv.ts'),
  route('relations/job-starts.json', 'routes/relations/job-starts-json.ts'),
  route('relations/figure-eight', 'routes/relations/figure-eight.tsx'),
  route('relations/figure-eight.csv', 'routes/relations/figure-eight-csv.ts'),
  route('relations/figure-eight.json', 'routes/relations/figure-eight-json.ts'),
  route('relations/case-mix', 'routes/relations/case-mix.tsx'),
  route('relations/case-mix.csv', 'routes/relations/case-mix-csv.ts'),
  route('relations/case-mix.json', 'routes/relations/case-mix-json.ts'),

  // The linked cohort: every figure of the twice-yearly report
  route('outcomes', 'routes/outcomes/overview.tsx'),
  route('outcomes/files/:file', 'routes/outcomes/file.ts'),
  route('outcomes/:outcome', 'routes/outcomes/outcome.tsx'),

  // Fidelity reviews and the scale they are scored on
  route('reviews', 'routes/reviews/list.tsx'),
  route('reviews/new', 'routes/reviews/new.tsx'),
  route('reviews/:reviewId', 'routes/reviews/review.tsx'),
  route('reviews/:reviewId/items/:itemNumber', 'routes/reviews/item.tsx'),
  route('reviews/:reviewId/check', 'routes/reviews/check.tsx'),
  route('reviews/:reviewId/agree', 'routes/reviews/agree.tsx'),
  route('reviews/:reviewId/sign-off', 'routes/reviews/sign-off.tsx'),
  route('scale', 'routes/scale/scale.tsx'),
  route('scale/publish', 'routes/scale/publish.tsx'),

  // Daily work of a team
  route('teams/:teamId/contacts', 'routes/contacts/list.tsx'),
  route('teams/:teamId/contacts/new', 'routes/contacts/new.tsx'),
  route('teams/:teamId/contacts/:contactId', 'routes/contacts/edit.tsx'),
  route('teams/:teamId/clients', 'routes/clients/list.tsx'),
  route('teams/:teamId/clients/new', 'routes/clients/new.tsx'),
  route('teams/:teamId/clients/:clientId', 'routes/clients/client.tsx'),
  route('teams/:teamId/clients/:clientId/edit', 'routes/clients/edit.tsx'),
  route('teams/:teamId/clients/:clientId/profile', 'routes/clients/profile.tsx'),
  route('teams/:teamId/clients/:clientId/meetings', 'routes/clients/meetings.tsx'),
  route(
    'teams/:teamId/clients/:clientId/meetings/:meetingId/undo',
    'routes/clients/undo-meeting.ts',
  ),
  route('teams/:teamId/clients/:clientId/job-entries/new', 'routes/job-entries/new.tsx'),
  route('teams/:teamId/clients/:clientId/job-entries/:jobEntryId', 'routes/job-entries/edit.tsx'),
  route('teams/:teamId/meetings/new', 'routes/clients/clinic.tsx'),
  route('teams/:teamId/meeting-returns', 'routes/meeting-returns/list.tsx'),
  route('teams/:teamId/meeting-returns/:month', 'routes/meeting-returns/month.tsx'),
  route('teams/:teamId/staff', 'routes/staff/list.tsx'),
  route('teams/:teamId/staff/new', 'routes/staff/new.tsx'),
  route('teams/:teamId/staff/:specialistId', 'routes/staff/person.tsx'),
  route('teams/:teamId/staff/:specialistId/edit', 'routes/staff/edit.tsx'),
  route('teams/:teamId/staff/:specialistId/hours', 'routes/staff/hours.tsx'),
  route(
    'teams/:teamId/staff/:specialistId/hours/:patternId/remove',
    'routes/staff/remove-hours.ts',
  ),
  route('teams/:teamId/staff/:specialistId/leave', 'routes/staff/leave.tsx'),
  route('teams/:teamId/staff/:specialistId/leave/:leaveId/remove', 'routes/staff/remove-leave.ts'),
  route('teams/:teamId/import', 'routes/import/team.tsx'),
  route('import', 'routes/import/national.tsx'),

  // The data linkage: what is sent, and what comes back
  route('linkage', 'routes/linkage/index.tsx'),
  route('linkage/import', 'routes/linkage/import.tsx'),
  route('linkage/imports/:importId', 'routes/linkage/imported.tsx'),
  route('linkage/imports/:importId/bad-rows.csv', 'routes/linkage/bad-rows-csv.ts'),
  route('linkage/rounds/:roundId', 'routes/linkage/round.tsx'),
  route('linkage/layouts', 'routes/linkage/layouts/list.tsx'),
  route('linkage/layouts/new', 'routes/linkage/layouts/new.tsx'),
  route('linkage/layouts/:layoutId', 'routes/linkage/layouts/layout.tsx'),
  route('linkage/extract', 'routes/linkage/extract.tsx'),
  route('linkage/extracts/:extractId/extract.csv', 'routes/linkage/extract-csv.ts'),
  route('linkage/extracts/:extractId', 'routes/linkage/certificate.tsx'),

  // How closely a team works with its host service
  route('teams/:teamId/integration', 'routes/integration/list.tsx'),
  route('teams/:teamId/integration/new', 'routes/integration/new.tsx'),
  route('teams/:teamId/integration/:ratingId', 'routes/integration/rating.tsx'),
  route('teams/:teamId/integration/:ratingId/edit', 'routes/integration/edit.tsx'),
  route('teams/:teamId/integration/:ratingId/level', 'routes/integration/level.tsx'),
  route('integration', 'routes/integration/host.tsx'),

  // Definitions and what is kept for the nation
  route('definitions', 'routes/definitions.tsx'),
  route('benchmarks', 'routes/benchmarks/list.tsx'),
  route('benchmarks/:key/new', 'routes/benchmarks/new.tsx'),
  route('benchmarks/:benchmarkId/edit', 'routes/benchmarks/edit.tsx'),
  route('meeting-notes', 'routes/meeting-notes/list.tsx'),
  route('meeting-notes/new', 'routes/meeting-notes/new.tsx'),
  route('meeting-notes/:noteId', 'routes/meeting-notes/edit.tsx'),

  // Administration
  route('admin/users', 'routes/admin/users/list.tsx'),
  route('admin/users/new', 'routes/admin/users/new.tsx'),
  route('admin/users/:userId', 'routes/admin/users/user.tsx'),
  route('admin/users/:userId/edit', 'routes/admin/users/edit.tsx'),
  route('admin/users/:userId/password', 'routes/admin/users/password.tsx'),
  route('admin/audit', 'routes/admin/audit.tsx'),
  route('admin/teams', 'routes/admin/teams/list.tsx'),
  route('admin/teams/new', 'routes/admin/teams/new.tsx'),
  route('admin/teams/:teamId', 'routes/admin/teams/edit.tsx'),

  // Everything else
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
