import { createHash } from 'node:crypto';

import { hash } from '@node-rs/argon2';

import type { UsersTable } from '../schema/people.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { RECORDS_FROM } from './demo-constants.ts';
import { streamOf } from './draw.ts';
import type { Identities } from './identities.ts';
import { inventedPeople } from './names/people-names.ts';
import { DEMO_TEAM, type TeamProfile } from './team-profiles.ts';

/** Reviewers of past reviews besides the two who can sign in. */
export const OTHER_REVIEWERS = 6;

/**
 * Salts come from the seed so that a seed gives the same file every time. That would be wrong for real people; these
 * passwords are printed on the sign-in page.
 */
function passwordHash(password: string, seed: number, who: string): Promise<string> {
  const salt = createHash('sha256').update(`${seed}/salt/${who}`).digest().subarray(0, 16);
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1, salt });
}

export const userKey = {
  account: (email: string) => email,
  leader: (team: number) => `leader/${team}`,
  host: (team: number) => `host/${team}`,
  reviewer: (place: number) => `reviewer/${place}`,
};

function demoUser(account: DemoAccount, ids: Identities): Omit<UsersTable, 'passwordHash'> {
  const isOfTeam = account.role === 'team-leader' || account.role === 'employment-specialist';
  const isHost = account.role === 'host-representative';
  return {
    id: ids.user(userKey.account(account.email)),
    email: account.email,
    name: account.name,
    role: account.role,
    teamId: isOfTeam ? ids.team(DEMO_TEAM) : null,
    hostServiceId: isHost ? ids.hostService(DEMO_TEAM) : null,
    disabledAt: null,
    createdAt: `${RECORDS_FROM}T08:00:00.000Z`,
    passwordChangedAt: `${RECORDS_FROM}T08:00:00.000Z`,
    version: 1,
  };
}

/** The accounts of the demo, and the people behind signatures and past reviews, whose password nobody knows. */
export async function userRows(
  profiles: readonly TeamProfile[],
  ids: Identities,
  seed: number,
): Promise<UsersTable[]> {
  const accounts = await Promise.all(
    demoAccounts.map(async (account) => ({
      ...demoUser(account, ids),
      passwordHash: await passwordHash(account.password, seed, account.email),
    })),
  );
  const unknown = createHash('sha256').update(
    `${seed}/nobody/${streamOf(seed, 'nobody').uniform()}`,
  );
  const nobodysHash = await passwordHash(unknown.digest('hex'), seed, 'nobody');
  const name = inventedPeople(streamOf(seed, 'other users'));
  const other = (key: string, role: UsersTable['role'], of: Partial<UsersTable>): UsersTable => ({
    id: ids.user(key),
    email: `${key.replace('/', '.')}@example.org`,
    name: name(),
    role,
    teamId: null,
    hostServiceId: null,
    passwordHash: nobodysHash,
    disabledAt: null,
    createdAt: `${RECORDS_FROM}T08:00:00.000Z`,
    passwordChangedAt: `${RECORDS_FROM}T08:00:00.000Z`,
    version: 1,
    ...of,
  });
  const ofTeams = profiles
    .filter(({ index }) => index !== DEMO_TEAM)
    .flatMap(({ index }) => [
      other(userKey.leader(index), 'team-leader', { teamId: ids.team(index) }),
      other(userKey.host(index), 'host-representative', { hostServiceId: ids.hostService(index) }),
    ]);
  const reviewers = Array.from({ length: OTHER_REVIEWERS }, (_, place) =>
    other(userKey.reviewer(place), 'reviewer', {}),
  );
  return [...accounts, ...ofTeams, ...reviewers];
}

/** The user who signs for a team, or for its host service. */
export function signatoryKey(team: number, side: 'leader' | 'host'): string {
  if (team !== DEMO_TEAM) return userKey[side](team);
  const role = side === 'leader' ? 'team-leader' : 'host-representative';
  return userKey.account(demoAccounts.find((account) => account.role === role)?.email ?? '');
}
