import { randomUUID } from 'node:crypto';

import { hashPassword } from '#app/server/passwords.server.ts';
import { inChange } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { insertUser } from '#db/queries/users.ts';
import type { UsersTable } from '#db/schema/people.ts';

/** Of every account that tests add. */
export const TEST_PASSWORD = 'copper lantern orchard 41';

let passwordHash: Promise<string> | undefined;

/** An account to sign in with; without more, an administrator of no team. */
export async function addUser(db: Db, facts: Partial<UsersTable> = {}): Promise<UsersTable> {
  passwordHash ??= hashPassword(TEST_PASSWORD);
  const id = randomUUID();
  const at = new Date().toISOString();
  const user: UsersTable = {
    id,
    email: `person-${id.slice(0, 8)}@example.org`,
    name: 'Test Person',
    role: 'administrator',
    teamId: null,
    hostServiceId: null,
    passwordHash: await passwordHash,
    disabledAt: null,
    createdAt: at,
    passwordChangedAt: at,
    version: 1,
    ...facts,
  };
  await inChange(db, { userId: null, at }, async (trx, record) => {
    await insertUser(trx, user);
    await record({ action: 'insert', entity: 'user', entityId: id });
  });
  return user;
}
