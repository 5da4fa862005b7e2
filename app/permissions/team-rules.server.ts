import { teamReader } from '#app/teams/team-reader.server.ts';

import { administrator } from './role-rules.server.ts';
import { anyOf, ownTeam, type Rule } from './rules.server.ts';

/** Whoever may see the team's page: itself, reviewers of its open review, national roles and administrators. */
export const readsTeam: Rule = async ({ user, params, db }) => {
  if (user === null) return 'sign-in';
  if (user.role === 'host-representative') return 'forbidden';
  const viewer = await teamReader(db, user, params.teamId ?? '');
  return viewer === undefined ? 'not-found' : 'allow';
};

/** Who decides for a team: its own leader, and administrators for any. */
export const leadsTeam = anyOf(ownTeam('team-leader'), administrator);
