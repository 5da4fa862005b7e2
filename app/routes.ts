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

  // Daily work of a team
  route('teams/:teamId/contacts', 'routes/contacts/list.tsx'),
  route('teams/:teamId/contacts/new', 'routes/contacts/new.tsx'),
  route('teams/:teamId/contacts/:contactId', 'routes/contacts/edit.tsx'),
  route('teams/:teamId/meeting-returns', 'routes/meeting-returns/list.tsx'),
  route('teams/:teamId/meeting-returns/:month', 'routes/meeting-returns/month.tsx'),

  // Everything else
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
