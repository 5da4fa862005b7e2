import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import type { User } from '#app/server/context.server.ts';
import { teamReader } from '#app/teams/team-reader.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Review } from '#db/queries/reviews.ts';
import type { PeopleReader } from '#app/forms/fidelity/item-answers.ts';

/**
 * How a person sees the counts of people in a review: exactly while it is open, which only its reviewers see; once it is
 * signed off, as they see the team itself.
 */
export async function reviewReader(
  db: Db,
  user: User,
  review: Pick<Review, 'teamId' | 'status'>,
  today: string,
): Promise<PeopleReader> {
  const policy = await disclosurePolicyOn(db, today);
  if (review.status === 'open') return { viewer: 'own-team', policy };
  return { viewer: (await teamReader(db, user, review.teamId)) ?? 'others', policy };
}
