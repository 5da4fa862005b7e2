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

/** Somebody of a role, as routes see them. Nobody can sign in with this account. */
export async function aUser(
  db: Db,
  role: Role,
  facts: Partial<UsersTable> = {},
): Promise<User & Pick<UsersTable, 'disabledAt'>> {
  const id = randomUUID();
  const user: UsersTable = {
    id,
    email: `${role}-${id.slice(0, 8)}@example.org`,
    name: `A ${role}`,
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
  const { name, teamId, hostServiceId, disabledAt } = user;
  return { id, name, role, teamId, hostServiceId, disabledAt };
}
