import { randomUUID } from 'node:crypto';

import type { User } from '#app/server/context.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Role, UsersTable } from '#db/schema/people.ts';

import { insertRows, setUp, setUpAt } from './set-up.ts';

export const everyRole: readonly Role[] = [
  'administrator',
  'reviewer',
  'team-leader',
  'employment-specialist',
  'host-representative',
  'national-reader',
  'national-analyst',
];

export const teamRoles = ['team-leader', 'employment-specialist'] as const;
export const rolesThatSeeNames = ['national-reader', 'national-analyst', 'administrator'] as const;

/** Somebody of a role as routes see them, for what reads no account. */
export function aPerson(role: Role, facts: Partial<User> = {}): User {
  return { id: randomUUID(), name: `A ${role}`, role, teamId: null, hostServiceId: null, ...facts };
}

/** The same with an account. Nobody can sign in with it. */
export async function aUser(db: Db, role: Role, facts: Partial<UsersTable> = {}): Promise<User> {
  const { id, name } = aPerson(role);
  const user: UsersTable = {
    id,
    email: `${role}-${id.slice(0, 8)}@example.org`,
    name,
    role,
    teamId: null,
    hostServiceId: null,
    passwordHash: 'none',
    disabledAt: null,
    createdAt: setUpAt,
    passwordChangedAt: setUpAt,
    version: 1,
    ...facts,
  };
  await setUp(db, (trx) => insertRows(trx, 'users', [user]));
  const { teamId, hostServiceId } = user;
  return { id, name, role, teamId, hostServiceId };
}
