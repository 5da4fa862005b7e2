import { hashPassword } from '#app/server/passwords.server.ts';
import { forgetSignInTry } from '#app/server/sign-in-throttle.server.ts';
import { inChange, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { endSessionsOfUser } from '#db/queries/sessions.ts';
import { updateUserDisabled } from '#db/queries/user-accounts.ts';
import { updatePassword } from '#db/queries/users.ts';

/** A new password ends every session of its account, and the wait after too many tries. */
export async function setUserPassword(
  db: Db,
  actor: Actor,
  user: { id: string; email: string },
  { version, password }: { version: number; password: string },
): Promise<void> {
  // Hashed before the transaction begins: nobody else can save while one is open.
  const passwordHash = await hashPassword(password);
  const { id: userId } = user;
  await inChange(db, actor, async (trx, record) => {
    await updatePassword(trx, { userId, version, passwordHash, at: actor.at });
    const sessions = await endSessionsOfUser(trx, userId, actor.at);
    await record({
      action: 'set-password',
      entity: 'user',
      entityId: userId,
      detail: { sessions },
    });
  });
  await forgetSignInTry(db, 'account', user.email);
}

export type UserStateChange = 'disable' | 'enable' | 'end-sessions';

/** A disabled account has no sessions left, so that letting it in again brings none of them back. */
export async function changeUserState(
  db: Db,
  actor: Actor,
  key: { userId: string; version: number },
  change: UserStateChange,
): Promise<void> {
  const { userId } = key;
  await inChange(db, actor, async (trx, record) => {
    if (change === 'enable') {
      await updateUserDisabled(trx, record, key, null);
      return;
    }
    if (change === 'disable') await updateUserDisabled(trx, record, key, actor.at);
    const sessions = await endSessionsOfUser(trx, userId, actor.at);
    await record({
      action: 'end-sessions',
      entity: 'user',
      entityId: userId,
      detail: { sessions },
    });
  });
}
