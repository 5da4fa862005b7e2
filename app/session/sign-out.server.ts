import type { AppLoadContext } from '@remix-run/node';

import { inChange } from '#db/audit/change.ts';
import { endSessionsOfUser } from '#db/queries/sessions.ts';

import { endedSessionCookie } from '../server/session-cookie.server.ts';
import { endOwnSession } from '../server/sessions.server.ts';

/** Ends this session on the server: the cookie would work again from a copy if only the browser forgot it. */
export async function signOut({ db, now, user, sessionId }: AppLoadContext): Promise<Response> {
  if (user !== null && sessionId !== null) {
    const ended = { id: sessionId, userId: user.id, at: now };
    await inChange(db, ended, (trx, record) => endOwnSession(trx, record, ended));
  }
  return signedOut();
}

/** Ends every session of the signed-in person, this one included. */
export async function signOutEverywhere({ db, now, user }: AppLoadContext): Promise<Response> {
  if (user !== null) {
    await inChange(db, { userId: user.id, at: now }, async (trx, record) => {
      const sessions = await endSessionsOfUser(trx, user.id, now);
      await record({
        action: 'sign-out-everywhere',
        entity: 'user',
        entityId: user.id,
        detail: { sessions },
      });
    });
  }
  return signedOut();
}

function signedOut(): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: '/sign-in?signed-out', 'Set-Cookie': endedSessionCookie() },
  });
}
