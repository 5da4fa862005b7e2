import type { Db } from '../connection/open-database.ts';
import { StaleVersionError, type Trx } from '../audit/change.ts';
import type { UsersTable } from '../schema/people.ts';

/** What signing in needs to know about an account. */
export type Account = Pick<
  UsersTable,
  'id' | 'email' | 'name' | 'passwordHash' | 'disabledAt' | 'version'
>;

const accountColumns = ['id', 'email', 'name', 'passwordHash', 'disabledAt', 'version'] as const;

/** By e-mail address in lower case, disabled accounts included. */
export async function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  return db
    .selectFrom('users')
    .select(accountColumns)
    .where('email', '=', email)
    .executeTakeFirst();
}

export async function getAccount(db: Db, id: string): Promise<Account> {
  return db
    .selectFrom('users')
    .select(accountColumns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export async function insertUser(trx: Trx, user: UsersTable): Promise<void> {
  await trx.insertInto('users').values(user).execute();
}

export async function updatePassword(
  trx: Trx,
  change: { userId: string; version: number; passwordHash: string; at: string },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('users')
    .set({
      passwordHash: change.passwordHash,
      passwordChangedAt: change.at,
      version: change.version + 1,
    })
    .where('id', '=', change.userId)
    .where('version', '=', change.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StaleVersionError('account');
}
