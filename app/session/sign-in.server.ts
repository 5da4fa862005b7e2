import type { AppLoadContext } from '@remix-run/node';

import { inChange } from '#db/audit/change.ts';
import { endSession } from '#db/queries/sessions.ts';
import { findAccountByEmail, type Account } from '#db/queries/users.ts';

import { deviceInWords } from '../server/device.server.ts';
import { log } from '../server/log.server.ts';
import { isRightPassword } from '../server/passwords.server.ts';
import { sessionCookie } from '../server/session-cookie.server.ts';
import { startSession } from '../server/sessions.server.ts';
import { forgetSignInTry, takeSignInTry } from '../server/sign-in-throttle.server.ts';

export type SignInOutcome =
  { ok: true; cookie: string } | { ok: false; status: 400 | 429; message: string };

interface Tried {
  email: string;
  password: string;
}

/** One wording for every wrong answer: it must not tell which addresses have accounts. */
const WRONG = 'Enter the email address and password of an account';

/** Signs a person in with a new session, ending the one that this browser had. */
export async function signIn(
  context: AppLoadContext,
  request: Request,
  tried: Tried,
): Promise<SignInOutcome> {
  const { db, now, clientAddress } = context;
  const waitUntil =
    (await takeSignInTry(db, 'address', clientAddress, now)) ??
    (await takeSignInTry(db, 'account', tried.email, now));
  if (waitUntil !== null) {
    log('sign-in refused', { reason: 'too many tries' });
    return { ok: false, status: 429, message: tryAgain(waitUntil, now) };
  }
  const account = await findAccountByEmail(db, tried.email);
  const usable = account?.disabledAt === null ? account : undefined;
  const isRight = await isRightPassword(usable?.passwordHash, tried.password);
  if (!isRight || usable === undefined) {
    log('sign-in refused', { reason: 'wrong email address or password' });
    return { ok: false, status: 400, message: WRONG };
  }
  await forgetSignInTry(db, 'account', tried.email);
  await forgetSignInTry(db, 'address', clientAddress);
  return { ok: true, cookie: sessionCookie(await beginSession(context, request, usable)) };
}

async function beginSession(
  { db, now, sessionId, user }: AppLoadContext,
  request: Request,
  { id }: Account,
): Promise<string> {
  return inChange(db, { userId: id, at: now }, async (trx, record) => {
    // A new token at every sign-in: one that was known before it is worth nothing after.
    if (sessionId !== null && user !== null) {
      await endSession(trx, { id: sessionId, userId: user.id, at: now });
    }
    await record({ action: 'sign-in', entity: 'user', entityId: id });
    const device = deviceInWords(request.headers.get('User-Agent'));
    return startSession(trx, { userId: id, at: now, device });
  });
}

export function tryAgain(waitUntil: string, now: string): string {
  const minutes = Math.max(1, Math.ceil((Date.parse(waitUntil) - Date.parse(now)) / 60_000));
  return `There were too many tries. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
