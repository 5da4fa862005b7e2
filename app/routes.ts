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
  route('relations', 'routes/relations/page.tsx'),
  route('relations/data.csv', 'routes/relations/data-csv.ts'),

  // Daily work of a team
  route('teams/:teamId/contacts', 'routes/contacts/list.tsx'),
  route('teams/:teamId/contacts/new', 'routes/contacts/new.tsx'),
  route('teams/:teamId/contacts/:contactId', 'routes/contacts/edit.tsx'),
  route('teams/:teamId/meeting-returns', 'routes/meeting-returns/list.tsx'),
  route('teams/:teamId/meeting-returns/:month', 'routes/meeting-returns/month.tsx'),

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
