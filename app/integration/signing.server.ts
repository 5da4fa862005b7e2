import type { User } from '#app/server/context.server.ts';
import type { IntegrationRating } from '#db/queries/integration-ratings.ts';

/** Whom a user signs for; undefined for everybody who only reads. */
export function signingSide(user: User): 'leader' | 'host' | undefined {
  if (user.role === 'team-leader') return 'leader';
  if (user.role === 'host-representative') return 'host';
  return undefined;
}

/**
 * What a user may do with a rating as it stands. Nothing changes after the first signature but the second one, or taking
 * back the first; two signatures stay for good.
 */
export function mayDo(
  user: User,
  rating: Pick<IntegrationRating, 'chosenLevel' | 'leaderSignedAt' | 'hostSignedAt'>,
): { sign: boolean; withdraw: boolean; edit: boolean } {
  const side = signingSide(user);
  const own = side === 'leader' ? rating.leaderSignedAt : rating.hostSignedAt;
  const other = side === 'leader' ? rating.hostSignedAt : rating.leaderSignedAt;
  const isOfTeam = user.role === 'team-leader' || user.role === 'employment-specialist';
  return {
    sign: side !== undefined && rating.chosenLevel !== null && own === null,
    withdraw: side !== undefined && own !== null && other === null,
    edit: isOfTeam && rating.leaderSignedAt === null && rating.hostSignedAt === null,
  };
}
