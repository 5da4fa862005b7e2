import type { User } from '#app/server/context.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listReviews } from '#db/queries/reviews.ts';
import type { Viewer } from '#scoring/disclosure/disclosure-policy.ts';

/** How a person sees a team: not at all, exactly, or with small numbers protected. */
export async function teamReader(db: Db, user: User, teamId: string): Promise<Viewer | undefined> {
  switch (user.role) {
    case 'team-leader':
    case 'employment-specialist':
      return user.teamId === teamId ? 'own-team' : undefined;
    case 'reviewer': {
      // Unprotected only while a review of that team is open, and only to its reviewers.
      const filter = { teamId, reviewerId: user.id, status: 'open', limit: 1 } as const;
      return (await listReviews(db, filter)).length > 0 ? 'own-team' : undefined;
    }
    case 'national-reader':
    case 'national-analyst':
    case 'administrator':
      return 'others';
    case 'host-representative':
      return undefined;
  }
}
