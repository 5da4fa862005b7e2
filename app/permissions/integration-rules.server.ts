import { isRatingForHost } from '#db/queries/integration-ratings.ts';

import { anyOf, ownTeam, roles, type Policy, type Rule } from './rules.server.ts';

/**
 * The representative of the host service, for a rating of one of its teams that has a level. A draft is the team's
 * own: to the host service it does not exist yet, like a rating of a team that works elsewhere.
 */
export const hostOfRating: Rule = async ({ user, params, db }) => {
  if (user === null) return 'sign-in';
  if (user.role !== 'host-representative') return 'forbidden';
  const { teamId = '', ratingId = '' } = params;
  const { hostServiceId } = user;
  if (hostServiceId === null) return 'not-found';
  return (await isRatingForHost(db, { teamId, ratingId, hostServiceId })) ? 'allow' : 'not-found';
};

const national = roles('national-reader', 'national-analyst', 'administrator');

/** Everybody who reads a team's ratings reads the list; only the team itself changes one. */
export const ratingList: Policy = { read: anyOf(ownTeam(), national) };
export const ratingOfOwnTeam: Policy = { read: ownTeam(), write: ownTeam() };

/** Signing and taking a signature back: the team's leader for the team, the representative for the host service. */
export const ratingPage: Policy = {
  read: anyOf(ownTeam(), national, hostOfRating),
  write: anyOf(ownTeam('team-leader'), hostOfRating),
};

export const hostRatings: Policy = { read: roles('host-representative') };
