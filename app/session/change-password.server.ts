import type { AppLoadContext } from '@remix-run/node';

import type { FieldError } from '#app/forms/form-values.ts';
import { inChange } from '#db/audit/change.ts';
import { endSessionsOfUser } from '#db/queries/sessions.ts';
import { getAccount, updatePassword, type Account } from '#db/queries/users.ts';

import { signedInUser } from '../server/context.server.ts';
import { deviceInWords } from '../server/device.server.ts';
import { passwordProblem } from '../server/password-rules.ts';
import { hashPassword, isRightPassword } from '../server/passwords.server.ts';
import { sessionCookie } from '../server/session-cookie.server.ts';
import { startSession } from '../server/sessions.server.ts';
import { forgetSignInTry, takeSignInTry } from '../server/sign-in-throttle.server.ts';
import { tryAgain } from './sign-in.server.ts';

interface PasswordChange {
  currentPassword: string;
  newPassword: string;
  version: number;
}

export type PasswordOutcome = { ok: true; cookie: string } | { ok: false; error: FieldError };

/** A new password ends every session, this one too, and begins a new one here. */
export async function changePassword(
  context: AppLoadContext,
  request: Request,
  change: PasswordChange,
): Promise<PasswordOutcome> {
  const account = await getAccount(context.db, signedInUser(context).id);
  const error = await problemOf(context, account, change);
  if (error !== undefined) return { ok: false, error };
  // Hashed before the transaction begins: nobody else can save while one is open.
  const passwordHash = await hashPassword(change.newPassword);
  const { db, now: at } = context;
  const userId = account.id;
  const device = deviceInWords(request.headers.get('User-Agent'));
  const token = await inChange(db, { userId, at }, async (trx, record) => {
    await updatePassword(trx, { userId, version: change.version, passwordHash, at });
    const sessions = await endSessionsOfUser(trx, userId, at);
    await record({
      action: 'change-password',
      entity: 'user',
      entityId: userId,
      detail: { sessions },
    });
    return startSession(trx, { userId, at, device });
  });
  return { ok: true, cookie: sessionCookie(token) };
}

/** Tries of the current password count like tries to sign in: an unattended page must not be a way to guess it. */
async function problemOf(
  { db, now }: AppLoadContext,
  account: Account,
  { currentPassword, newPassword }: PasswordChange,
): Promise<FieldError | undefined> {
  const waitUntil = await takeSignInTry(db, 'account', account.email, now);
  if (waitUntil !== null) return { field: 'currentPassword', message: tryAgain(waitUntil, now) };
  if (!(await isRightPassword(account.passwordHash, currentPassword))) {
    return { field: 'currentPassword', message: 'Enter your current password' };
  }
  await forgetSignInTry(db, 'account', account.email);
  const message = passwordProblem(newPassword, account);
  return message === undefined ? undefined : { field: 'newPassword', message };
}
