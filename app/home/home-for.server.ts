import type { RequestContext, User } from '#app/server/context.server.ts';

import type { HomePage } from './home-task.ts';
import { nationalHome } from './national-home.server.ts';
import { administratorHome, hostHome } from './other-homes.server.ts';
import { reviewerHome } from './reviewer-home.server.ts';
import { teamHome } from './team-home.server.ts';

/** The home page of whoever is signed in. */
export function homeFor(user: User, { db, today }: RequestContext): Promise<HomePage> {
  switch (user.role) {
    case 'team-leader':
    case 'employment-specialist':
      return teamHome(db, { teamId: user.teamId ?? '', role: user.role, today });
    case 'reviewer':
      return reviewerHome(db, user.id);
    case 'host-representative':
      return hostHome(db, user.hostServiceId ?? '');
    case 'national-reader':
    case 'national-analyst':
      return nationalHome(db, { today, isAnalyst: user.role === 'national-analyst' });
    case 'administrator':
      return administratorHome(db);
  }
}
