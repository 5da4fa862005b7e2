import type { RecordChange, Trx } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  endSession,
  findLiveSession,
  insertSession,
  listLiveSessions,
  updateLastSeen,
  type SessionUser,
} from '#db/queries/sessions.ts';
import type { SessionsTable } from '#db/schema/people.ts';

import { IDLE_MINUTES, LONGEST_HOURS, SEEN_EVERY_MINUTES } from '../session/session-limits.ts';
import { newSessionToken, sessionIdOf } from './session-token.server.ts';

const MINUTE = 60_000;

export interface CurrentSession {
  sessionId: string;
  user: SessionUser;
}

/** Who is signed in by this token, and notes that they were here. */
export async function currentSession(
  db: Db,
  token: string | undefined,
  now: string,
): Promise<CurrentSession | null> {
  if (token === undefined) return null;
  const sessionId = sessionIdOf(token);
  const live = await findLiveSession(db, sessionId, limitsAt(now));
  if (live === undefined) return null;
  if (live.lastSeenAt < minutesBefore(now, SEEN_EVERY_MINUTES)) {
    await updateLastSeen(db, sessionId, now);
  }
  return { sessionId, user: live.user };
}

/** A new session in a transaction of the caller, whose audit record says why. Gives the token for the cookie. */
export async function startSession(
  trx: Trx,
  { userId, at, device }: { userId: string; at: string; device: string },
): Promise<string> {
  const token = newSessionToken();
  await insertSession(trx, {
    id: sessionIdOf(token),
    userId,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: minutesBefore(at, -60 * LONGEST_HOURS),
    endedAt: null,
    device,
  });
  return token;
}

/** Ends one own session; an id that is not the user's own ends nothing and is recorded as nothing. */
export async function endOwnSession(
  trx: Trx,
  record: RecordChange,
  ended: { id: string; userId: string; at: string },
): Promise<void> {
  const wasLive = await endSession(trx, ended);
  await record({
    action: 'sign-out',
    entity: 'user',
    entityId: ended.userId,
    detail: { sessions: wasLive ? 1 : 0 },
  });
}

export async function ownSessions(db: Db, userId: string, now: string): Promise<SessionsTable[]> {
  return listLiveSessions(db, userId, limitsAt(now));
}

function limitsAt(now: string): { now: string; idleSince: string } {
  return { now, idleSince: minutesBefore(now, IDLE_MINUTES) };
}

function minutesBefore(at: string, minutes: number): string {
  return new Date(Date.parse(at) - minutes * MINUTE).toISOString();
}
