import type { Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { SessionsTable, UsersTable } from '../schema/people.ts';

export type SessionUser = Pick<UsersTable, 'id' | 'name' | 'role' | 'teamId' | 'hostServiceId'>;

export interface LiveSession {
  user: SessionUser;
  lastSeenAt: string;
}

interface Limits {
  now: string;
  /** Sessions last seen before this are idle. */
  idleSince: string;
}

/** The session and its user, while it is not ended, idle or too old and the account is not disabled. */
export async function findLiveSession(
  db: Db,
  id: string,
  { now, idleSince }: Limits,
): Promise<LiveSession | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select(['users.id', 'name', 'role', 'teamId', 'hostServiceId', 'lastSeenAt'])
    .where('sessions.id', '=', id)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>', idleSince)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { lastSeenAt, ...user } = row;
  return { user, lastSeenAt };
}

export async function listLiveSessions(
  db: Db,
  userId: string,
  { now, idleSince }: Limits,
): Promise<SessionsTable[]> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>', idleSince)
    .orderBy('lastSeenAt', 'desc')
    .execute();
}

export async function insertSession(trx: Trx, session: SessionsTable): Promise<void> {
  await trx.insertInto('sessions').values(session).execute();
}

/** Without an audit record: being seen is no change of data, and it happens on every visit. */
export async function updateLastSeen(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('sessions').set({ lastSeenAt: at }).where('id', '=', id).execute();
}

/** Ends one of the user's sessions; false when there was none of this id to end. */
export async function endSession(
  trx: Trx,
  { id, userId, at }: { id: string; userId: string; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sessions')
    .set({ endedAt: at })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends every session of a user and says how many there were. */
export async function endSessionsOfUser(trx: Trx, userId: string, at: string): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('sessions')
    .set({ endedAt: at })
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
