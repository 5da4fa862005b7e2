import { randomUUID } from 'node:crypto';

import { hashPassword } from '#app/server/passwords.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findAccountByEmail, insertUser } from '#db/queries/users.ts';
import type { UserValues } from '#db/queries/user-accounts.ts';

export interface NewUser extends UserValues {
  submissionId: string;
  email: string;
  password: string;
}

class EmailTakenError extends Error {}

/** Adds an account and gives its page; undefined where the address has one already. */
export async function createUser(
  db: Db,
  actor: { userId: string; at: string },
  { submissionId, password, email, name, role, teamId, hostServiceId }: NewUser,
): Promise<string | undefined> {
  // Hashed before the transaction begins: nobody else can save while one is open.
  const passwordHash = await hashPassword(password);
  const { at } = actor;
  try {
    const { location } = await createOnce(db, actor, submissionId, async (trx, record) => {
      if ((await findAccountByEmail(trx, email)) !== undefined) throw new EmailTakenError();
      const id = randomUUID();
      const facts = { email, name, role, teamId, hostServiceId, passwordHash };
      const dates = { createdAt: at, passwordChangedAt: at, disabledAt: null };
      await insertUser(trx, { id, ...facts, ...dates, version: 1 });
      await record({ action: 'insert', entity: 'user', entityId: id, teamId, detail: { role } });
      return { location: `/admin/users/${id}` };
    });
    return location;
  } catch (error) {
    if (error instanceof EmailTakenError) return undefined;
    throw error;
  }
}
